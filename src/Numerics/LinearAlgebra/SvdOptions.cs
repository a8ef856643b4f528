namespace MarketingNotebooks.Numerics.LinearAlgebra;

/// <summary>How <see cref="Svd"/> computes.</summary>
public enum SvdMethod
{
    /// <summary>Bidiagonalisation, then divide and conquer: fast; errors of the order ε·σ₁, so that values far below the largest have fewer
    /// digits.</summary>
    Bidiagonal,

    /// <summary>Pivoted QR and one-sided Jacobi rotations: ten times slower and more; small values keep their digits when the matrix is
    /// well-conditioned but for the size of its columns.</summary>
    Jacobi,
}

/// <summary>Settings of <see cref="Svd"/>.</summary>
public sealed record SvdOptions
{
    /// <summary>How to compute. Default: <see cref="SvdMethod.Bidiagonal"/>.</summary>
    public SvdMethod Method { get; init; } = SvdMethod.Bidiagonal;

    /// <summary>Most threads; the result is the same at any number. Range: ≥ 1. Default: null, all processors.</summary>
    public int? Threads { get; init; }
}
