namespace MarketingNotebooks.Numerics;

/// <summary>Draws indices in proportion to fixed weights, in constant time a draw. Immutable and thread-safe.</summary>
/// <remarks>Vose (1991), IEEE Trans. Softw. Eng. 17(9). Cost: O(n) to build, O(1) a draw, O(n) memory.</remarks>
public sealed class AliasTable
{
    private readonly double[] _thresholds;
    private readonly int[] _aliases;

    /// <summary>Builds the table.</summary>
    /// <param name="weights">Each ≥ 0 and finite, at least one above 0. They need not sum to 1.</param>
    /// <exception cref="ArgumentException">A weight is negative or not finite, or all are 0.</exception>
    public AliasTable(ReadOnlySpan<double> weights)
    {
        var total = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            if (!(weights[i] >= 0 && double.IsFinite(weights[i])))
                throw new ArgumentException($"AliasTable needs finite weights ≥ 0. Got {weights[i]} at index {i}.");
            total += weights[i];
        }
        if (!(total > 0 && double.IsFinite(total)))
            throw new ArgumentException($"AliasTable needs weights with a finite sum > 0. Got {weights.Length} weights with sum {total}.");

        var n = weights.Length;
        _thresholds = new double[n];
        _aliases = new int[n];
        var small = new Stack<int>();
        var large = new Stack<int>();
        var heaviest = 0;
        for (var i = 0; i < n; i++)
        {
            if (weights[i] > weights[heaviest]) heaviest = i;
            _thresholds[i] = weights[i] / total * n;
            _aliases[i] = i;
            (_thresholds[i] < 1 ? small : large).Push(i);
        }
        while (small.Count > 0 && large.Count > 0)
        {
            var less = small.Pop();
            var more = large.Pop();
            _aliases[less] = more;
            _thresholds[more] -= 1 - _thresholds[less];
            (_thresholds[more] < 1 ? small : large).Push(more);
        }
        // What is left has threshold 1 up to rounding; an index without weight must still never be drawn.
        foreach (var i in small.Concat(large))
        {
            if (weights[i] > 0) _thresholds[i] = 1;
            else _aliases[i] = heaviest;
        }
    }

    /// <summary>Number of indices n.</summary>
    public int Count => _thresholds.Length;

    /// <summary>An index in [0, n), in proportion to its weight.</summary>
    public int Next(Rng rng)
    {
        var i = rng.Next(_thresholds.Length);
        return rng.NextDouble() < _thresholds[i] ? i : _aliases[i];
    }
}
