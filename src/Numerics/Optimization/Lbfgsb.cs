using System.Numerics.Tensors;

namespace MarketingNotebooks.Numerics.Optimization;

/// <summary>Minimises a smooth function of many parameters, each optionally between bounds: the workhorse of likelihoods.</summary>
/// <remarks>Limited-memory BFGS: each step minimises a quadratic model along the projected gradient, then over the parameters that are
/// free there. Cost a
/// step: O(memory·d) and a call or two of the function. Not for kinks or noise: take <see cref="NelderMead"/>. Source: Byrd, Lu, Nocedal
/// and
/// Zhu (1995), SIAM J. Sci. Comput. 16(5).</remarks>
public static class Lbfgsb
{
    /// <summary>Searches from <paramref name="start"/>.</summary>
    /// <param name="function">Value and gradient. Without derivatives: <see cref="NumericalGradient"/>.</param>
    /// <param name="start">Shape (d), d ≥ 1, finite; moved into the bounds.</param>
    /// <param name="lower">Shape (d), −∞ for none; empty for no lower bounds.</param>
    /// <param name="upper">Shape (d), +∞ for none, not below <paramref name="lower"/>; empty for no upper bounds.</param>
    /// <param name="options">Null for defaults.</param>
    /// <param name="cancellationToken">Looked at before each step.</param>
    /// <exception cref="ArgumentException">No parameters, a start that is not finite or where the function is not, bounds that do not
    /// fit, or
    /// an option outside its range.</exception>
    public static OptimizationResult Minimize(GradientObjective function, ReadOnlySpan<double> start, ReadOnlySpan<double> lower = default,
        ReadOnlySpan<double> upper = default, DescentOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new DescentOptions();
        options.Check();
        StartChecks.Point(start, "Lbfgsb.Minimize");
        var box = new Box(start.Length, lower, upper);
        var search = new LineSearch(function);
        var point = start.ToArray();
        box.Clamp(point);
        var here = search.Start(point, "Lbfgsb.Minimize");
        var stop = new StopRule(options, here.Value);
        var memory = new CurvatureMemory(options.Memory, start.Length);
        var iteration = 0;
        for (; ; iteration++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var left = box.ProjectedGradient(here);
            var level = stop.IsLevel(left, here.Value);
            if (left == 0 || level && iteration == options.MaxIterations) return Level();
            if (iteration == options.MaxIterations)
                return End(false, $"The limit of {options.MaxIterations} steps was reached. Raise DescentOptions.MaxIterations, or scale the parameters.");
            if (memory.IsEmpty) memory.Guess(here);
            var direction = QuadraticStep.Direction(here, box, memory);
            var slope = TensorPrimitives.Dot<double>(direction, here.Gradient);
            if (level && (stop.IsSpent(slope, here.Value) || !(slope < 0))) return Level();
            if (!(slope < 0))
            {
                if (memory.IsEmpty) return End(true, "No direction within the bounds goes down.");
                memory.Clear();
                continue;
            }
            var next = search.Run(here, direction, 1, box.Longest(here.Point, direction), box.Clamp);
            if (next is null)
            {
                if (level) return Level();
                if (LineSearch.IsFlat(here, memory.IsEmpty ? slope * memory.Theta : slope)) return End(true, "What is left to gain is below rounding.");
                // Stale curvature can spoil a direction: once more along the gradient alone.
                if (!memory.IsEmpty)
                {
                    memory.Clear();
                    continue;
                }
                return End(false, "No lower value was found along the direction: the gradient may be wrong, or rounding hides the rest. Check it against NumericalGradient.");
            }
            var gain = here.Value - next.Value;
            memory.Learn(here, next);
            here = next;
            if (stop.IsSettled(gain, here.Value)) return End(true, "The value no longer falls by more than its tolerance.");
        }

        OptimizationResult Level() => End(true, "The gradient is within its tolerance.");

        OptimizationResult End(bool converged, string reason) => new([.. here.Point], here.Value, converged, reason, iteration,
            search.Evaluations);
    }
}
