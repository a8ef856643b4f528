namespace MarketingNotebooks.Numerics.LinearAlgebra.Kernels;

/// <summary>Makes rows orthogonal by plane rotations: their lengths are then singular values to high relative accuracy.</summary>
/// <remarks>Source: Drmač and Veselić (2008), SIAM J. Matrix Anal. 29(4).</remarks>
internal static class OneSidedJacobi
{
    private const int MostSweeps = 60;

    /// <summary>X ← Jᵀ·X with orthogonal rows; <paramref name="rotations"/> (rows × rows) ← Jᵀ·rotations.</summary>
    /// <returns>False when 60 sweeps did not do.</returns>
    public static bool Run(double[] x, double[] rotations, int rows, int columns)
    {
        var tolerance = Math.Sqrt(Math.Max(1, columns)) * Math.ScaleB(1, -53);
        for (var sweep = 0; sweep < MostSweeps; sweep++)
        {
            var rotated = false;
            for (var i = 0; i < rows; i++)
                for (var j = i + 1; j < rows; j++) rotated |= Rotate(x, rotations, rows, columns, i, j, tolerance);
            if (!rotated) return true;
        }
        return false;
    }

    private static bool Rotate(double[] x, double[] rotations, int rows, int columns, int i, int j, double tolerance)
    {
        var a = x.AsSpan(i * columns, columns);
        var b = x.AsSpan(j * columns, columns);
        var (lengthA, lengthB) = (Vectors.Norm(a), Vectors.Norm(b));
        if (lengthA == 0 || lengthB == 0) return false;
        // Scaled to unit length, so that rows of very different size lose nothing.
        var cosine = Cosine(a, lengthA, b, lengthB);
        if (Math.Abs(cosine) <= tolerance) return false;
        var ratio = lengthB / lengthA;
        var zeta = (ratio - 1 / ratio) / (2 * cosine);
        var t = double.IsInfinity(zeta) ? 0 : Math.CopySign(1, zeta) / (Math.Abs(zeta) + Householder.Hypot(1, zeta));
        var c = 1 / Math.Sqrt(1 + t * t);
        Turn(a, b, c, c * t);
        Turn(rotations.AsSpan(i * rows, rows), rotations.AsSpan(j * rows, rows), c, c * t);
        return t != 0;
    }

    private static double Cosine(ReadOnlySpan<double> a, double lengthA, ReadOnlySpan<double> b, double lengthB)
    {
        if (lengthA is > 1e-140 and < 1e140 && lengthB is > 1e-140 and < 1e140) return Vectors.Dot(a, b) / lengthA / lengthB;
        var sum = 0.0;
        for (var k = 0; k < a.Length; k++) sum += a[k] / lengthA * (b[k] / lengthB);
        return sum;
    }

    private static void Turn(Span<double> a, Span<double> b, double c, double s)
    {
        for (var k = 0; k < a.Length; k++)
        {
            var (x, y) = (a[k], b[k]);
            a[k] = c * x - s * y;
            b[k] = s * x + c * y;
        }
    }
}
