using System.Runtime.Intrinsics;
using MarketingNotebooks.Numerics.Kernels;

namespace MarketingNotebooks.Numerics;

/// <summary>Dense matrix products.</summary>
/// <remarks>Packed, cache-blocked, with a kernel for AVX-512, one for AVX2 and one for other machines. Cost: 2·m·n·k operations,
/// O(k·n) scratch memory up to 4 MiB. Each element is the same chain of fused multiply-adds whatever the kernel and the number of
/// threads, so
/// results are the same bits everywhere. NaN and infinities propagate as in the plain triple loop: 0 · NaN is not skipped.</remarks>
public static class Gemm
{
    /// <summary>Below this many multiplications one thread is faster than two.</summary>
    private const double ThreadedFrom = 500_000;

    /// <summary>The product op(A)·op(B), where op transposes or not, without forming the transpose.</summary>
    /// <param name="a">op(A) has shape (m, k).</param>
    /// <param name="b">op(B) has shape (k, n).</param>
    /// <param name="transposeA">True for Aᵀ, e.g. the Gram matrix XᵀX.</param>
    /// <param name="transposeB">True for Bᵀ.</param>
    /// <param name="threads">Most threads. Range: ≥ 1; null for all processors.</param>
    /// <param name="cancellationToken">Looked at between blocks.</param>
    /// <returns>Shape (m, n), with the column names of op(B).</returns>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static Matrix Multiply(Matrix a, Matrix b, bool transposeA = false, bool transposeB = false, int? threads = null,
        CancellationToken cancellationToken = default)
    {
        var (m, k) = transposeA ? (a.Columns, a.Rows) : (a.Rows, a.Columns);
        var (depth, n) = transposeB ? (b.Columns, b.Rows) : (b.Rows, b.Columns);
        if (k != depth)
            throw new ArgumentException($"Multiply needs as many rows on the right as columns on the left ({k}). Got {depth} × {n}.");
        var size = (long)m * n;
        if (size > Array.MaxLength)
            throw new ArgumentException($"A matrix holds at most {Array.MaxLength:N0} values. Got {m} × {n} = {size:N0}.");
        var c = new double[size];
        Multiply(m, n, k, a.Span, a.Columns, transposeA, b.Span, b.Columns, transposeB, c, n, threads, cancellationToken);
        return Matrix.Wrap(m, n, c, transposeB ? null : b.ColumnNames);
    }

    /// <summary>C ← op(A)·op(B) on row-major memory.</summary>
    /// <param name="m">Rows of op(A) and C.</param>
    /// <param name="n">Columns of op(B) and C.</param>
    /// <param name="k">Columns of op(A), rows of op(B). 0 sets C to zero.</param>
    /// <param name="a">A as stored.</param>
    /// <param name="strideA">Distance between stored rows of A, ≥ its columns.</param>
    /// <param name="transposeA">True for Aᵀ.</param>
    /// <param name="b">B as stored.</param>
    /// <param name="strideB">Distance between stored rows of B, ≥ its columns.</param>
    /// <param name="transposeB">True for Bᵀ.</param>
    /// <param name="c">Overwritten. Must not overlap A or B.</param>
    /// <param name="strideC">Distance between rows of C, ≥ n.</param>
    /// <param name="threads">Most threads. Range: ≥ 1; null for all processors.</param>
    /// <param name="cancellationToken">Looked at between blocks.</param>
    /// <exception cref="ArgumentException">A span is too short for its shape and stride, or a size is negative.</exception>
    public static void Multiply(int m, int n, int k, ReadOnlySpan<double> a, int strideA, bool transposeA,
        ReadOnlySpan<double> b, int strideB, bool transposeB, Span<double> c, int strideC, int? threads = null,
        CancellationToken cancellationToken = default) =>
        Multiply(Best, m, n, k, a, strideA, transposeA, b, strideB, transposeB, c, strideC, threads, cancellationToken);

    /// <summary>C ← C − op(A)·op(B): the update of every blocked factorisation. C's elements must not be A's or B's; their spans may
    /// overlap.</summary>
    internal static void Subtract(int m, int n, int k, ReadOnlySpan<double> a, int strideA, bool transposeA,
        ReadOnlySpan<double> b, int strideB, bool transposeB, Span<double> c, int strideC, int? threads) =>
        Multiply(Best, m, n, k, a, strideA, transposeA, b, strideB, transposeB, c, strideC, threads, default, GemmTarget.Subtract);

    internal static GemmPath Best =>
        Vector512.IsHardwareAccelerated ? GemmPath.Vector512
        : Vector256.IsHardwareAccelerated ? GemmPath.Vector256
        : GemmPath.Vector128;

    internal static unsafe void Multiply(GemmPath path, int m, int n, int k, ReadOnlySpan<double> a, int strideA, bool transposeA,
        ReadOnlySpan<double> b, int strideB, bool transposeB, Span<double> c, int strideC, int? threads, CancellationToken token,
        GemmTarget target = GemmTarget.Overwrite)
    {
        if (m < 0 || n < 0 || k < 0) throw new ArgumentException($"Multiply needs sizes ≥ 0. Got m {m}, n {n}, k {k}.");
        Check(nameof(a), a.Length, transposeA ? k : m, transposeA ? m : k, strideA);
        Check(nameof(b), b.Length, transposeB ? n : k, transposeB ? k : n, strideB);
        Check(nameof(c), c.Length, m, n, strideC);
        var workers = Parallelism.Resolve(threads);
        if ((double)m * n * k < ThreadedFrom) workers = 1;
        if (m == 0 || n == 0) return;
        if (k == 0)
        {
            if (target != GemmTarget.Overwrite) return;
            for (var i = 0; i < m; i++) c.Slice(i * strideC, n).Clear();
            return;
        }
        fixed (double* pa = a, pb = b, pc = c)
        {
            var left = transposeA ? new Strided(pa, 1, strideA) : new Strided(pa, strideA, 1);
            var right = transposeB ? new Strided(pb, 1, strideB) : new Strided(pb, strideB, 1);
            switch (path)
            {
                case GemmPath.Vector512:
                    GemmBlocks.Multiply<GemmKernel512>(m, n, k, left, right, pc, strideC, target, workers, token);
                    break;
                case GemmPath.Vector256:
                    GemmBlocks.Multiply<GemmKernel256>(m, n, k, left, right, pc, strideC, target, workers, token);
                    break;
                default:
                    GemmBlocks.Multiply<GemmKernel128>(m, n, k, left, right, pc, strideC, target, workers, token);
                    break;
            }
        }
    }

    private static void Check(string name, int length, int rows, int columns, int stride)
    {
        if (stride < columns) throw new ArgumentException($"Multiply needs a stride of {name} ≥ its {columns} columns. Got {stride}.");
        var needed = rows == 0 || columns == 0 ? 0 : (rows - 1L) * stride + columns;
        if (length < needed)
            throw new ArgumentException(
                $"Multiply needs {needed} values in {name} for {rows} × {columns} at stride {stride}. Got {length}.");
    }
}

/// <summary>Which kernel computes a product; tests force each.</summary>
internal enum GemmPath
{
    Vector512,
    Vector256,
    Vector128,
}

/// <summary>What becomes of what C held before a product.</summary>
internal enum GemmTarget
{
    Overwrite,
    Subtract,
}
