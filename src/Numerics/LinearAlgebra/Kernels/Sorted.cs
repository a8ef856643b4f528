namespace MarketingNotebooks.Numerics.LinearAlgebra.Kernels;

/// <summary>Orders of values that stay where they are.</summary>
internal static class Sorted
{
    /// <summary>The indices in rising order of the values; equal values keep their order.</summary>
    public static int[] Indices(ReadOnlySpan<double> values)
    {
        var (keys, order) = (values.ToArray(), new int[values.Length]);
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(keys, order);
        for (var (start, end) = (0, 1); start < order.Length; start = end++)
        {
            while (end < order.Length && keys[end] == keys[start]) end++;
            Array.Sort(order, start, end - start);
        }
        return order;
    }

    /// <summary>One order from those of two halves.</summary>
    /// <param name="left">Indices of the first half, rising in value.</param>
    /// <param name="right">Indices of the second half less <paramref name="offset"/>, rising in value.</param>
    /// <param name="offset">Where the second half starts.</param>
    /// <param name="values">All values.</param>
    public static int[] Merge(ReadOnlySpan<int> left, ReadOnlySpan<int> right, int offset, ReadOnlySpan<double> values)
    {
        var order = new int[left.Length + right.Length];
        var (i, j) = (0, 0);
        for (var k = 0; k < order.Length; k++)
        {
            order[k] = j == right.Length || i < left.Length && values[left[i]] <= values[offset + right[j]] ? left[i++]
                : offset + right[j++];
        }
        return order;
    }
}
