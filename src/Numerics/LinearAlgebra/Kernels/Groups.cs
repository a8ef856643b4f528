namespace MarketingNotebooks.Numerics.LinearAlgebra.Kernels;

/// <summary>Vectors that take part in joining two halves, grouped by where they are not zero: left half, both, right half.</summary>
internal sealed class Groups
{
    /// <summary>The vectors in that order.</summary>
    public int[] Order { get; }

    /// <summary>Where each of the vectors given is in <see cref="Order"/>.</summary>
    public int[] Places { get; }

    /// <summary>How many are not zero in the left half alone.</summary>
    public int LeftOnly { get; }

    /// <summary>How many are not zero in the right half alone.</summary>
    public int RightOnly { get; }

    /// <param name="kept">The vectors.</param>
    /// <param name="sides">Where each vector of the block is not zero.</param>
    public Groups(IReadOnlyList<int> kept, Side[] sides)
    {
        (Order, Places) = (new int[kept.Count], new int[kept.Count]);
        var next = 0;
        for (var side = Side.Left; side <= Side.Right; side++)
        {
            var first = next;
            for (var j = 0; j < kept.Count; j++)
            {
                if (sides[kept[j]] != side) continue;
                Places[j] = next;
                Order[next++] = kept[j];
            }
            if (side == Side.Left) LeftOnly = next - first;
            if (side == Side.Right) RightOnly = next - first;
        }
    }
}
