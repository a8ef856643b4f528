using System.Numerics.Tensors;
using MarketingNotebooks.Numerics.LinearAlgebra.Kernels;
using MarketingNotebooks.Numerics.Sparse;

namespace MarketingNotebooks.Numerics.LinearAlgebra;

/// <summary>The leading singular values and vectors of a large matrix from a few products with it.</summary>
/// <remarks>
/// <para>Block Krylov iteration from random directions on the shorter side, until every wanted pair fits the matrix to a tolerance; then the
/// decomposition of A within what was found. Where singular values fall, six to twenty passes are enough; where they hardly fall (noise),
/// 40 to 100. <see cref="LeadingSvd.Converged"/> says whether the tolerance was met.</para>
/// <para>Cost with s = k + oversampling directions: a pass O(n·d·s) for a dense matrix, O(entries·s) for a sparse one, and O(min(n, d)·s²)
/// beside it; memory O((n + 8·min(n, d))·s) for n ≥ d. Values far below √ε·σ₁ are told apart only by <see cref="Svd"/>, which is also
/// faster for more than about a tenth of all values. Sources: Musco and Musco (2015), NeurIPS 28; Halko, Martinsson and Tropp (2011), SIAM
/// Review 53(2); Wu and Simon (2000), SIAM J. Matrix Anal. Appl. 22(2).</para>
/// </remarks>
public static class RandomizedSvd
{
    /// <summary>Blocks in the basis: fewer cost more passes, more cost more beside them.</summary>
    private const int Blocks = 8;

    /// <summary>Up to this share of λ₁ the residuals of AᵀA are rounding.</summary>
    private const double Rounding = 1e-14;

    /// <summary>Below this share of σ₁ the squares of singular values are rounding, and their vectors mixed: a few rounds of power iteration
    /// on A itself part them.</summary>
    private const double Mixed = 1e-7;
    private const int MostRounds = 4;

    /// <summary>The leading <see cref="RandomizedSvdOptions.Components"/> values with their vectors.</summary>
    /// <param name="a">Shape (n, d), finite, n ≥ 1, d ≥ 1. Not changed.</param>
    /// <param name="options">Null for defaults.</param>
    /// <param name="cancellationToken">Looked at between products.</param>
    /// <exception cref="ArgumentException">An empty matrix, a value that is not finite, or an option outside its range.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static LeadingSvd Decompose(Matrix a, RandomizedSvdOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new RandomizedSvdOptions();
        Check(a.Rows, a.Columns, options);
        InputChecks.Finite(a, "RandomizedSvd");
        return Decompose(new DenseOperator(a), options, cancellationToken);
    }

    /// <summary>The leading <see cref="RandomizedSvdOptions.Components"/> values of a sparse matrix with their vectors. Only products with
    /// it and with a sparse transpose are formed, centred or not: nothing of its size is made dense.</summary>
    /// <inheritdoc cref="Decompose(Matrix, RandomizedSvdOptions?, CancellationToken)"/>
    public static LeadingSvd Decompose(CsrMatrix a, RandomizedSvdOptions? options = null, CancellationToken cancellationToken = default)
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
            .Require(options.Tolerance is >= 0 and < 1, nameof(options.Tolerance), "in [0, 1)", options.Tolerance)
            .AtLeast(nameof(options.MaxPasses), options.MaxPasses, 4)
            .Threads(options.Threads)
            .ThrowIfAny();
    }

    private static LeadingSvd Decompose(ILinearOperator a, RandomizedSvdOptions options, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        if (options.Center) a = new CenteredOperator(a);
        var wide = a.Rows < a.Columns;
        if (wide) a = new TransposedOperator(a);
        var rng = new Rng(options.Seed);
        var scale = Scale(a.Times(Matrix.Create(a.Columns, 1, (_, _) => rng.NextNormal()), options.Threads, token));
        if (scale != 1) a = new ScaledOperator(a, scale);
        var block = (int)Math.Min(a.Columns, ((long)options.Components + options.Oversampling + 3) / 4 * 4);
        var (basis, passes) = (new BlockLanczos(a, block, Room(a, block), rng, options.Threads), 0);
        do
        {
            token.ThrowIfCancellationRequested();
            basis.Extend(token);
            passes += 2;
        }
        while (passes + 4 <= options.MaxPasses && !basis.IsWhole && !Settled(basis, options));
        return Within(a, basis.Vectors(block), passes, options, scale, wide, token);
    }

    /// <summary>Blocks that the basis may hold: two do, for one that is kept and one that is new.</summary>
    private static int Room(ILinearOperator a, int block)
    {
        var most = Array.MaxLength / a.Columns / block;
        return most >= 2 || block == a.Columns && most == 1 ? Math.Min(most, Blocks)
            : throw new ArgumentException($"RandomizedSvd keeps two blocks of {block} vectors of {a.Columns:N0} values, {Array.MaxLength:N0} values at most. Lower RandomizedSvdOptions.Components.");
    }

    /// <summary>A pair of AᵀA with residual r has, as one of A, a residual of r/σ.</summary>
    private static bool Settled(BlockLanczos basis, RandomizedSvdOptions options)
    {
        if (basis.Count < options.Components) return false;
        var first = basis.Value(0);
        for (var i = 0; i < options.Components; i++)
            if (basis.Residual(i) > Math.Max(0.9 * options.Tolerance * Math.Sqrt(first * basis.Value(i)), Rounding * first)) return false;
        return true;
    }

    /// <summary>The decomposition of A within the span of <paramref name="v"/>: the values have all their digits again, which squares of them had
    /// not, and the residuals are those of A itself.</summary>
    private static LeadingSvd Within(ILinearOperator a, Matrix v, int passes, RandomizedSvdOptions options, double scale, bool wide,
        CancellationToken token)
    {
        var (k, threads) = (options.Components, options.Threads);
        for (var round = 0; ; round++)
        {
            token.ThrowIfCancellationRequested();
            var image = Qr.Factor(a.Times(v, threads, token), threads);
            var small = Svd.Decompose(image.R, new() { Threads = threads });
            var left = Gemm.Multiply(image.Q, small.U, threads: threads, cancellationToken: token);
            var right = Gemm.Multiply(v, small.V, threads: threads, cancellationToken: token);
            var back = a.TransposedTimes(left, threads, token);
            passes += 2;
            double[] residuals = [.. Enumerable.Range(0, k).Select(i => Distance(back.Column(i), small.Values[i], right.Column(i)))];
            if (round < MostRounds && passes + 2 <= options.MaxPasses && small.Values[k - 1] < Mixed * small.Values[0]
                && residuals.Max() > Rounding * small.Values[0])
            {
                v = Qr.Factor(back, threads).Q;
                continue;
            }
            var converged = residuals.All(residual => residual <= options.Tolerance * small.Values[0]);
            var reason = converged ? "The residuals are within their tolerance."
                : passes + 2 > options.MaxPasses
                ? $"The limit of {options.MaxPasses} passes was reached. Raise RandomizedSvdOptions.MaxPasses or Tolerance."
                : "Rounding hides the rest. Raise RandomizedSvdOptions.Tolerance, or take Svd.";
            var (u, w) = Turned(wide ? right : left, wide ? left : right, k);
            return new LeadingSvd(u, [.. small.Values[..k].Select(value => scale * value)], w, [.. residuals.Select(value => scale * value)],
                passes, converged, reason);
        }
    }

    /// <summary>‖x − factor·y‖; x is changed.</summary>
    private static double Distance(double[] x, double factor, double[] y)
    {
        Vectors.AddScaled(-factor, y, x);
        return Vectors.Norm(x);
    }

    /// <summary>The leading k pairs, each turned so that the right vector's element of largest magnitude is positive.</summary>
    private static (Matrix U, Matrix V) Turned(Matrix u, Matrix v, int k)
    {
        double[] signs = [.. Enumerable.Range(0, k).Select(j => SymmetricEigen.Positive(v.Column(j)) ? -1 : 1)];
        return (Matrix.Create(u.Rows, k, (i, j) => signs[j] * u[i, j]), Matrix.Create(v.Rows, k, (i, j) => signs[j] * v[i, j]));
    }

    /// <summary>1, but for a matrix of values so large or small that fourth powers of theirs, squared residuals of AᵀA, might overflow or
    /// vanish: a power of two of their size.</summary>
    private static double Scale(Matrix image)
    {
        var largest = Math.Abs(TensorPrimitives.MaxMagnitude(image.Span));
        if (!double.IsFinite(largest)) throw new ArgumentException("RandomizedSvd: sums of the values overflow. Divide the matrix by its largest value first.");
        return largest is 0 or > 1e-30 and < 1e30 ? 1 : Vectors.PowerOfTwo(largest);
    }
}
