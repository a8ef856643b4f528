using System.Collections.Immutable;
using System.Numerics.Tensors;
using MarketingNotebooks.Numerics.LinearAlgebra.Kernels;

namespace MarketingNotebooks.Numerics.LinearAlgebra;

/// <summary>Eigenvalues and orthonormal eigenvectors of a symmetric matrix: a covariance, a graph's Laplacian.</summary>
/// <remarks>Tridiagonalisation by blocked reflections, then divide and conquer (QL iteration for the values alone and up to order 32). Cost: at
/// most 14n³/3 operations, fewer where values cluster; 4n³/3 for the values alone; memory for about six matrices of the size of A. Errors are of the order ε·‖A‖: eigenvalues far smaller than the largest have fewer digits; for a
/// Gram matrix XᵀX take <see cref="Svd"/> of X instead. Only the upper triangle is read. Sources: Dongarra, Sorensen and Hammarling (1989), J. Comput. Appl. Math. 27; Gu and
/// Eisenstat (1995), SIAM J. Matrix Anal. 16(1).</remarks>
public static class SymmetricEigen
{
    /// <summary>All eigenvalues and eigenvectors.</summary>
    /// <param name="a">Shape (n, n), finite, symmetric. Not changed.</param>
    /// <param name="threads">Most threads. Range: ≥ 1; null for all processors. The result is the same at any number.</param>
    /// <exception cref="ArgumentException">Not square, not finite, or not symmetric by more than 1e-8 of the largest element.</exception>
    /// <exception cref="InvalidOperationException">The iteration did not settle (not known to happen on finite input).</exception>
    public static EigenDecomposition Decompose(Matrix a, int? threads = null)
    {
        var (tridiagonal, scale) = Reduce(a, threads);
        if (tridiagonal is null) return new EigenDecomposition([], a);
        var n = a.Rows;
        var d = tridiagonal.Diagonal;
        var (rows, order) = TridiagonalDivide.Run(d, tridiagonal.Beside, threads) ?? throw Unsettled();
        tridiagonal.Apply(rows);
        for (var j = 0; j < n; j++) Positive(rows.AsSpan(j * n, n));
        return new EigenDecomposition([.. order.Select(j => scale * d[j])], Matrix.Wrap(n, n, rows).SelectRows(order).Transpose());
    }

    /// <summary>All eigenvalues, rising. Less than a third of the work of <see cref="Decompose"/>.</summary>
    /// <inheritdoc cref="Decompose"/>
    public static ImmutableArray<double> Values(Matrix a, int? threads = null)
    {
        var (tridiagonal, scale) = Reduce(a, threads);
        if (tridiagonal is null) return [];
        if (!TridiagonalQl.Run(tridiagonal.Diagonal, tridiagonal.Beside, null, threads)) throw Unsettled();
        return [.. tridiagonal.Diagonal.Order().Select(value => scale * value)];
    }

    /// <summary>Turns a vector so that its element of largest magnitude (the first of equals) is positive.</summary>
    internal static bool Positive(Span<double> vector)
    {
        if (vector.IsEmpty || vector[TensorPrimitives.IndexOfMaxMagnitude<double>(vector)] >= 0) return false;
        TensorPrimitives.Negate(vector, vector);
        return true;
    }

    private static (Tridiagonal? Reduced, double Scale) Reduce(Matrix a, int? threads)
    {
        InputChecks.Square(a, "SymmetricEigen");
        Parallelism.Resolve(threads);
        var n = a.Rows;
        if (n == 0) return (null, 1);
        var largest = Math.Abs(TensorPrimitives.MaxMagnitude(a.Span));
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (Math.Abs(a.Span[i * n + j] - a.Span[j * n + i]) > 1e-8 * largest)
                    throw new ArgumentException($"SymmetricEigen needs a symmetric matrix: elements ({i}, {j}) and ({j}, {i}) must be equal. "
                        + $"Got {a[i, j]:R} and {a[j, i]:R}. Average the matrix with its transpose if they should be.");
            }
        }
        // By a power of two, which is exact: squares on the way neither overflow nor vanish.
        var scale = largest == 0 ? 1 : Kernels.Vectors.PowerOfTwo(largest);
        var work = new double[n * n];
        TensorPrimitives.Divide(a.Span, scale, work);
        return (new Tridiagonal(work, n, threads), scale);
    }

    private static InvalidOperationException Unsettled() =>
        new("SymmetricEigen did not settle in 30 sweeps an eigenvalue. Use Svd with SvdMethod.Jacobi.");
}
