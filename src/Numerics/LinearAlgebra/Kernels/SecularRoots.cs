using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MarketingNotebooks.Numerics.LinearAlgebra.Kernels;

/// <summary>Eigenvalues and vectors of diag(p) + z·zᵀ, the step that joins two halves of a divided problem. With pⱼ = dⱼ² these are the
/// singular values and right vectors of the matrix with z as its first row and d on the rest of its diagonal.</summary>
/// <remarks>The vectors are those of the z for which the roots found are exact; it differs from the one given by rounding, and its vectors
/// are orthogonal however close the roots lie. O(k²), on any number of threads with the same result. Source: Gu and Eisenstat (1994,
/// 1995), SIAM J. Matrix Anal. 15(4), 16(1), who owe the formula for z to Löwner.</remarks>
internal sealed class SecularRoots
{
    private readonly Poles _poles;
    private readonly double[] _differences, _z;
    private readonly int? _threads;

    /// <summary>The roots, rising: eigenvalues, or singular values where the poles are squared.</summary>
    public double[] Values { get; }

    /// <param name="poles">k ≥ 1 poles, apart by more than rounding.</param>
    /// <param name="z">One a pole, none negligible.</param>
    /// <param name="work">At least k² long; keeps the differences, then the vectors.</param>
    /// <param name="threads">Most threads, or null.</param>
    public SecularRoots(Poles poles, double[] z, double[] work, int? threads)
    {
        var k = poles.Count;
        (_poles, _differences, _z, _threads, Values) = (poles, work, new double[k], threads, new double[k]);
        var weights = Array.ConvertAll(z, value => value * value);
        Parallelism.For(k, Parallelism.Chunk(k, 40.0 * k), (start, end) =>
        {
            for (var root = start; root < end; root++)
            {
                var (origin, offset) = SecularEquation.Solve(poles, weights, root, work.AsSpan(root * k, k));
                Values[root] = poles.Root(origin, offset);
            }
        }, threads);
        Refit(z);
    }

    /// <summary>The unit vectors as rows, k × k, in the array given to the constructor; element j goes to column
    /// <paramref name="places"/>[j].</summary>
    /// <param name="places">A permutation of 0 … k − 1.</param>
    /// <param name="left">Null, or at least k² long, with squared poles of which the first is 0: the left singular vectors.</param>
    public void Vectors(int[] places, double[]? left)
    {
        var k = _poles.Count;
        Parallelism.For(k, Parallelism.Chunk(k, 10.0 * k), (start, end) =>
        {
            var vector = new double[k];
            for (var root = start; root < end; root++)
            {
                var row = _differences.AsSpan(root * k, k);
                Divide(_z, row, vector);
                Scatter(vector, places, row);
                if (left is null) continue;
                Image(vector);
                Scatter(vector, places, left.AsSpan(root * k, k));
            }
        }, _threads);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Divide(double[] z, ReadOnlySpan<double> differences, double[] vector)
    {
        for (var j = 0; j < vector.Length; j++) vector[j] = z[j] / differences[j];
    }

    /// <summary>The right vector's image, but for its length: zᵀv in the first row, which is −1, and d on the rest of the diagonal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Image(double[] vector)
    {
        for (var j = 1; j < vector.Length; j++) vector[j] *= _poles[j];
        vector[0] = -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scatter(double[] vector, int[] places, Span<double> row)
    {
        var norm = Kernels.Vectors.Norm(vector);
        for (var j = 0; j < vector.Length; j++) row[places[j]] = vector[j] / norm;
    }

    /// <summary>zⱼ² = Π (xᵢ − pⱼ) / Π (pᵢ − pⱼ), the roots and poles taken in pairs so that the product stays in range.</summary>
    private void Refit(double[] z)
    {
        var k = _poles.Count;
        Array.Fill(_z, 1);
        Parallelism.For(k, Parallelism.Chunk(k, 6.0 * k), (start, end) =>
        {
            var gaps = new double[end - start];
            for (var root = 0; root < k; root++)
            {
                _poles.Gaps(root, gaps, start);
                if (root >= start && root < end) gaps[root - start] = -1;
                MultiplyQuotients(_differences.AsSpan(root * k + start, gaps.Length), gaps, _z.AsSpan(start, gaps.Length));
            }
        }, _threads);
        for (var j = 0; j < k; j++) _z[j] = Math.CopySign(Math.Sqrt(Math.Abs(_z[j])), z[j]);
    }

    /// <summary>product ← product · above / below, element by element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MultiplyQuotients(ReadOnlySpan<double> above, ReadOnlySpan<double> below, Span<double> product)
    {
        ref var a = ref MemoryMarshal.GetReference(above);
        ref var b = ref MemoryMarshal.GetReference(below);
        ref var p = ref MemoryMarshal.GetReference(product);
        nuint j = 0;
        for (; j + 4 <= (nuint)product.Length; j += 4)
            (Vector256.LoadUnsafe(ref p, j) * (Vector256.LoadUnsafe(ref a, j) / Vector256.LoadUnsafe(ref b, j))).StoreUnsafe(ref p, j);
        for (var k = (int)j; k < product.Length; k++) product[k] *= above[k] / below[k];
    }
}
