namespace MarketingNotebooks.Numerics.Optimization;

/// <summary>Settings of <see cref="Lbfgsb"/> and <see cref="Newton"/>.</summary>
public sealed record DescentOptions
{
    /// <summary>Stop when no element of the gradient (where it does not push against a bound) is larger than this times min(|f|, 1),
    /// and gradient times next step is no more than its square times |f|: the first depends on the parameters' unit, the second does not.
    /// Range: ≥ 0. Default: 1e-7.</summary>
    public double GradientTolerance { get; init; } = 1e-7;

    /// <summary>Stop when a step lowers the value by less than this share of |f|, or where f falls to 0, of 1e-8 times what was gained since
    /// the start (up to 1). Range: ≥ 0. Default: 1e-14.</summary>
    public double ValueTolerance { get; init; } = 1e-14;

    /// <summary>Most steps. Range: ≥ 1. Default: 1,000.</summary>
    public int MaxIterations { get; init; } = 1_000;

    /// <summary>Steps that L-BFGS-B remembers to learn curvature from. Range: ≥ 1. Default: 10.</summary>
    public int Memory { get; init; } = 10;

    internal void Check() => new OptionChecks(nameof(DescentOptions))
        .NotNegative(nameof(GradientTolerance), GradientTolerance)
        .NotNegative(nameof(ValueTolerance), ValueTolerance)
        .AtLeast(nameof(MaxIterations), MaxIterations, 1)
        .AtLeast(nameof(Memory), Memory, 1)
        .ThrowIfAny();
}
