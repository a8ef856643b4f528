using System.Buffers;
using System.Runtime.InteropServices;

namespace MarketingNotebooks.Numerics.Kernels;

/// <summary>Pinned scratch memory from the shared pool, aligned to a cache line. Contents are undefined.</summary>
internal unsafe ref struct AlignedBuffer : IDisposable
{
    private const int Alignment = 64;
    private readonly double[] _array;
    private GCHandle _pin;

    public AlignedBuffer(long length)
    {
        _array = ArrayPool<double>.Shared.Rent(checked((int)(length + Alignment / sizeof(double))));
        _pin = GCHandle.Alloc(_array, GCHandleType.Pinned);
        Pointer = (double*)((_pin.AddrOfPinnedObject() + Alignment - 1) & -Alignment);
    }

    public double* Pointer { get; }

    public void Dispose()
    {
        _pin.Free();
        ArrayPool<double>.Shared.Return(_array);
    }
}
