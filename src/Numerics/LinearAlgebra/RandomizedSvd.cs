namespace MarketingNotebooks.Numerics.LinearAlgebra;

/// <summary>The leading singular values and vectors of a large matrix from a few products with it.</summary>
/// <remarks>Cost: O(n·d·(k + oversampling)·(power iterations + 1)). With the defaults, values that stand out by a tenth from the next are
/// right to about six digits; for all values, or full accuracy, take <see cref="Svd"/>. Source: Halko, Martinsson and Tropp (2011), SIAM
/// Review 53(2),
/// algorithms 4.4 and 5.1.</remarks>
public static class RandomizedSvd
{
    /// <summary>The leading <see cref="RandomizedSvdOptions.Components"/> values with their vectors.</summary>
    /// <param name="a">Shape (n, d), finite, n ≥ 1, d ≥ 1. Not changed.</param>
    /// <param name="options">Null for defaults.</param>
    /// <param name="cancellationToken">Looked at between products.</param>
    /// <exception cref="ArgumentException">An empty matrix, a value that is not finite, or an option outside its range.</exception>
    public static SvdDecomposition Decompose(Matrix a, RandomizedSvdOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new RandomizedSvdOptions();
        if (a.Rows < 1 || a.Columns < 1) throw new ArgumentException($"RandomizedSvd needs at least 1 row and 1 column. Got {a.Rows} × {a.Columns}.");
        var smaller = Math.Min(a.Rows, a.Columns);
        new OptionChecks(nameof(RandomizedSvdOptions))
            .Require(options.Components >= 1 && options.Components <= smaller, nameof(options.Components),
                $"in [1, {smaller}] for a {a.Rows} × {a.Columns} matrix", options.Components)
            .AtLeast(nameof(options.Oversampling), options.Oversampling, 0)
            .AtLeast(nameof(options.PowerIterations), options.PowerIterations, 0)
            .Threads(options.Threads)
            .ThrowIfAny();
        InputChecks.Finite(a, "RandomizedSvd");
        var rng = new Rng(options.Seed);
        var directions = (int)Math.Min(smaller, (long)options.Components + options.Oversampling);
        var q = Range(Matrix.Create(a.Columns, directions, (_, _) => rng.NextNormal()), transposed: false);
        for (var pass = 0; pass < options.PowerIterations; pass++) q = Range(Range(q, transposed: true), transposed: false);
        var small = Svd.Decompose(Gemm.Multiply(q, a, transposeA: true, threads: options.Threads, cancellationToken: cancellationToken),
            new() { Threads = options.Threads });
        int[] leading = [.. Enumerable.Range(0, options.Components)];
        return new SvdDecomposition(Gemm.Multiply(q, small.U.SelectColumns(leading), threads: options.Threads,
            cancellationToken: cancellationToken),
            small.Values[..options.Components], small.V.SelectColumns(leading));

        // An orthonormal basis of A·x or Aᵀ·x.
        Matrix Range(Matrix x, bool transposed)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Qr.Factor(Gemm.Multiply(a, x, transposed, threads: options.Threads, cancellationToken: cancellationToken),
                options.Threads).Q;
        }
    }
}
