using MarketingNotebooks.Numerics.LinearAlgebra.Kernels;
using MarketingNotebooks.Numerics.Sparse;

namespace MarketingNotebooks.Numerics.LinearAlgebra;

/// <summary>The leading singular values and vectors of a large matrix from a few products with it.</summary>
/// <remarks>Cost with s = k + oversampling directions: 2·(power iterations + 1) products of O(n·d·s) for a dense matrix, of O(entries·s) for a sparse one, and
/// O((n + d)·s²) for each. With the defaults, values that stand out by a tenth from the next are right to about six digits; for all
/// values, or full accuracy, take <see cref="Svd"/>. Source: Halko, Martinsson and Tropp (2011), SIAM Review 53(2), algorithms 4.4 and
/// 5.1.</remarks>
public static class RandomizedSvd
{
    /// <summary>The leading <see cref="RandomizedSvdOptions.Components"/> values with their vectors.</summary>
    /// <param name="a">Shape (n, d), finite, n ≥ 1, d ≥ 1. Not changed.</param>
    /// <param name="options">Null for defaults.</param>
    /// <param name="cancellationToken">Looked at between products.</param>
    /// <exception cref="ArgumentException">An empty matrix, a value that is not finite, or an option outside its range.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static SvdDecomposition Decompose(Matrix a, RandomizedSvdOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new RandomizedSvdOptions();
        Check(a.Rows, a.Columns, options);
        InputChecks.Finite(a, "RandomizedSvd");
        return Decompose(new DenseOperator(a), options, cancellationToken);
    }

    /// <summary>The leading <see cref="RandomizedSvdOptions.Components"/> values of a sparse matrix with their vectors. Only products with
    /// it and with a sparse transpose are formed: memory O(entries + (n + d)·(k + oversampling)), centred or not.</summary>
    /// <inheritdoc cref="Decompose(Matrix, RandomizedSvdOptions?, CancellationToken)"/>
    public static SvdDecomposition Decompose(CsrMatrix a, RandomizedSvdOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new RandomizedSvdOptions();
        Check(a.Rows, a.Columns, options);
        InputChecks.Finite(a, "RandomizedSvd");
        return Decompose(new SparseOperator(a), options, cancellationToken);
    }

    private static void Check(int rows, int columns, RandomizedSvdOptions options)
    {
        if (rows < 1 || columns < 1) throw new ArgumentException($"RandomizedSvd needs at least 1 row and 1 column. Got {rows} × {columns}.");
        var smaller = Math.Min(rows, columns);
        new OptionChecks(nameof(RandomizedSvdOptions))
            .Require(options.Components >= 1 && options.Components <= smaller, nameof(options.Components),
                $"in [1, {smaller}] for a {rows} × {columns} matrix", options.Components)
            .AtLeast(nameof(options.Oversampling), options.Oversampling, 0)
            .AtLeast(nameof(options.PowerIterations), options.PowerIterations, 0)
            .Threads(options.Threads)
            .ThrowIfAny();
    }

    private static SvdDecomposition Decompose(ILinearOperator a, RandomizedSvdOptions options, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        if (options.Center) a = new CenteredOperator(a);
        var (rng, threads) = (new Rng(options.Seed), options.Threads);
        var directions = (int)Math.Min(Math.Min(a.Rows, a.Columns), (long)options.Components + options.Oversampling);
        var q = Basis(a.Times(Matrix.Create(a.Columns, directions, (_, _) => rng.NextNormal()), threads, token));
        for (var pass = 0; pass < options.PowerIterations; pass++)
            q = Basis(a.Times(Basis(a.TransposedTimes(q, threads, token)), threads, token));
        var small = Svd.Decompose(a.TransposedTimes(q, threads, token).Transpose(), new() { Threads = threads });
        int[] leading = [.. Enumerable.Range(0, options.Components)];
        return new SvdDecomposition(Gemm.Multiply(q, small.U.SelectColumns(leading), threads: threads, cancellationToken: token),
            small.Values[..options.Components], small.V.SelectColumns(leading));

        Matrix Basis(Matrix x)
        {
            token.ThrowIfCancellationRequested();
            return Qr.Factor(x, threads).Q;
        }
    }
}
