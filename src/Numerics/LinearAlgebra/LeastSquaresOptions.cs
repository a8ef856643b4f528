namespace MarketingNotebooks.Numerics.LinearAlgebra;

/// <summary>Settings of <see cref="LeastSquares"/>.</summary>
public sealed record LeastSquaresOptions
{
    /// <summary>A column counts as depending on the others when what they leave of it is below this share of the largest scaled column.
    /// Range: [0, 1). Default: null, max(n, d)·2⁻⁵².</summary>
    public double? RankTolerance { get; init; }

    /// <summary>Most passes of iterative refinement with residuals in twice the precision; they stop by themselves once the digits stand.
    /// 0 turns it off. Range: ≥ 0. Default: 5.</summary>
    public int Refinements { get; init; } = 5;
}
