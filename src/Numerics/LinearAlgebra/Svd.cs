using System.Collections.Immutable;
using System.Numerics.Tensors;
using MarketingNotebooks.Numerics.LinearAlgebra.Kernels;

namespace MarketingNotebooks.Numerics.LinearAlgebra;

/// <summary>Singular value decomposition A = U·diag(σ)·Vᵀ: principal components, low-rank approximation, rank, pseudo-inverse.</summary>
/// <remarks>Tall matrices are first reduced by QR, wide ones transposed. Cost: at most 28n³/3 operations for a square matrix, fewer where values
/// cluster, 6nd² + 28d³/3 for a tall one. Only the leading values of a large matrix: <see cref="RandomizedSvd"/>. Sources: Golub and Van
/// Loan (2013), §8.6; Demmel and Kahan (1990); Gu and Eisenstat (1995); Drmač and Veselić (2008).</remarks>
public static class Svd
{
    /// <summary>From this many rows a column on, QR first is less work.</summary>
    private const double Tall = 1.6;

    /// <summary>All min(n, d) singular values and vectors.</summary>
    /// <param name="a">Shape (n, d), finite. Not changed.</param>
    /// <param name="options">Null for defaults.</param>
    /// <exception cref="ArgumentException">A value that is not finite, or an option outside its range.</exception>
    /// <exception cref="InvalidOperationException">The iteration did not settle (not known to happen on finite input).</exception>
    public static SvdDecomposition Decompose(Matrix a, SvdOptions? options = null)
    {
        options ??= new SvdOptions();
        new OptionChecks(nameof(SvdOptions)).Threads(options.Threads)
            .Require(Enum.IsDefined(options.Method), nameof(options.Method), "a value of SvdMethod", options.Method).ThrowIfAny();
        InputChecks.Finite(a, "Svd");
        if (a.Rows == 0 || a.Columns == 0) return new SvdDecomposition(Matrix.Zeros(a.Rows, 0), [], Matrix.Zeros(a.Columns, 0));
        var largest = Math.Abs(TensorPrimitives.MaxMagnitude(a.Span));
        var scale = largest == 0 ? 1 : Vectors.PowerOfTwo(largest);
        var work = a.Rows >= a.Columns ? a.Map(value => value / scale) : a.Transpose().Map(value => value / scale);
        var (left, values, right) = options.Method == SvdMethod.Jacobi ? ByJacobi(work, options.Threads) : ByBidiagonal(work,
            options.Threads);
        if (a.Rows < a.Columns) (left, right) = (right, left);
        return Ordered(left, values, right, scale);
    }

    /// <summary>All singular values, falling, without vectors, by implicit QR: less than a third of the work.</summary>
    /// <inheritdoc cref="Decompose"/>
    public static ImmutableArray<double> Values(Matrix a, SvdOptions? options = null)
    {
        options ??= new SvdOptions();
        if (options.Method == SvdMethod.Jacobi || a.Rows == 0 || a.Columns == 0) return Decompose(a, options).Values;
        new OptionChecks(nameof(SvdOptions)).Threads(options.Threads).ThrowIfAny();
        InputChecks.Finite(a, "Svd");
        var largest = Math.Abs(TensorPrimitives.MaxMagnitude(a.Span));
        var scale = largest == 0 ? 1 : Vectors.PowerOfTwo(largest);
        var work = a.Rows >= a.Columns ? a : a.Transpose();
        if (work.Rows > Tall * work.Columns) work = Qr.Factor(work, options.Threads).R;
        var reduced = new Bidiagonal(work.Map(value => value / scale).Span.ToArray(), work.Rows, work.Columns, options.Threads);
        Settled(BidiagonalQr.Run(reduced.Diagonal, reduced.Above, null, null, options.Threads));
        return [.. reduced.Diagonal.Select(value => scale * Math.Abs(value)).OrderDescending()];
    }

    /// <summary>Vectors as rows, values in no order.</summary>
    private static (Matrix Left, double[] Values, Matrix Right) ByBidiagonal(Matrix a, int? threads)
    {
        var (m, n) = (a.Rows, a.Columns);
        var qr = m > Tall * n ? Qr.Factor(a, threads) : null;
        var core = qr is null ? a : qr.R;
        var reduced = new Bidiagonal(core.Span.ToArray(), core.Rows, n, threads);
        var left = new double[n * core.Rows];
        var right = BidiagonalDivide.Run(reduced.Diagonal, reduced.Above, new SplitRows(left, core.Rows), threads);
        Settled(right is not null);
        reduced.ApplyLeft(left);
        reduced.ApplyRight(right!);
        var u = Matrix.Wrap(n, core.Rows, left);
        if (qr is not null) u = Gemm.Multiply(u, qr.Q, transposeB: true, threads: threads);
        return (u, reduced.Diagonal, Matrix.Wrap(n, n, right!));
    }

    /// <summary>A·P = Q·R; rotations make the rows of R orthogonal: Jᵀ·R = Σ·Wᵀ, so that A = (Q·J)·Σ·(P·W)ᵀ.</summary>
    private static (Matrix Left, double[] Values, Matrix Right) ByJacobi(Matrix a, int? threads)
    {
        var n = a.Columns;
        var qr = Qr.FactorPivoted(a, threads);
        var x = qr.R.Span.ToArray();
        var rotations = Matrix.Identity(n).Span.ToArray();
        Settled(OneSidedJacobi.Run(x, rotations, n, n));
        var values = new double[n];
        var right = new double[n * n];
        for (var k = 0; k < n; k++)
        {
            values[k] = Vectors.Norm(x.AsSpan(k * n, n));
            for (var j = 0; j < n; j++) right[k * n + qr.Pivots[j]] = values[k] == 0 ? 0 : x[k * n + j] / values[k];
        }
        OrthonormalRows.Complete(right, values, n);
        return (Gemm.Multiply(Matrix.Wrap(n, n, rotations), qr.Q, transposeB: true, threads: threads), values, Matrix.Wrap(n, n, right));
    }

    private static SvdDecomposition Ordered(Matrix left, double[] values, Matrix right, double scale)
    {
        var k = values.Length;
        var order = Enumerable.Range(0, k).OrderByDescending(i => values[i]).ToArray();
        var (u, v) = (Take(left, order), Take(right, order));
        for (var i = 0; i < k; i++)
        {
            var row = u.AsSpan(i * left.Columns, left.Columns);
            if (SymmetricEigen.Positive(v.AsSpan(i * right.Columns, right.Columns))) TensorPrimitives.Negate(row, row);
        }
        return new SvdDecomposition(Matrix.Wrap(k, left.Columns, u).Transpose(), [.. order.Select(i => scale * values[i])],
            Matrix.Wrap(k, right.Columns, v).Transpose());
    }

    private static double[] Take(Matrix rows, int[] order)
    {
        var taken = new double[order.Length * rows.Columns];
        for (var i = 0; i < order.Length; i++) rows.Row(order[i]).CopyTo(taken.AsSpan(i * rows.Columns));
        return taken;
    }

    private static void Settled(bool settled)
    {
        if (!settled) throw new InvalidOperationException("Svd did not settle within its sweeps. Try the other SvdMethod.");
    }
}
