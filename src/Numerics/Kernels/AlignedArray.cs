using System.Runtime.CompilerServices;

namespace MarketingNotebooks.Numerics.Kernels;

/// <summary>A zeroed array that starts at a cache line, so that no vector load spans two.</summary>
internal sealed class AlignedArray
{
    private readonly double[] _array;
    private readonly int _offset;

    public unsafe AlignedArray(long length)
    {
        _array = GC.AllocateArray<double>(checked((int)(length + 8)), pinned: true);
        var address = (nint)Unsafe.AsPointer(ref _array[0]);
        _offset = (int)((((address + 63) & -64) - address) / sizeof(double));
        Length = (int)length;
    }

    public int Length { get; }

    public Span<double> Span => _array.AsSpan(_offset, Length);
}
