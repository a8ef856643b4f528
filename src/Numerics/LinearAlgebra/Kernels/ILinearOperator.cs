using MarketingNotebooks.Numerics.Sparse;

namespace MarketingNotebooks.Numerics.LinearAlgebra.Kernels;

/// <summary>A matrix known by its products alone.</summary>
internal interface ILinearOperator
{
    /// <summary>n.</summary>
    int Rows { get; }

    /// <summary>d.</summary>
    int Columns { get; }

    /// <summary>A·x.</summary>
    /// <param name="x">d rows.</param>
    /// <param name="threads">Most threads, or null.</param>
    /// <param name="token">Looked at on the way.</param>
    Matrix Times(Matrix x, int? threads, CancellationToken token);

    /// <summary>Aᵀ·x.</summary>
    /// <param name="x">n rows.</param>
    /// <param name="threads">Most threads, or null.</param>
    /// <param name="token">Looked at on the way.</param>
    Matrix TransposedTimes(Matrix x, int? threads, CancellationToken token);
}

/// <summary>A dense matrix.</summary>
internal sealed class DenseOperator(Matrix a) : ILinearOperator
{
    public int Rows => a.Rows;

    public int Columns => a.Columns;

    public Matrix Times(Matrix x, int? threads, CancellationToken token) =>
        Gemm.Multiply(a, x, threads: threads, cancellationToken: token);

    public Matrix TransposedTimes(Matrix x, int? threads, CancellationToken token) =>
        Gemm.Multiply(a, x, transposeA: true, threads: threads, cancellationToken: token);
}

/// <summary>A sparse matrix, with its transpose: both products then run over rows, in threads that share nothing.</summary>
internal sealed class SparseOperator(CsrMatrix a) : ILinearOperator
{
    private readonly CsrMatrix _transpose = a.Transpose();

    public int Rows => a.Rows;

    public int Columns => a.Columns;

    public Matrix Times(Matrix x, int? threads, CancellationToken token) => Product(a, x, threads, token);

    public Matrix TransposedTimes(Matrix x, int? threads, CancellationToken token) => Product(_transpose, x, threads, token);

    private static Matrix Product(CsrMatrix left, Matrix right, int? threads, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        return left.Multiply(right, threads);
    }
}

/// <summary>Aᵀ in place of A.</summary>
internal sealed class TransposedOperator(ILinearOperator a) : ILinearOperator
{
    public int Rows => a.Columns;

    public int Columns => a.Rows;

    public Matrix Times(Matrix x, int? threads, CancellationToken token) => a.TransposedTimes(x, threads, token);

    public Matrix TransposedTimes(Matrix x, int? threads, CancellationToken token) => a.Times(x, threads, token);
}

/// <summary>A matrix divided by a number, a power of two: exact.</summary>
internal sealed class ScaledOperator(ILinearOperator a, double divisor) : ILinearOperator
{
    public int Rows => a.Rows;

    public int Columns => a.Columns;

    public Matrix Times(Matrix x, int? threads, CancellationToken token) => a.Times(x, threads, token).Map(value => value / divisor);

    public Matrix TransposedTimes(Matrix x, int? threads, CancellationToken token) =>
        a.TransposedTimes(x, threads, token).Map(value => value / divisor);
}

/// <summary>A matrix less the mean of each column, A − 1·μᵀ, which for a sparse one would be dense: the means are taken from the
/// products instead.</summary>
internal sealed class CenteredOperator : ILinearOperator
{
    private readonly ILinearOperator _inner;
    private readonly double[] _means;

    public CenteredOperator(ILinearOperator inner)
    {
        _inner = inner;
        var sums = inner.TransposedTimes(Matrix.Create(inner.Rows, 1, (_, _) => 1), null, default);
        _means = Array.ConvertAll(sums.Span.ToArray(), sum => sum / inner.Rows);
    }

    public int Rows => _inner.Rows;

    public int Columns => _inner.Columns;

    public Matrix Times(Matrix x, int? threads, CancellationToken token)
    {
        var shift = new double[x.Columns];
        for (var i = 0; i < x.Rows; i++) Vectors.AddScaled(_means[i], x.Row(i), shift);
        return Subtract(_inner.Times(x, threads, token), _ => 1, shift);
    }

    public Matrix TransposedTimes(Matrix x, int? threads, CancellationToken token)
    {
        var sums = new double[x.Columns];
        for (var i = 0; i < x.Rows; i++) Vectors.AddScaled(1, x.Row(i), sums);
        return Subtract(_inner.TransposedTimes(x, threads, token), i => _means[i], sums);
    }

    private static Matrix Subtract(Matrix product, Func<int, double> factor, double[] row)
    {
        var values = product.Span.ToArray();
        for (var i = 0; i < product.Rows; i++) Vectors.AddScaled(-factor(i), row, values.AsSpan(i * row.Length, row.Length));
        return Matrix.Wrap(product.Rows, product.Columns, values);
    }
}
