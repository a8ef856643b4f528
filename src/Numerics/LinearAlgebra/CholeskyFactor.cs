using MarketingNotebooks.Numerics.LinearAlgebra.Kernels;

namespace MarketingNotebooks.Numerics.LinearAlgebra;

/// <summary>A = L·Lᵀ, as <see cref="Cholesky"/> found it. Immutable.</summary>
public sealed class CholeskyFactor
{
    private readonly double _norm;
    private readonly int? _threads;

    internal CholeskyFactor(Matrix l, double norm, int? threads)
    {
        L = l;
        _norm = norm;
        _threads = threads;
    }

    /// <summary>Lower triangular, shape (n, n), positive diagonal, zeros above.</summary>
    public Matrix L { get; }

    /// <summary>ln det A: finite where the determinant itself overflows, as likelihoods need it.</summary>
    public double LogDeterminant
    {
        get
        {
            var sum = 0.0;
            for (var i = 0; i < L.Rows; i++) sum += Math.Log(L.Span[i * L.Rows + i]);
            return 2 * sum;
        }
    }

    /// <summary>det A. May overflow; see <see cref="LogDeterminant"/>.</summary>
    public double Determinant
    {
        get
        {
            var product = 1.0;
            for (var i = 0; i < L.Rows; i++) product *= L.Span[i * L.Rows + i];
            return product * product;
        }
    }

    /// <summary>x with A·x = <paramref name="b"/>. O(n²).</summary>
    /// <param name="b">Of length n.</param>
    /// <exception cref="ArgumentException">The length is not n.</exception>
    public double[] Solve(ReadOnlySpan<double> b)
    {
        InputChecks.Length(b.Length, L.Rows, "CholeskyFactor.Solve");
        var x = b.ToArray();
        Triangular.Lower(L.Span, L.Rows, L.Rows, x);
        Triangular.LowerTransposed(L.Span, L.Rows, L.Rows, x);
        return x;
    }

    /// <summary>X with A·X = <paramref name="b"/>. O(n²·columns).</summary>
    /// <param name="b">Shape (n, m).</param>
    /// <exception cref="ArgumentException">The rows are not n.</exception>
    public Matrix Solve(Matrix b)
    {
        InputChecks.Length(b.Rows, L.Rows, "CholeskyFactor.Solve");
        var x = b.Span.ToArray();
        Triangular.LeftLower(L.Span, L.Rows, L.Rows, x, b.Columns, b.Columns, false, _threads);
        Triangular.LeftLowerTransposed(L.Span, L.Rows, L.Rows, x, b.Columns, b.Columns, _threads);
        return Matrix.Wrap(b.Rows, b.Columns, x, b.ColumnNames);
    }

    /// <summary>L⁻¹·<paramref name="b"/>: whitens a vector whose covariance is A; its squared length is the Mahalanobis distance.
    /// O(n²).</summary>
    /// <param name="b">Of length n.</param>
    /// <exception cref="ArgumentException">The length is not n.</exception>
    public double[] Whiten(ReadOnlySpan<double> b)
    {
        InputChecks.Length(b.Length, L.Rows, "CholeskyFactor.Whiten");
        var x = b.ToArray();
        Triangular.Lower(L.Span, L.Rows, L.Rows, x);
        return x;
    }

    /// <summary>A⁻¹, symmetric. O(n³). Prefer <see cref="Solve(Matrix)"/> where the inverse itself is not the result.</summary>
    public Matrix Inverse() => Solve(Matrix.Identity(L.Rows));

    /// <summary>An estimate of the condition number ‖A‖₁·‖A⁻¹‖₁, seldom below a third of it; a relative error of the input can grow by
    /// that factor. 1 for an empty matrix. O(n²).</summary>
    public double ConditionEstimate() => L.Rows == 0 ? 1 : _norm * Kernels.ConditionEstimate.InverseNorm(L.Rows, InPlace, InPlace);

    private void InPlace(Span<double> x)
    {
        Triangular.Lower(L.Span, L.Rows, L.Rows, x);
        Triangular.LowerTransposed(L.Span, L.Rows, L.Rows, x);
    }
}
