namespace MarketingNotebooks.Numerics.LinearAlgebra.Kernels;

/// <summary>Reduces an m × n matrix, m ≥ n, to upper bidiagonal form, A = U·B·Vᵀ, by Householder reflections from both sides.</summary>
/// <remarks>8n³/3 operations for a square matrix, bound by memory; each step reads what is left of the matrix twice. Source: Howell,
/// Demmel,
/// Fulton, Hammarling and Marmol (2008), ACM Trans. Math. Softw. 34(3).</remarks>
internal sealed class Bidiagonal
{
    private const int Block = 32;
    private readonly double[] _u, _v, _tauU, _tauV;
    private readonly int _m, _n;
    private readonly int? _threads;

    /// <summary>The n diagonal elements of B.</summary>
    public double[] Diagonal { get; }

    /// <summary>The n − 1 elements above it.</summary>
    public double[] Above { get; }

    /// <param name="a">m × n, row-major. Destroyed.</param>
    /// <param name="m">≥ n.</param>
    /// <param name="n">≥ 1.</param>
    /// <param name="threads">Most threads, or null.</param>
    public Bidiagonal(double[] a, int m, int n, int? threads)
    {
        (_m, _n, _threads) = (m, n, threads);
        (_u, _v, _tauU, _tauV) = (new double[n * m], new double[n * n], new double[n], new double[n]);
        (Diagonal, Above) = (new double[n], new double[Math.Max(0, n - 1)]);
        // The rank-two update p·zᵀ + q·vᵀ that step k leaves to step k + 1.
        var (p, q, z, v) = (new double[m], new double[m], new double[n], new double[n]);
        var sum = new double[n];
        for (var k = 0; k < n; k++)
        {
            // Column k, up to date, becomes the left reflection.
            var u = _u.AsSpan(k * m + k, m - k);
            for (var i = k; i < m; i++) u[i - k] = a[i * n + k] -= p[i] * z[k] + q[i] * v[k];
            var tau = _tauU[k] = Householder.Generate(u);
            Diagonal[k] = u[0];
            var rest = n - k - 1;
            if (rest == 0) break;
            u[0] = 1;
            var total = sum.AsSpan(k + 1, rest);
            total.Clear();
            FusedPasses.UpdateAndSum(a.AsSpan(k * n + k + 1), n, p.AsSpan(k), q.AsSpan(k), u, z.AsSpan(k + 1), v.AsSpan(k + 1), total);
            total.CopyTo(z.AsSpan(k + 1));
            Vectors.Scale(tau, z.AsSpan(k + 1));
            // Row k, after the left reflection, becomes the right one.
            var right = _v.AsSpan(k * n + k + 1, rest);
            for (var j = 0; j < rest; j++) right[j] = a[k * n + k + 1 + j] - z[k + 1 + j];
            var pi = _tauV[k] = Householder.Generate(right);
            Above[k] = right[0];
            right[0] = 1;
            right.CopyTo(v.AsSpan(k + 1));
            var along = Vectors.Dot(z.AsSpan(k + 1), right);
            u.CopyTo(p.AsSpan(k));
            Parallelism.For(m - k - 1, Parallelism.Chunk(m - k - 1, rest), (start, end) =>
            {
                var vector = _v.AsSpan(k * n + k + 1, rest);
                for (var i = k + 1 + start; i < k + 1 + end; i++)
                    q[i] = pi * (Vectors.Dot(a.AsSpan(i * n + k + 1, rest), vector) - p[i] * along);
            }, threads);
        }
    }

    /// <summary>Turns left vectors of B, as rows filled up with zeros, into those of A: X ← X·Uᵀ.</summary>
    /// <param name="rows">Row-major, m columns.</param>
    public void ApplyLeft(double[] rows) => Apply(rows, _u, _tauU, _m, _n, 0);

    /// <summary>Turns right vectors of B, as rows, into those of A: X ← X·Vᵀ.</summary>
    /// <param name="rows">Row-major, n columns.</param>
    public void ApplyRight(double[] rows) => Apply(rows, _v, _tauV, _n, _n - 1, 1);

    /// <summary>Rows times the reflections in reverse; reflection i starts at column i + <paramref name="shift"/>.</summary>
    private void Apply(double[] rows, double[] vectors, double[] tau, int length, int count, int shift)
    {
        for (var start = (count - 1) / Block * Block; count > 0 && start >= 0; start -= Block)
        {
            var width = Math.Min(Block, count - start);
            var first = start + shift;
            new BlockReflector(vectors.AsSpan(start * length + first), length, width, length - first, tau.AsSpan(start, width))
                .ApplyRight(rows.AsSpan(first), length, rows.Length / length, transposed: true, _threads);
        }
    }
}
