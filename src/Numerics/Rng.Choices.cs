namespace MarketingNotebooks.Numerics;

public sealed partial class Rng
{
    /// <summary>An index drawn in proportion to its weight, in O(n). For many draws from the same weights use
    /// <see cref="AliasTable"/>.</summary>
    /// <param name="weights">Each ≥ 0 and finite, at least one above 0. They need not sum to 1.</param>
    /// <exception cref="ArgumentException">A weight is negative or not finite, or all are 0.</exception>
    public int NextCategorical(ReadOnlySpan<double> weights)
    {
        var total = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            if (!(weights[i] >= 0 && double.IsFinite(weights[i])))
                Fail($"NextCategorical needs finite weights ≥ 0. Got {weights[i]} at index {i}.");
            total += weights[i];
        }
        if (!(total > 0 && double.IsFinite(total)))
            Fail($"NextCategorical needs weights with a finite sum > 0. Got {weights.Length} weights with sum {total}.");
        var target = NextDouble() * total;
        var last = -1;
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] == 0) continue;
            last = i;
            target -= weights[i];
            if (target < 0) return i;
        }
        return last; // rounding used the target up: the last index with a weight
    }

    /// <summary>One of the items, all equally likely.</summary>
    /// <exception cref="ArgumentException">There are no items.</exception>
    public T Choice<T>(ReadOnlySpan<T> items)
    {
        if (items.Length == 0) Fail("Choice needs at least one item. Got none.");
        return items[Next(items.Length)];
    }

    /// <summary>One of the items, all equally likely.</summary>
    /// <exception cref="ArgumentException">There are no items.</exception>
    public T Choice<T>(IReadOnlyList<T> items)
    {
        if (items.Count == 0) Fail("Choice needs at least one item. Got none.");
        return items[Next(items.Count)];
    }

    /// <summary>One of the items, in proportion to its weight.</summary>
    /// <exception cref="ArgumentException">Lengths differ, or the weights are not valid.</exception>
    public T Choice<T>(IReadOnlyList<T> items, ReadOnlySpan<double> weights)
    {
        if (items.Count != weights.Length)
            Fail($"Choice needs one weight per item. Got {items.Count} items and {weights.Length} weights.");
        return items[NextCategorical(weights)];
    }

    /// <summary>Puts the items in random order, every order equally likely (Fisher and Yates; Durstenfeld 1964).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Next(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>The numbers 0 … count − 1 in random order.</summary>
    /// <param name="count">Range: ≥ 0.</param>
    /// <exception cref="ArgumentException">The count is negative.</exception>
    public int[] Permutation(int count)
    {
        if (count < 0) Fail($"Permutation needs a count ≥ 0. Got {count}.");
        var order = new int[count];
        for (var i = 0; i < count; i++) order[i] = i;
        Shuffle(order.AsSpan());
        return order;
    }

    /// <summary>Distinct indices below <paramref name="count"/>, in ascending order, every subset equally likely.</summary>
    /// <remarks>Floyd's algorithm (Bentley and Floyd 1987): O(size log size) time and O(size) memory.</remarks>
    /// <param name="count">Number of indices to choose from. Range: ≥ 0.</param>
    /// <param name="size">How many to choose. Range: [0, count].</param>
    /// <exception cref="ArgumentException">The size is outside [0, count].</exception>
    public int[] Sample(int count, int size)
    {
        if (size < 0 || size > count) Fail($"Sample needs a size in [0, {count}] for {count} items. Got {size}.");
        var chosen = new HashSet<int>(size);
        for (var j = count - size; j < count; j++)
        {
            if (!chosen.Add(Next(j + 1))) chosen.Add(j);
        }
        var indices = chosen.ToArray();
        Array.Sort(indices);
        return indices;
    }
}
