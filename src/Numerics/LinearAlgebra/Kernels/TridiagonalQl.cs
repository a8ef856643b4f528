using System.Runtime.CompilerServices;

namespace MarketingNotebooks.Numerics.LinearAlgebra.Kernels;

/// <summary>Eigenvalues of a symmetric tridiagonal matrix by QL or QR iteration with implicit shifts; the rotations go to the vectors in
/// batches.</summary>
/// <remarks>A sweep runs from the large end of a block to the small one, where values then settle: the other way round, graded matrices
/// (those of low rank among them) may never settle. Sources: Bowdler, Martin, Reinsch and Wilkinson (1968), Numer. Math. 11; Greenbaum and Dongarra
/// (1989), LAPACK Working Note 17.</remarks>
internal static class TridiagonalQl
{
    private const int SweepsPerValue = 30, BatchSize = 24_000;

    /// <summary>Turns the diagonal into eigenvalues (in no order) and the rows of <paramref name="vectors"/> into their vectors.</summary>
    /// <param name="d">Diagonal.</param>
    /// <param name="e">Beside it; the last is not used. Destroyed.</param>
    /// <param name="vectors">Null for the values alone.</param>
    /// <param name="threads">Most threads, or null.</param>
    /// <returns>False when 30 sweeps a value did not do, which has never been seen.</returns>
    public static bool Run(double[] d, double[] e, RotationStrips? vectors, int? threads)
    {
        var batch = vectors is null ? null : new RotationBatch((int)Math.Min(BatchSize, 4L * d.Length * d.Length) + d.Length);
        var floor = Floor(d, e);
        var (low, lastHigh, down) = (0, -1, false);
        for (var left = (long)SweepsPerValue * d.Length; ; left--)
        {
            int high;
            while ((high = Split(d, e, low, floor)) == low)
            {
                if (++low < d.Length) continue;
                if (batch is not null) vectors!.Apply(batch, threads);
                return true;
            }
            if (left == 0) return false;
            if (low > lastHigh) down = Math.Abs(d[low]) > Math.Abs(d[high]);
            lastHigh = high;
            if (down) Sweep(d, e, low, high, 1, batch);
            else Sweep(d, e, high, low, -1, batch);
            if (batch is null || batch.Count < BatchSize) continue;
            vectors!.Apply(batch, threads);
            batch.Clear();
        }
    }

    /// <summary>An element that is nothing beside the largest: where both of its neighbours on the diagonal vanish no other test would end
    /// the iteration.</summary>
    private static double Floor(double[] d, double[] e)
    {
        var largest = Math.Abs(d[^1]);
        for (var i = 0; i < d.Length - 1; i++) largest = Math.Max(largest, Math.Max(Math.Abs(d[i]), Math.Abs(e[i])));
        return Math.ScaleB(largest, -200);
    }

    /// <summary>End of the block that starts at <paramref name="low"/>: the first with a negligible element beside it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Split(double[] d, double[] e, int low, double floor)
    {
        const double half = 1.1102230246251565e-16;
        var high = low;
        while (high < d.Length - 1 && Math.Abs(e[high]) > half * (Math.Abs(d[high]) + Math.Abs(d[high + 1])) + floor) high++;
        return high;
    }

    /// <summary>One sweep over a block from one end to the other, at which values settle.</summary>
    /// <param name="d">Diagonal.</param>
    /// <param name="e">Beside it.</param>
    /// <param name="start">The end with large values.</param>
    /// <param name="end">The end with small values.</param>
    /// <param name="step">1 where <paramref name="end"/> is above <paramref name="start"/>, −1 where it is below.</param>
    /// <param name="batch">Gets the rotations; null for none.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sweep(double[] d, double[] e, int start, int end, int step, RotationBatch? batch)
    {
        // Between place i and the next one on the way lies e[i + beside].
        var beside = step > 0 ? 0 : -1;
        var last = e[end - step + beside];
        var g = (d[end - step] - d[end]) / (2 * last);
        g = d[start] - d[end] + last / (g + Math.CopySign(Householder.Hypot(g, 1), g));
        var (s, c, p) = (1.0, 1.0, 0.0);
        batch?.Begin(start + beside, step);
        for (var i = start; i != end; i += step)
        {
            var element = e[i + beside];
            var (f, b) = (s * element, c * element);
            var squares = f * f + g * g;
            var r = squares is > 1e-280 and < 1e280 ? Math.Sqrt(squares) : Householder.Hypot(f, g);
            if (i != start) e[i - step + beside] = r;
            if (r == 0)
            {
                d[i] -= p;
                return;
            }
            s = f / r;
            c = g / r;
            g = d[i] - p;
            r = (d[i + step] - g) * s + 2 * c * b;
            p = s * r;
            d[i] = g + p;
            g = c * r - b;
            batch?.Add(c, step * s);
        }
        d[end] -= p;
        e[end - step + beside] = g;
    }
}
