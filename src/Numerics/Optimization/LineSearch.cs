using System.Numerics.Tensors;

namespace MarketingNotebooks.Numerics.Optimization;

/// <summary>A point with its value and gradient.</summary>
internal sealed record Evaluated(double[] Point, double Value, double[] Gradient);

/// <summary>A step along a direction that lowers the value enough and flattens the slope enough (the strong Wolfe conditions).</summary>
/// <remarks>Source: Nocedal and Wright (2006), Numerical Optimization, algorithms 3.5 and 3.6.</remarks>
internal sealed class LineSearch(GradientObjective function)
{
    private const double Decrease = 1e-4, Curvature = 0.9;

    /// <summary>Half the smallest relative distance of two numbers: less is not seen in a value.</summary>
    private const double Unseen = 5e-17;
    private const int MostSteps = 40;

    /// <summary>True when the slope promises less than rounding would hide.</summary>
    public static bool IsFlat(Evaluated from, double slope) => -slope <= 1e-13 * Math.Max(1, Math.Abs(from.Value));

    /// <summary>Calls of the function so far.</summary>
    public int Evaluations { get; private set; }

    /// <summary>The function where a search starts.</summary>
    /// <exception cref="ArgumentException">The value or the gradient is not finite there.</exception>
    public Evaluated Start(double[] point, string method)
    {
        var (value, gradient) = Call(point);
        StartChecks.Value(double.IsNaN(value) ? double.PositiveInfinity : value, method);
        StartChecks.Gradient(gradient, method);
        return new Evaluated(point, value, gradient);
    }

    /// <summary>The function at a point; +∞ where value or gradient are not defined, to be stepped back from.</summary>
    private Evaluated Evaluate(double[] point)
    {
        var (value, gradient) = Call(point);
        return new Evaluated(point, double.IsNaN(value) || !TensorPrimitives.IsFiniteAll<double>(gradient) ? double.PositiveInfinity : value,
            gradient);
    }

    private (double Value, double[] Gradient) Call(double[] point)
    {
        Evaluations++;
        var gradient = new double[point.Length];
        return (function(point, gradient), gradient);
    }

    /// <summary>The new point; null when none is lower than <paramref name="from"/>.</summary>
    /// <param name="from">Where the line starts.</param>
    /// <param name="direction">A descent direction.</param>
    /// <param name="first">First step to try. ≤ <paramref name="longest"/>.</param>
    /// <param name="longest">Longest step allowed.</param>
    /// <param name="clamp">Moves a point that rounding took over a bound back onto it.</param>
    public Evaluated? Run(Evaluated from, double[] direction, double first, double longest, Action<double[]> clamp)
    {
        var slope = TensorPrimitives.Dot<double>(from.Gradient, direction);
        var (low, lowValue, lowSlope) = (0.0, from.Value, slope);
        var high = double.PositiveInfinity;
        var step = Math.Min(first, longest);
        Evaluated? best = null;
        for (var k = 0; k < MostSteps; k++)
        {
            var point = new double[direction.Length];
            TensorPrimitives.MultiplyAdd(direction, step, from.Point, point);
            clamp(point);
            var tried = Evaluate(point);
            var along = TensorPrimitives.Dot<double>(tried.Gradient, direction);
            if (!double.IsFinite(tried.Value) || tried.Value >= from.Value || tried.Value > from.Value + Decrease * step * slope
                || best is not null && tried.Value >= lowValue)
            {
                high = step;
                step = double.IsFinite(tried.Value) ? Interpolate(low, lowValue, lowSlope, step, tried.Value) : (low + step) / 2;
            }
            else
            {
                best = tried;
                if (Math.Abs(along) <= -Curvature * slope || step >= longest && along < 0) return best;
                if (along * (double.IsFinite(high) ? high - low : 1) >= 0) high = low;
                (low, lowValue, lowSlope) = (step, tried.Value, along);
                step = double.IsFinite(high) ? (low + high) / 2 : Math.Min(longest, 4 * step);
            }
            if (double.IsFinite(high) && Math.Abs(high - low) <= 1e-15 * Math.Max(low, high)) break;
            if (best is null && -slope * step < Unseen * Math.Abs(from.Value)) break;
        }
        return best;
    }

    /// <summary>Minimiser of the parabola through a value and slope at one end and a value at the other, kept off the ends.</summary>
    private static double Interpolate(double low, double lowValue, double lowSlope, double high, double highValue)
    {
        var width = high - low;
        var bend = 2 * (highValue - lowValue - lowSlope * width);
        var share = bend == 0 ? 0.5 : -lowSlope * width / bend;
        return low + width * (double.IsNaN(share) ? 0.5 : Math.Clamp(share, 0.1, 0.9));
    }
}
