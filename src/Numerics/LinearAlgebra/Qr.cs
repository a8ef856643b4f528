using MarketingNotebooks.Numerics.LinearAlgebra.Kernels;

namespace MarketingNotebooks.Numerics.LinearAlgebra;

/// <summary>Factors a matrix as A = Q·R (or A·P = Q·R with column pivoting): Q has orthonormal columns, R is upper triangular.</summary>
/// <remarks>Householder reflections in blocks of 32, applied as matrix products; the pivoted kind takes one column at a time. Works on
/// the transpose, so that columns are contiguous. Cost: 2nd² − 2d³/3 operations for n ≥ d, one copy. For least squares see
/// <see cref="LeastSquares"/>. Sources: Golub and Van Loan (2013), Matrix Computations, §5.2 and §5.4; Drmač and Bujanović (2008), ACM
/// Trans. Math. Softw. 35(2) (when a downdated norm must be computed anew).</remarks>
public static class Qr
{
    private const int Block = 32;

    /// <summary>Below this share of the norm a column had when it was last summed up, its downdated norm has lost half of its
    /// digits.</summary>
    private const double NormTrust = 1e-8;

    /// <summary>A = Q·R.</summary>
    /// <param name="a">Shape (n, d), finite; n may be below d. Not changed.</param>
    /// <param name="threads">Most threads. Range: ≥ 1; null for all processors. The result is the same at any number.</param>
    /// <exception cref="ArgumentException">A value is not finite.</exception>
    public static QrFactor Factor(Matrix a, int? threads = null)
    {
        InputChecks.Finite(a, "Qr.Factor");
        Parallelism.Resolve(threads);
        var (n, d) = (a.Rows, a.Columns);
        var w = Columns(a);
        var steps = Math.Min(n, d);
        var tau = new double[steps];
        for (var start = 0; start < steps; start += Block)
        {
            var width = Math.Min(Block, steps - start);
            for (var j = start; j < start + width; j++)
            {
                var column = w.AsSpan(j * n + j, n - j);
                tau[j] = Householder.Generate(column);
                for (var k = j + 1; k < start + width; k++) Householder.Apply(tau[j], column, w.AsSpan(k * n + j, n - j));
            }
            var rest = d - start - width;
            if (rest == 0) continue;
            new BlockReflector(w.AsSpan(start * n + start), n, width, n - start, tau.AsSpan(start, width))
                .ApplyRight(w.AsSpan((start + width) * n + start), n, rest, transposed: false, threads);
        }
        return new QrFactor(w, n, d, tau, [.. Enumerable.Range(0, d)], threads);
    }

    /// <summary>A·P = Q·R where each step takes the column with the most left in it, so that |R₀₀| ≥ |R₁₁| ≥ … tells the rank.</summary>
    /// <inheritdoc cref="Factor"/>
    public static QrFactor FactorPivoted(Matrix a, int? threads = null)
    {
        InputChecks.Finite(a, "Qr.FactorPivoted");
        Parallelism.Resolve(threads);
        var (n, d) = (a.Rows, a.Columns);
        var w = Columns(a);
        var steps = Math.Min(n, d);
        var tau = new double[steps];
        var pivots = Enumerable.Range(0, d).ToArray();
        var norms = new double[d];
        for (var j = 0; j < d; j++) norms[j] = Vectors.Norm(w.AsSpan(j * n, n));
        var summed = (double[])norms.Clone();
        for (var j = 0; j < steps; j++)
        {
            var best = j;
            for (var k = j + 1; k < d; k++) if (norms[k] > norms[best]) best = k;
            if (best != j)
            {
                SwapRows(w, n, j, best);
                (pivots[j], pivots[best]) = (pivots[best], pivots[j]);
                (norms[best], summed[best]) = (norms[j], summed[j]);
            }
            var column = w.AsSpan(j * n + j, n - j);
            tau[j] = Householder.Generate(column);
            for (var k = j + 1; k < d; k++)
            {
                var other = w.AsSpan(k * n + j, n - j);
                Householder.Apply(tau[j], column, other);
                Downdate(ref norms[k], ref summed[k], other);
            }
        }
        return new QrFactor(w, n, d, tau, [.. pivots], threads);
    }

    /// <summary>Takes the first element out of a column's norm.</summary>
    private static void Downdate(ref double norm, ref double summed, ReadOnlySpan<double> column)
    {
        if (norm == 0) return;
        var share = Math.Abs(column[0]) / norm;
        var left = Math.Max(0, (1 - share) * (1 + share));
        var drift = norm / summed;
        if (left * drift * drift > NormTrust) norm *= Math.Sqrt(left);
        else norm = summed = Vectors.Norm(column[1..]);
    }

    private static double[] Columns(Matrix a) => a.Transpose().Span.ToArray();

    private static void SwapRows(double[] w, int length, int i, int j)
    {
        for (var k = 0; k < length; k++) (w[i * length + k], w[j * length + k]) = (w[j * length + k], w[i * length + k]);
    }
}
