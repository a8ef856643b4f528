using System.Collections.Immutable;
using MarketingNotebooks.Numerics.LinearAlgebra.Kernels;

namespace MarketingNotebooks.Numerics.LinearAlgebra;

/// <summary>Finds the b that minimises ‖y − X·b‖₂, on data where the normal equations fail.</summary>
/// <remarks>Columns are scaled by powers of two (exactly), factored by pivoted Householder QR, and the solution is refined on the augmented
/// system with residuals in twice the precision. Cost: about 2nd² operations and two copies. A column that depends on others is left
/// out and told; no intercept is added. Sources: Björck (1967), BIT 7; Higham (2002), Accuracy and Stability of Numerical Algorithms,
/// §20.5.</remarks>
public static partial class LeastSquares
{
    /// <summary>The least squares solution, with what a regression needs of the factorisation.</summary>
    /// <param name="x">Shape (n, d), finite, n ≥ 1, d ≥ 1. Not changed. n below d is allowed: the rank is then at most n.</param>
    /// <param name="y">Of length n, finite.</param>
    /// <param name="options">Null for defaults.</param>
    /// <exception cref="ArgumentException">No rows or columns, a length that differs, a value that is not finite, or an option outside
    /// its range.</exception>
    public static LeastSquaresResult Solve(Matrix x, ReadOnlySpan<double> y, LeastSquaresOptions? options = null)
    {
        options ??= new LeastSquaresOptions();
        Check(x, y, options);
        var (n, d) = (x.Rows, x.Columns);
        var scales = Scales(x);
        var scaled = Matrix.Create(n, d, (i, j) => x.Span[i * d + j] / scales[j]);
        var qr = Qr.FactorPivoted(scaled, threads: 1);
        var rank = qr.Rank(options.RankTolerance);
        var kept = qr.Pivots.AsSpan()[..rank].ToArray();
        var columns = scaled.WithColumnNames().SelectColumns(kept).Transpose();
        var (b, r) = First(qr, y, columns, rank);
        LeastSquaresRefinement.Run(qr, rank, columns, y, b, r, options.Refinements);
        var coefficients = new double[d];
        for (var j = 0; j < rank; j++) coefficients[kept[j]] = b[j] / scales[kept[j]];
        var dropped = qr.Pivots.Skip(rank).Order().ToImmutableArray();
        var norm = Vectors.Norm(r);
        return new LeastSquaresResult([.. coefficients], [.. r], norm * norm, rank, dropped, qr.Condition(rank),
            Unscaled(qr, rank, kept, scales));
    }

    private static (double[] B, double[] R) First(QrFactor qr, ReadOnlySpan<double> y, Matrix columns, int rank)
    {
        var b = y.ToArray();
        qr.Project(b);
        qr.SolveR(b, rank);
        Array.Resize(ref b, rank);
        var r = new double[y.Length];
        for (var i = 0; i < r.Length; i++)
        {
            var sum = new DoubleDouble(y[i]);
            for (var j = 0; j < rank; j++) sum.AddProduct(-columns.Span[j * r.Length + i], b[j]);
            r[i] = sum.Value;
        }
        return (b, r);
    }

    /// <summary>(XᵀX)⁻¹ = D⁻¹P·R⁻¹R⁻ᵀ·PᵀD⁻¹.</summary>
    private static Matrix Unscaled(QrFactor qr, int rank, ReadOnlySpan<int> kept, double[] scales)
    {
        var d = scales.Length;
        var result = new double[d * d];
        Array.Fill(result, double.NaN);
        for (var j = 0; j < rank; j++)
        {
            var column = new double[rank];
            column[j] = 1;
            qr.SolveRTransposed(column, rank);
            qr.SolveR(column, rank);
            for (var i = 0; i < rank; i++) result[kept[i] * d + kept[j]] = column[i] / (scales[kept[i]] * scales[kept[j]]);
        }
        return Matrix.Wrap(d, d, result);
    }

    private static double[] Scales(Matrix x)
    {
        var scales = new double[x.Columns];
        for (var j = 0; j < scales.Length; j++)
        {
            var norm = Vectors.Norm(x.Column(j));
            scales[j] = norm == 0 ? 1 : Vectors.PowerOfTwo(norm);
        }
        return scales;
    }

    private static void Check(Matrix x, ReadOnlySpan<double> y, LeastSquaresOptions options)
    {
        new OptionChecks(nameof(LeastSquaresOptions))
            .Require(options.RankTolerance is null or (>= 0 and < 1), nameof(options.RankTolerance), "in [0, 1), or null", options.RankTolerance)
            .AtLeast(nameof(options.Refinements), options.Refinements, 0)
            .ThrowIfAny();
        if (x.Rows < 1 || x.Columns < 1)
            throw new ArgumentException($"LeastSquares needs at least 1 row and 1 column. Got {x.Rows} × {x.Columns}.");
        InputChecks.Length(y.Length, x.Rows, "LeastSquares");
        InputChecks.Finite(x, "LeastSquares");
        InputChecks.Finite(y, "y", "LeastSquares");
    }
}
