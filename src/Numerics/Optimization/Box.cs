namespace MarketingNotebooks.Numerics.Optimization;

/// <summary>Bounds on each parameter.</summary>
internal sealed class Box
{
    public Box(int d, ReadOnlySpan<double> lower, ReadOnlySpan<double> upper)
    {
        Lower = Fill(d, lower, double.NegativeInfinity, "lower");
        Upper = Fill(d, upper, double.PositiveInfinity, "upper");
        for (var j = 0; j < d; j++)
            if (!(Lower[j] <= Upper[j]))
                throw new ArgumentException($"Lbfgsb.Minimize needs lower ≤ upper for every parameter. Got [{Lower[j]}, {Upper[j]}] at index {j}.");
    }

    public double[] Lower { get; }

    public double[] Upper { get; }

    public void Clamp(double[] point)
    {
        for (var j = 0; j < point.Length; j++) point[j] = Math.Clamp(point[j], Lower[j], Upper[j]);
    }

    /// <summary>Largest move that a step along −gradient would make within the bounds: 0 at a solution.</summary>
    public double ProjectedGradient(Evaluated at)
    {
        var largest = 0.0;
        for (var j = 0; j < at.Point.Length; j++)
        {
            var room = at.Gradient[j] < 0 ? Upper[j] - at.Point[j] : at.Point[j] - Lower[j];
            largest = Math.Max(largest, Math.Min(Math.Abs(at.Gradient[j]), room));
        }
        return largest;
    }

    /// <summary>How often the direction fits between a point and the bounds. ≤ 1e10.</summary>
    public double Longest(double[] point, double[] direction)
    {
        var longest = 1e10;
        for (var j = 0; j < point.Length; j++)
        {
            if (direction[j] > 0) longest = Math.Min(longest, (Upper[j] - point[j]) / direction[j]);
            else if (direction[j] < 0) longest = Math.Min(longest, (Lower[j] - point[j]) / direction[j]);
        }
        return longest;
    }

    private static double[] Fill(int d, ReadOnlySpan<double> bounds, double none, string name)
    {
        if (bounds.Length != 0 && bounds.Length != d)
            throw new ArgumentException($"Lbfgsb.Minimize needs {d} {name} bounds or none. Got {bounds.Length}.");
        if (bounds.Length == d) return bounds.ToArray();
        var all = new double[d];
        Array.Fill(all, none);
        return all;
    }
}
