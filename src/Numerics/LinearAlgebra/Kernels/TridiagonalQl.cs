namespace MarketingNotebooks.Numerics.LinearAlgebra.Kernels;

/// <summary>Eigenvalues of a symmetric tridiagonal matrix by QL iteration with implicit shifts; the rotations go to the vectors in
/// batches.</summary>
/// <remarks>Sources: Bowdler, Martin, Reinsch and Wilkinson (1968), Numer. Math. 11; Golub and Van Loan (2013), §8.3.</remarks>
internal static class TridiagonalQl
{
    private const int MostSweeps = 60, BatchSize = 24_000;

    /// <summary>Turns the diagonal into eigenvalues (in no order) and the rows of <paramref name="vectors"/> into their vectors.</summary>
    /// <param name="d">Diagonal.</param>
    /// <param name="e">Beside it; the last is not used. Destroyed.</param>
    /// <param name="vectors">Null for the values alone.</param>
    /// <param name="threads">Most threads, or null.</param>
    /// <returns>False when an eigenvalue did not settle in 60 sweeps, which rounding alone has never been seen to cause.</returns>
    public static bool Run(double[] d, double[] e, RotationStrips? vectors, int? threads)
    {
        var batch = new RotationBatch((int)Math.Min(BatchSize, 4L * d.Length * d.Length) + d.Length);
        for (var low = 0; low < d.Length; low++)
        {
            for (var sweeps = 0; ; sweeps++)
            {
                var high = Split(d, e, low);
                if (high == low) break;
                if (sweeps == MostSweeps) return false;
                Sweep(d, e, low, high, vectors is null ? null : batch);
                if (batch.Count < BatchSize) continue;
                vectors!.Apply(batch, threads);
                batch.Clear();
            }
        }
        vectors?.Apply(batch, threads);
        return true;
    }

    /// <summary>End of the block that starts at <paramref name="low"/>: the first with a negligible element beside it.</summary>
    private static int Split(double[] d, double[] e, int low)
    {
        var high = low;
        for (; high < d.Length - 1; high++)
        {
            if (Math.Abs(e[high]) <= Math.ScaleB(Math.Abs(d[high]) + Math.Abs(d[high + 1]), -53)) break;
        }
        return high;
    }

    private static void Sweep(double[] d, double[] e, int low, int high, RotationBatch? batch)
    {
        var g = (d[low + 1] - d[low]) / (2 * e[low]);
        g = d[high] - d[low] + e[low] / (g + Math.CopySign(Householder.Hypot(g, 1), g));
        var (s, c, p) = (1.0, 1.0, 0.0);
        batch?.Begin(high - 1, -1);
        for (var i = high - 1; i >= low; i--)
        {
            var f = s * e[i];
            var b = c * e[i];
            var r = Householder.Hypot(f, g);
            e[i + 1] = r;
            if (r == 0)
            {
                d[i + 1] -= p;
                e[high] = 0;
                return;
            }
            s = f / r;
            c = g / r;
            g = d[i + 1] - p;
            r = (d[i] - g) * s + 2 * c * b;
            p = s * r;
            d[i + 1] = g + p;
            g = c * r - b;
            batch?.Add(c, -s);
        }
        d[low] -= p;
        e[low] = g;
        e[high] = 0;
    }
}
