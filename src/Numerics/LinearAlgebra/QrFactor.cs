using System.Collections.Immutable;
using MarketingNotebooks.Numerics.LinearAlgebra.Kernels;

namespace MarketingNotebooks.Numerics.LinearAlgebra;

/// <summary>A·P = Q·R, as <see cref="Qr"/> found it. Immutable.</summary>
public sealed class QrFactor
{
    private const int Block = 32;

    /// <summary>Column j of R in row j up to the diagonal, then the reflection's vector.</summary>
    private readonly double[] _w;
    private readonly double[] _tau;
    private readonly int? _threads;

    internal QrFactor(double[] w, int rows, int columns, double[] tau, ImmutableArray<int> pivots, int? threads)
    {
        (_w, Rows, Columns, _tau, Pivots, _threads) = (w, rows, columns, tau, pivots, threads);
    }

    /// <summary>Rows n of A.</summary>
    public int Rows { get; }

    /// <summary>Columns d of A.</summary>
    public int Columns { get; }

    /// <summary>Column j of Q·R is column Pivots[j] of A; 0, 1, 2, … without pivoting.</summary>
    public ImmutableArray<int> Pivots { get; }

    /// <summary>Upper triangular (trapezoidal where d > n), shape (min(n, d), d).</summary>
    public Matrix R => Matrix.Create(_tau.Length, Columns, (i, j) => i <= j ? _w[j * Rows + i] : 0);

    /// <summary>Orthonormal columns that span those of A, shape (n, min(n, d)). O(n·d²).</summary>
    public Matrix Q
    {
        get
        {
            var k = _tau.Length;
            var rows = new double[k * Rows];
            for (var j = 0; j < k; j++) rows[j * Rows + j] = 1;
            for (var start = (k - 1) / Block * Block; k > 0 && start >= 0; start -= Block)
            {
                var width = Math.Min(Block, k - start);
                new BlockReflector(_w.AsSpan(start * Rows + start), Rows, width, Rows - start, _tau.AsSpan(start, width))
                    .ApplyRight(rows.AsSpan(start * Rows + start), Rows, k - start, transposed: true, _threads);
            }
            return Matrix.Wrap(k, Rows, rows).Transpose();
        }
    }

    /// <summary>The number of diagonal elements of R above <paramref name="tolerance"/>·max|Rᵢᵢ| before the first that is not. Tells the
    /// rank only after pivoting.</summary>
    /// <param name="tolerance">Range: ≥ 0; null for max(n, d)·2⁻⁵².</param>
    public int Rank(double? tolerance = null)
    {
        var k = _tau.Length;
        var largest = 0.0;
        for (var i = 0; i < k; i++) largest = Math.Max(largest, Math.Abs(_w[i * Rows + i]));
        var least = largest * (tolerance ?? Math.Max(Rows, Columns) * Math.ScaleB(1, -52));
        var rank = 0;
        while (rank < k && Math.Abs(_w[rank * Rows + rank]) > least) rank++;
        return rank;
    }

    /// <summary>The x that minimises ‖A·x − b‖₂, for n ≥ d and full rank.</summary>
    /// <param name="b">Of length n.</param>
    /// <exception cref="ArgumentException">The length is not n, or n is below d.</exception>
    /// <exception cref="InvalidOperationException">A diagonal element of R is zero.</exception>
    public double[] Solve(ReadOnlySpan<double> b)
    {
        InputChecks.Length(b.Length, Rows, "QrFactor.Solve");
        if (Rows < Columns)
            throw new ArgumentException($"QrFactor.Solve needs at least as many rows as columns. Got {Rows} × {Columns}. Use LeastSquares.Solve.");
        for (var i = 0; i < Columns; i++)
            if (_w[i * Rows + i] == 0)
                throw new InvalidOperationException($"QrFactor.Solve needs full rank: diagonal {i} of R must not be 0. Got 0. Use LeastSquares.Solve.");
        var y = b.ToArray();
        Project(y);
        SolveR(y, Columns);
        var x = new double[Columns];
        for (var j = 0; j < Columns; j++) x[Pivots[j]] = y[j];
        return x;
    }

    /// <summary>y ← Qᵀ·y with the full, n × n Q. O(n·d).</summary>
    internal void Project(Span<double> y)
    {
        for (var j = 0; j < _tau.Length; j++) Householder.Apply(_tau[j], _w.AsSpan(j * Rows + j, Rows - j), y[j..]);
    }

    /// <summary>y ← Q·y with the full, n × n Q. O(n·d).</summary>
    internal void Rotate(Span<double> y)
    {
        for (var j = _tau.Length - 1; j >= 0; j--) Householder.Apply(_tau[j], _w.AsSpan(j * Rows + j, Rows - j), y[j..]);
    }

    /// <summary>Solves with the leading triangle of R of order <paramref name="rank"/>.</summary>
    internal void SolveR(Span<double> y, int rank) => Triangular.LowerTransposed(_w, Rows, rank, y[..rank]);

    /// <summary>Solves with the transpose of the leading triangle of R.</summary>
    internal void SolveRTransposed(Span<double> y, int rank) => Triangular.Lower(_w, Rows, rank, y[..rank]);

    /// <summary>An estimate of the 1-norm condition number of the leading triangle.</summary>
    internal double Condition(int rank)
    {
        if (rank == 0) return 1;
        var norm = 0.0;
        for (var j = 0; j < rank; j++)
        {
            var sum = 0.0;
            for (var i = 0; i <= j; i++) sum += Math.Abs(_w[j * Rows + i]);
            norm = Math.Max(norm, sum);
        }
        return norm * ConditionEstimate.InverseNorm(rank, x => SolveR(x, rank), x => SolveRTransposed(x, rank));
    }
}
