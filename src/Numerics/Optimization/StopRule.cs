namespace MarketingNotebooks.Numerics.Optimization;

/// <summary>When a descent has arrived. An objective of small numbers (a mean error, a share) is held to tolerances as much smaller, so that
/// its unit does not end the search early.</summary>
/// <param name="options">The tolerances.</param>
/// <param name="start">The value where the search began.</param>
internal sealed class StopRule(DescentOptions options, double start)
{
    /// <summary>Whether the largest element of the gradient is within its tolerance.</summary>
    public bool IsLevel(double largest, double value) => largest <= options.GradientTolerance * Math.Min(1, Math.Abs(value));

    /// <summary>Whether the last step gained no more than the tolerance. A value that falls to 0 has no share of its own; there the gain since
    /// the start counts a little.</summary>
    public bool IsSettled(double gain, double value) =>
        gain <= options.ValueTolerance * Math.Max(Math.Abs(value), 1e-8 * Math.Min(1, start - value));
}
