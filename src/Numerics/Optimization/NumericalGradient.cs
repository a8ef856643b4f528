namespace MarketingNotebooks.Numerics.Optimization;

/// <summary>Gradients by central differences, for functions whose derivatives are not at hand.</summary>
public static class NumericalGradient
{
    /// <summary>The function with a gradient of about ten digits, at 2d more calls a point. Near a bound the difference is taken inside
    /// it.</summary>
    /// <param name="function">Smooth.</param>
    /// <param name="lower">Lower bounds, shape (d); empty for none.</param>
    /// <param name="upper">Upper bounds, shape (d); empty for none.</param>
    public static GradientObjective Of(Objective function, IReadOnlyList<double>? lower = null, IReadOnlyList<double>? upper = null) =>
        (point, gradient) =>
    {
        var moved = point.ToArray();
        CheckBounds(lower, moved.Length, nameof(lower));
        CheckBounds(upper, moved.Length, nameof(upper));
        for (var j = 0; j < moved.Length; j++)
        {
            var step = 6e-6 * Math.Max(1, Math.Abs(point[j])); // ∛ε: truncation and rounding balance
            var high = Math.Min(point[j] + step, upper is { Count: > 0 } ? upper[j] : double.PositiveInfinity);
            var low = Math.Max(point[j] - step, lower is { Count: > 0 } ? lower[j] : double.NegativeInfinity);
            moved[j] = high;
            var above = function(moved);
            moved[j] = low;
            gradient[j] = high == low ? 0 : (above - function(moved)) / (high - low);
            moved[j] = point[j];
        }
        return function(point);
    };

    private static void CheckBounds(IReadOnlyList<double>? bounds, int d, string name)
    {
        if (bounds is { Count: > 0 } && bounds.Count != d)
            throw new ArgumentException($"NumericalGradient.Of needs {d} {name} bounds or none. Got {bounds.Count}.");
    }
}
