namespace MarketingNotebooks.Numerics.LinearAlgebra;

/// <summary>Settings of <see cref="RandomizedSvd"/>.</summary>
public sealed record RandomizedSvdOptions
{
    /// <summary>Singular values wanted. Range: [1, min(n, d)]. Default: 2.</summary>
    public int Components { get; init; } = 2;

    /// <summary>Extra random directions that catch what the wanted ones miss; the sum is cut to min(n, d). Range: ≥ 0. Default:
    /// 10.</summary>
    public int Oversampling { get; init; } = 10;

    /// <summary>Passes of subspace iteration: more where singular values fall slowly. Range: ≥ 0. Default: 4.</summary>
    public int PowerIterations { get; init; } = 4;

    /// <summary>Decompose the matrix less the mean of each column, as principal components need it; a sparse matrix stays sparse.
    /// Default: false.</summary>
    public bool Center { get; init; }

    /// <summary>Seed of the random directions. Default: 42.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>Most threads; the result is the same at any number. Range: ≥ 1. Default: null, all processors.</summary>
    public int? Threads { get; init; }
}
