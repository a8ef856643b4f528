namespace MarketingNotebooks.Numerics.LinearAlgebra;

/// <summary>Settings of <see cref="RandomizedSvd"/>.</summary>
public sealed record RandomizedSvdOptions
{
    /// <summary>Singular values wanted. Range: [1, min(n, d)]. Default: 2.</summary>
    public int Components { get; init; } = 2;

    /// <summary>Directions beyond the wanted ones in each product: more cost more a product and need fewer. The sum is rounded up to a
    /// multiple of 4, as processors like it, and cut to min(n, d). Range: ≥ 0. Default: 4.</summary>
    public int Oversampling { get; init; } = 4;

    /// <summary>Stop when no residual ‖A·v − σ·u‖ is larger than this share of σ₁. Values are then right to about its square (see
    /// <see cref="LeadingSvd.Residuals"/>). Below about 1e-14·σ₁/σₖ it is lost in rounding. Range: [0, 1). Default: 1e-6.</summary>
    public double Tolerance { get; init; } = 1e-6;

    /// <summary>Most products with A and with Aᵀ, of Components + Oversampling vectors each. A fixed number, with a Tolerance of 0, makes
    /// for a fixed time. Range: ≥ 4. Default: 300.</summary>
    public int MaxPasses { get; init; } = 300;

    /// <summary>Decompose the matrix less the mean of each column, as principal components need it; a sparse matrix stays sparse.
    /// Default: false.</summary>
    public bool Center { get; init; }

    /// <summary>Seed of the random directions. Default: 42.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>Most threads; the result is the same at any number. Range: ≥ 1. Default: null, all processors.</summary>
    public int? Threads { get; init; }
}
