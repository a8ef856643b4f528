namespace MarketingNotebooks.Numerics.LinearAlgebra.Kernels;

/// <summary>Triangular solves on row-major memory, in place: halves of the triangle are split off until they are small, and what
/// connects the halves is a matrix product.</summary>
internal static class Triangular
{
    private const int Base = 24;

    /// <summary>L·x = b.</summary>
    public static void Lower(ReadOnlySpan<double> l, int stride, int n, Span<double> b, bool unit = false)
    {
        for (var i = 0; i < n; i++)
        {
            var row = l.Slice(i * stride, i + 1);
            var value = b[i] - Vectors.Dot(row[..i], b[..i]);
            b[i] = unit ? value : value / row[i];
        }
    }

    /// <summary>Lᵀ·x = b.</summary>
    public static void LowerTransposed(ReadOnlySpan<double> l, int stride, int n, Span<double> b)
    {
        for (var i = n - 1; i >= 0; i--)
        {
            var row = l.Slice(i * stride, i + 1);
            b[i] /= row[i];
            Vectors.AddScaled(-b[i], row[..i], b[..i]);
        }
    }

    /// <summary>U·x = b.</summary>
    public static void Upper(ReadOnlySpan<double> u, int stride, int n, Span<double> b)
    {
        for (var i = n - 1; i >= 0; i--)
        {
            var row = u.Slice(i * stride, n);
            b[i] = (b[i] - Vectors.Dot(row[(i + 1)..], b[(i + 1)..n])) / row[i];
        }
    }

    /// <summary>Uᵀ·x = b.</summary>
    public static void UpperTransposed(ReadOnlySpan<double> u, int stride, int n, Span<double> b)
    {
        for (var i = 0; i < n; i++)
        {
            var row = u.Slice(i * stride, n);
            b[i] /= row[i];
            Vectors.AddScaled(-b[i], row[(i + 1)..], b[(i + 1)..n]);
        }
    }

    /// <summary>L·X = B for m columns.</summary>
    public static void LeftLower(ReadOnlySpan<double> l, int stride, int n, Span<double> b, int strideB, int m, bool unit, int? threads)
    {
        if (n <= Base)
        {
            for (var i = 0; i < n; i++)
            {
                var row = b.Slice(i * strideB, m);
                for (var k = 0; k < i; k++) Vectors.AddScaled(-l[i * stride + k], b.Slice(k * strideB, m), row);
                if (!unit) Divide(row, l[i * stride + i]);
            }
            return;
        }
        var h = n / 2;
        LeftLower(l, stride, h, b, strideB, m, unit, threads);
        var rest = b[(h * strideB)..];
        Gemm.Subtract(n - h, m, h, l[(h * stride)..], stride, false, b, strideB, false, rest, strideB, threads);
        LeftLower(l[(h * stride + h)..], stride, n - h, rest, strideB, m, unit, threads);
    }

    /// <summary>Lᵀ·X = B for m columns.</summary>
    public static void LeftLowerTransposed(ReadOnlySpan<double> l, int stride, int n, Span<double> b, int strideB, int m, int? threads)
    {
        if (n <= Base)
        {
            for (var i = n - 1; i >= 0; i--)
            {
                var row = b.Slice(i * strideB, m);
                Divide(row, l[i * stride + i]);
                for (var k = 0; k < i; k++) Vectors.AddScaled(-l[i * stride + k], row, b.Slice(k * strideB, m));
            }
            return;
        }
        var h = n / 2;
        var rest = b[(h * strideB)..];
        LeftLowerTransposed(l[(h * stride + h)..], stride, n - h, rest, strideB, m, threads);
        Gemm.Subtract(h, m, n - h, l[(h * stride)..], stride, true, rest, strideB, false, b, strideB, threads);
        LeftLowerTransposed(l, stride, h, b, strideB, m, threads);
    }

    /// <summary>U·X = B for m columns.</summary>
    public static void LeftUpper(ReadOnlySpan<double> u, int stride, int n, Span<double> b, int strideB, int m, int? threads)
    {
        if (n <= Base)
        {
            for (var i = n - 1; i >= 0; i--)
            {
                var row = b.Slice(i * strideB, m);
                for (var k = i + 1; k < n; k++) Vectors.AddScaled(-u[i * stride + k], b.Slice(k * strideB, m), row);
                Divide(row, u[i * stride + i]);
            }
            return;
        }
        var h = n / 2;
        var rest = b[(h * strideB)..];
        LeftUpper(u[(h * stride + h)..], stride, n - h, rest, strideB, m, threads);
        Gemm.Subtract(h, m, n - h, u[h..], stride, false, rest, strideB, false, b, strideB, threads);
        LeftUpper(u, stride, h, b, strideB, m, threads);
    }

    /// <summary>X·Lᵀ = B for m rows.</summary>
    public static void RightLowerTransposed(ReadOnlySpan<double> l, int stride, int n, Span<double> b, int strideB, int m, int? threads)
    {
        if (n <= Base)
        {
            for (var i = 0; i < m; i++) Lower(l, stride, n, b.Slice(i * strideB, n));
            return;
        }
        var h = n / 2;
        RightLowerTransposed(l, stride, h, b, strideB, m, threads);
        Gemm.Subtract(m, n - h, h, b, strideB, false, l[(h * stride)..], stride, true, b[h..], strideB, threads);
        RightLowerTransposed(l[(h * stride + h)..], stride, n - h, b[h..], strideB, m, threads);
    }

    private static void Divide(Span<double> row, double by)
    {
        for (var j = 0; j < row.Length; j++) row[j] /= by;
    }
}
