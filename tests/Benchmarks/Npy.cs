using System.Runtime.InteropServices;
using System.Text;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Benchmarks;

/// <summary>Writes a matrix in NumPy's .npy format, version 1.0, so that both sides work on the same values.</summary>
public static class Npy
{
    /// <summary>Writes <paramref name="matrix"/> to <paramref name="folder"/> and returns the file's path.</summary>
    public static string Write(string folder, string name, Matrix matrix)
    {
        var header = $"{{'descr': '<f8', 'fortran_order': False, 'shape': ({matrix.Rows}, {matrix.Columns}), }}";
        header = header.PadRight((header.Length + 11 + 63) / 64 * 64 - 11) + "\n"; // data starts at a multiple of 64
        var path = Path.Combine(folder, name);
        using var file = File.Create(path);
        file.Write([0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, (byte)(header.Length >> 8)]);
        file.Write(Encoding.ASCII.GetBytes(header));
        var span = matrix.Span;
        for (var start = 0; start < span.Length; start += 1 << 20)
            file.Write(MemoryMarshal.AsBytes(span[start..Math.Min(span.Length, start + (1 << 20))]));
        return path;
    }
}
