using System.Numerics.Tensors;
using MarketingNotebooks.Numerics.LinearAlgebra;

namespace MarketingNotebooks.Numerics.Optimization;

/// <summary>Minimises a smooth function with second derivatives at hand: a few steps to full accuracy, e.g. for regressions.</summary>
/// <remarks>Newton's direction by Cholesky; where the Hessian is not positive definite, a multiple of the identity is added; then a line
/// search.
/// Cost a step: d³/3. Source: Nocedal and Wright (2006), Numerical Optimization, §3.4 (algorithm 3.3).</remarks>
public static class Newton
{
    /// <summary>Searches from <paramref name="start"/>.</summary>
    /// <param name="function">Value and gradient.</param>
    /// <param name="hessian">Second derivatives.</param>
    /// <param name="start">Shape (d), d ≥ 1, finite.</param>
    /// <param name="options">Null for defaults.</param>
    /// <param name="cancellationToken">Looked at before each step.</param>
    /// <exception cref="ArgumentException">No parameters, a start that is not finite or where the function is not, a Hessian of the wrong
    /// shape or not finite, or an option outside its range.</exception>
    public static OptimizationResult Minimize(GradientObjective function, Hessian hessian, ReadOnlySpan<double> start,
        DescentOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new DescentOptions();
        options.Check();
        StartChecks.Point(start, "Newton.Minimize");
        var search = new LineSearch(function);
        var here = search.Start(start.ToArray(), "Newton.Minimize");
        var stop = new StopRule(options, here.Value);
        var iteration = 0;
        for (; ; iteration++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var level = stop.IsLevel(Math.Abs(TensorPrimitives.MaxMagnitude<double>(here.Gradient)), here.Value);
            if (!level && iteration == options.MaxIterations)
                return End(false, $"The limit of {options.MaxIterations} steps was reached. Raise DescentOptions.MaxIterations, or scale the parameters.");
            var second = Second(here.Point);
            var direction = Direction(second, here.Gradient);
            var slope = TensorPrimitives.Dot<double>(direction, here.Gradient);
            if (level && (stop.IsSpent(slope, here.Value) || iteration == options.MaxIterations)) return Level(second);
            var next = search.Run(here, direction, 1, 1e10, _ => { });
            if (next is null && level) return Level(second);
            if (next is null && LineSearch.IsFlat(here, slope)) return End(true, "What is left to gain is below rounding.");
            if (next is null)
                return End(false, "No lower value was found along the direction: the derivatives may be wrong, or rounding hides the rest. Check them against NumericalGradient.");
            var gain = here.Value - next.Value;
            here = next;
            if (stop.IsSettled(gain, here.Value)) return End(true, "The value no longer falls by more than its tolerance.");
        }

        Matrix Second(double[] point) => hessian(point) is var second && second.Rows == point.Length && second.Columns == point.Length ? second
            : throw new ArgumentException($"Newton.Minimize needs a Hessian of {point.Length} × {point.Length}. Got {second.Rows} × {second.Columns}.");

        OptimizationResult Level(Matrix second) => Bends(second) ? End(true, "The gradient is within its tolerance.")
            : End(false, "The gradient is within its tolerance, but at a saddle or a maximum: the Hessian has a negative direction. Start elsewhere.");

        OptimizationResult End(bool converged, string reason) => new([.. here.Point], here.Value, converged, reason, iteration,
            search.Evaluations);
    }

    /// <summary>Whether no direction leads down, but for rounding.</summary>
    private static bool Bends(Matrix hessian) =>
        Cholesky.TryFactor(hessian + Matrix.Identity(hessian.Rows) * (1e-10 * Largest(hessian)), out _, threads: 1);

    private static double Largest(Matrix hessian) => Math.Max(Math.Abs(TensorPrimitives.MaxMagnitude(hessian.Span)), 1e-12);

    private static double[] Direction(Matrix hessian, double[] gradient)
    {
        var largest = Largest(hessian);
        var shift = 0.0;
        while (true)
        {
            if (Cholesky.TryFactor(shift == 0 ? hessian : hessian + Matrix.Identity(gradient.Length) * shift, out var factor, threads: 1))
            {
                var direction = factor.Solve(gradient);
                TensorPrimitives.Negate(direction, direction);
                return direction;
            }
            shift = shift == 0 ? 1e-4 * largest : 4 * shift;
        }
    }
}
