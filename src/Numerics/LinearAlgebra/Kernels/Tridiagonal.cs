namespace MarketingNotebooks.Numerics.LinearAlgebra.Kernels;

/// <summary>Reduces a symmetric matrix to tridiagonal form, A = Q·T·Qᵀ, by blocked Householder reflections.</summary>
/// <remarks>Half of the 4n³/3 operations are products with a symmetric matrix and bound by memory, the other half matrix products.
/// Source: Dongarra,
/// Sorensen and Hammarling (1989), J. Comput. Appl. Math. 27.</remarks>
internal sealed class Tridiagonal
{
    private const int Block = 32, RowBlock = 120;
    private readonly double[] _a, _tau;
    private readonly int _n;
    private readonly int? _threads;

    /// <summary>The n diagonal elements of T.</summary>
    public double[] Diagonal { get; }

    /// <summary>The n − 1 elements beside it, and a zero.</summary>
    public double[] Beside { get; }

    /// <param name="a">n × n; the upper triangle is read. Destroyed: row i keeps the vector of reflection i from column i + 1 on.</param>
    /// <param name="n">≥ 1.</param>
    /// <param name="threads">Most threads, or null.</param>
    public Tridiagonal(double[] a, int n, int? threads)
    {
        (_a, _n, _threads) = (a, n, threads);
        (Diagonal, Beside, _tau) = (new double[n], new double[n], new double[n]);
        // Rows 0 … b − 1 hold the vectors v, rows b … 2b − 1 the vectors w; the second array has them the other way round.
        var vw = new double[2 * Block * n];
        var wv = new double[2 * Block * n];
        for (var start = 0; start < n - 1; start += Block)
        {
            var width = Math.Min(Block, n - 1 - start);
            Array.Clear(vw);
            for (var k = 0; k < width; k++) Step(start + k, k, vw);
            var (half, next) = (Block * n, start + width);
            vw.AsSpan(0, half).CopyTo(wv.AsSpan(half));
            vw.AsSpan(half).CopyTo(wv);
            for (var top = next; top < n; top += RowBlock)
            {
                Gemm.Subtract(Math.Min(RowBlock, n - top), n - top, 2 * Block, vw.AsSpan(top), n, true, wv.AsSpan(top), n, false,
                    a.AsSpan(top * n + top), n, threads);
            }
        }
        Diagonal[n - 1] = a[n * n - 1];
    }

    /// <summary>Turns vectors of T, as rows, into those of A: X ← X·Qᵀ.</summary>
    /// <param name="rows">Row-major, n columns.</param>
    public void Apply(double[] rows)
    {
        for (var start = (_n - 2) / Block * Block; start >= 0 && _n > 1; start -= Block)
        {
            var width = Math.Min(Block, _n - 1 - start);
            var first = start + 1;
            new BlockReflector(_a.AsSpan(start * _n + first), _n, width, _n - first, _tau.AsSpan(start, width))
                .ApplyRight(rows.AsSpan(first), _n, rows.Length / _n, transposed: true, _threads);
        }
    }

    /// <summary>Brings row i up to date, reflects it, and finds w so that the rest becomes A − v·wᵀ − w·vᵀ.</summary>
    private void Step(int i, int k, double[] vw)
    {
        var n = _n;
        var row = _a.AsSpan(i * n + i, n - i);
        for (var r = 0; r < k; r++)
        {
            var v = vw.AsSpan(r * n + i, n - i);
            var w = vw.AsSpan((Block + r) * n + i, n - i);
            Kernels.Vectors.AddScaled(-w[0], v, row);
            Kernels.Vectors.AddScaled(-v[0], w, row);
        }
        Diagonal[i] = row[0];
        var rest = n - i - 1;
        var tau = _tau[i] = Householder.Generate(row[1..]);
        Beside[i] = row[1];
        if (tau == 0) return;
        var x = vw.AsSpan(k * n + i + 1, rest);
        var y = vw.AsSpan((Block + k) * n + i + 1, rest);
        row[1..].CopyTo(x);
        x[0] = 1;
        FusedPasses.SymmetricProduct(_a.AsSpan((i + 1) * n + i + 1), n, rest, x, y);
        for (var r = 0; r < k; r++)
        {
            var v = vw.AsSpan(r * n + i + 1, rest);
            var w = vw.AsSpan((Block + r) * n + i + 1, rest);
            var (along, across) = (Kernels.Vectors.Dot(v, x), Kernels.Vectors.Dot(w, x));
            Kernels.Vectors.AddScaled(-across, v, y);
            Kernels.Vectors.AddScaled(-along, w, y);
        }
        Kernels.Vectors.Scale(tau, y);
        Kernels.Vectors.AddScaled(-tau / 2 * Kernels.Vectors.Dot(x, y), x, y);
    }
}
