using System.Collections.Immutable;
using MarketingNotebooks.Numerics.LinearAlgebra.Kernels;

namespace MarketingNotebooks.Numerics.LinearAlgebra;

/// <summary>P·A = L·U, as <see cref="Lu"/> found it. Immutable.</summary>
public sealed class LuFactor
{
    private readonly double[] _lu;
    private readonly int _n, _sign;
    private readonly double _norm;
    private readonly int? _threads;

    internal LuFactor(double[] lu, int n, ImmutableArray<int> order, int sign, double norm, int? threads)
    {
        (_lu, _n, Order, _sign, _norm, _threads) = (lu, n, order, sign, norm, threads);
        ZeroPivot = -1;
        for (var i = n - 1; i >= 0; i--) if (lu[i * n + i] == 0) ZeroPivot = i;
    }

    /// <summary>Row i of L·U is row Order[i] of A.</summary>
    public ImmutableArray<int> Order { get; }

    /// <summary>True when a pivot is exactly zero. Rounding usually leaves a tiny pivot instead: look at <see cref="ConditionEstimate"/>
    /// too.</summary>
    public bool IsSingular => ZeroPivot >= 0;

    /// <summary>First position with a zero pivot, or −1.</summary>
    public int ZeroPivot { get; }

    /// <summary>Lower triangular with ones on its diagonal, shape (n, n).</summary>
    public Matrix L => Matrix.Create(_n, _n, (i, j) => i > j ? _lu[i * _n + j] : i == j ? 1 : 0);

    /// <summary>Upper triangular, shape (n, n).</summary>
    public Matrix U => Matrix.Create(_n, _n, (i, j) => i <= j ? _lu[i * _n + j] : 0);

    /// <summary>det A; 1 for an empty matrix. May overflow to ±∞ or underflow to 0; see <see cref="LogAbsDeterminant"/>.</summary>
    public double Determinant
    {
        get
        {
            double product = _sign;
            for (var i = 0; i < _n; i++) product *= _lu[i * _n + i];
            return product;
        }
    }

    /// <summary>ln |det A|; −∞ for a singular matrix.</summary>
    public double LogAbsDeterminant
    {
        get
        {
            var sum = 0.0;
            for (var i = 0; i < _n; i++) sum += Math.Log(Math.Abs(_lu[i * _n + i]));
            return sum;
        }
    }

    /// <summary>x with A·x = <paramref name="b"/>. O(n²).</summary>
    /// <param name="b">Of length n.</param>
    /// <exception cref="ArgumentException">The length is not n.</exception>
    /// <exception cref="InvalidOperationException">The matrix is singular.</exception>
    public double[] Solve(ReadOnlySpan<double> b)
    {
        InputChecks.Length(b.Length, _n, "LuFactor.Solve");
        CheckRegular();
        var x = new double[_n];
        for (var i = 0; i < _n; i++) x[i] = b[Order[i]];
        Triangular.Lower(_lu, _n, _n, x, unit: true);
        Triangular.Upper(_lu, _n, _n, x);
        return x;
    }

    /// <summary>X with A·X = <paramref name="b"/>. O(n²·columns).</summary>
    /// <param name="b">Shape (n, m).</param>
    /// <exception cref="ArgumentException">The rows are not n.</exception>
    /// <exception cref="InvalidOperationException">The matrix is singular.</exception>
    public Matrix Solve(Matrix b)
    {
        InputChecks.Length(b.Rows, _n, "LuFactor.Solve");
        CheckRegular();
        var x = new double[_n * b.Columns];
        for (var i = 0; i < _n; i++) b.Row(Order[i]).CopyTo(x.AsSpan(i * b.Columns));
        Triangular.LeftLower(_lu, _n, _n, x, b.Columns, b.Columns, unit: true, _threads);
        Triangular.LeftUpper(_lu, _n, _n, x, b.Columns, b.Columns, _threads);
        return Matrix.Wrap(_n, b.Columns, x, b.ColumnNames);
    }

    /// <summary>A⁻¹. O(n³). Prefer <see cref="Solve(Matrix)"/> where the inverse itself is not the result.</summary>
    /// <exception cref="InvalidOperationException">The matrix is singular.</exception>
    public Matrix Inverse() => Solve(Matrix.Identity(_n));

    /// <summary>An estimate of the condition number ‖A‖₁·‖A⁻¹‖₁, seldom below a third of it; ∞ when singular, 1 when empty. About
    /// log₁₀ of it are the digits that <see cref="Solve(ReadOnlySpan{double})"/> loses. O(n²).</summary>
    public double ConditionEstimate() =>
        _n == 0 ? 1 : IsSingular ? double.PositiveInfinity : _norm * Kernels.ConditionEstimate.InverseNorm(_n, InPlace, TransposedInPlace);

    // The order of rows changes no 1-norm of the inverse's columns taken together: P is left out on both sides.
    private void InPlace(Span<double> x)
    {
        Triangular.Lower(_lu, _n, _n, x, unit: true);
        Triangular.Upper(_lu, _n, _n, x);
    }

    private void TransposedInPlace(Span<double> x)
    {
        Triangular.UpperTransposed(_lu, _n, _n, x);
        for (var i = _n - 1; i >= 0; i--) Vectors.AddScaled(-x[i], _lu.AsSpan(i * _n, i), x[..i]);
    }

    private void CheckRegular()
    {
        if (IsSingular)
            throw new InvalidOperationException(
                $"LuFactor.Solve needs a regular matrix: pivot {ZeroPivot} must not be 0. Got 0. "
                + "Drop the column that depends on the others, or use LeastSquares.Solve.");
    }
}
