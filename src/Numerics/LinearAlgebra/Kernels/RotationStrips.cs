using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MarketingNotebooks.Numerics.LinearAlgebra.Kernels;

/// <summary>Vectors as rows, cut into strips of 16 columns that lie together: a whole batch of rotations runs over a strip while it is in
/// the second cache level, with the row that two rotations share kept in registers.</summary>
internal sealed class RotationStrips
{
    private const int Width = 16;
    private readonly double[] _values;
    private readonly int _rows, _columns, _strips;

    /// <summary>Copies <paramref name="rows"/> × <paramref name="columns"/> row-major values.</summary>
    public RotationStrips(ReadOnlySpan<double> values, int rows, int columns)
    {
        (_rows, _columns, _strips) = (rows, columns, (columns + Width - 1) / Width);
        _values = new double[(long)_strips * Width * rows];
        for (var i = 0; i < rows; i++)
        {
            for (var strip = 0; strip < _strips; strip++)
            {
                var from = values.Slice(i * columns + strip * Width, Math.Min(Width, columns - strip * Width));
                from.CopyTo(_values.AsSpan((strip * rows + i) * Width));
            }
        }
    }

    /// <summary>Copies all rows, in their order, to a block of others.</summary>
    public void CopyTo(SplitRows target, int row, int column)
    {
        for (var i = 0; i < _rows; i++)
        {
            for (var strip = 0; strip < _strips; strip++)
            {
                var length = Math.Min(Width, _columns - strip * Width);
                _values.AsSpan((strip * _rows + i) * Width, length).CopyTo(target.Row(row + i, column + strip * Width, length));
            }
        }
    }

    /// <summary>Applies all rotations in order. The same bits at any number of threads: strips are independent.</summary>
    public void Apply(RotationBatch batch, int? threads)
    {
        if (batch.Count == 0) return;
        Parallelism.For(_strips, Parallelism.Chunk(_strips, 6.0 * Width * batch.Count), (start, end) =>
        {
            for (var strip = start; strip < end; strip++)
            {
                var values = _values.AsSpan(strip * _rows * Width, _rows * Width);
                for (var sweep = 0; sweep < batch.Sweeps; sweep++)
                {
                    var (first, step, rotations) = batch.Sweep(sweep);
                    var c = batch.Cosines[rotations];
                    var s = batch.Sines[rotations];
                    if (c.IsEmpty) continue;
                    if (step > 0) Up(values[(first * Width)..], c, s);
                    else Down(values[((first + 1 - c.Length) * Width)..], c, s);
                }
            }
        }, threads);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Up(Span<double> rows, ReadOnlySpan<double> c, ReadOnlySpan<double> s)
    {
        ref var row = ref MemoryMarshal.GetReference(rows);
        var (a0, a1, a2, a3) = Load(ref row);
        for (var k = 0; k < c.Length; k++)
        {
            var cosine = Vector256.Create(c[k]);
            var sine = Vector256.Create(s[k]);
            ref var next = ref Unsafe.Add(ref row, Width);
            var (b0, b1, b2, b3) = Load(ref next);
            Store(ref row, Mix(cosine, a0, sine, b0), Mix(cosine, a1, sine, b1), Mix(cosine, a2, sine, b2), Mix(cosine, a3, sine, b3));
            (a0, a1, a2, a3) = (Mix(cosine, b0, -sine, a0), Mix(cosine, b1, -sine, a1), Mix(cosine, b2, -sine, a2), Mix(cosine, b3,
                -sine, a3));
            row = ref next;
        }
        Store(ref row, a0, a1, a2, a3);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Down(Span<double> rows, ReadOnlySpan<double> c, ReadOnlySpan<double> s)
    {
        ref var row = ref Unsafe.Add(ref MemoryMarshal.GetReference(rows), c.Length * Width);
        var (a0, a1, a2, a3) = Load(ref row);
        for (var k = 0; k < c.Length; k++)
        {
            var cosine = Vector256.Create(c[k]);
            var sine = Vector256.Create(s[k]);
            ref var next = ref Unsafe.Subtract(ref row, Width);
            var (b0, b1, b2, b3) = Load(ref next);
            Store(ref row, Mix(cosine, a0, -sine, b0), Mix(cosine, a1, -sine, b1), Mix(cosine, a2, -sine, b2), Mix(cosine, a3, -sine, b3));
            (a0, a1, a2, a3) = (Mix(cosine, b0, sine, a0), Mix(cosine, b1, sine, a1), Mix(cosine, b2, sine, a2), Mix(cosine, b3, sine, a3));
            row = ref next;
        }
        Store(ref row, a0, a1, a2, a3);
    }

    /// <summary>c·x + s·y.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Mix(Vector256<double> c, Vector256<double> x, Vector256<double> s, Vector256<double> y) =>
        Vector256.FusedMultiplyAdd(s, y, c * x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<double>, Vector256<double>, Vector256<double>, Vector256<double>) Load(ref double at) =>
        (Vector256.LoadUnsafe(ref at), Vector256.LoadUnsafe(ref at, 4), Vector256.LoadUnsafe(ref at, 8), Vector256.LoadUnsafe(ref at, 12));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ref double at, Vector256<double> a, Vector256<double> b, Vector256<double> c, Vector256<double> d)
    {
        a.StoreUnsafe(ref at);
        b.StoreUnsafe(ref at, 4);
        c.StoreUnsafe(ref at, 8);
        d.StoreUnsafe(ref at, 12);
    }
}
