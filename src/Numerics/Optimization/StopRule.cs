namespace MarketingNotebooks.Numerics.Optimization;

/// <summary>When a descent has arrived. An objective of small numbers (a mean error, a share) is held to tolerances as much smaller, so that
/// its unit does not end the search early.</summary>
/// <param name="options">The tolerances.</param>
/// <param name="start">The value where the search began.</param>
internal sealed class StopRule(DescentOptions options, double start)
{
    /// <summary>Whether the largest element of the gradient is within its tolerance.</summary>
    public bool IsLevel(double largest, double value) => largest <= options.GradientTolerance * Math.Min(1, Math.Abs(value));

    /// <summary>Whether the next step promises no more than t²·|f|, with t the gradient's tolerance: what a gradient of t·|f| promises where the
    /// function bends by |f|. A gradient alone depends on the parameters' unit: in cents it is a hundredth of what it is in euros. Gradient
    /// times step does not.</summary>
    /// <param name="slope">Gradient times step.</param>
    /// <param name="value">The function here.</param>
    public bool IsSpent(double slope, double value) => -slope <= options.GradientTolerance * options.GradientTolerance * Math.Abs(value);

    /// <summary>Whether the last step gained no more than the tolerance. A value that falls to 0 has no share of its own; there the gain since
    /// the start counts a little.</summary>
    public bool IsSettled(double gain, double value) =>
        gain <= options.ValueTolerance * Math.Max(Math.Abs(value), 1e-8 * Math.Min(1, start - value));
}
