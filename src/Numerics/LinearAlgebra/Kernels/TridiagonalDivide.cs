namespace MarketingNotebooks.Numerics.LinearAlgebra.Kernels;

/// <summary>Eigenvalues and vectors of a symmetric tridiagonal matrix by divide and conquer: two halves differ from the whole by a matrix of
/// rank one, so that their solutions are joined by the roots of a secular equation and one matrix product.</summary>
/// <remarks>At most 4n³/3 operations for the vectors, nearly all in matrix products; far fewer where eigenvalues cluster. Errors are of the order
/// of rounding in the largest element. Sources: Cuppen (1981), Numer. Math. 36; Gu and Eisenstat (1995), SIAM J. Matrix Anal.
/// 16(1).</remarks>
internal sealed class TridiagonalDivide
{
    /// <summary>Below this order QL iteration is faster.</summary>
    private const int Leaf = 32;

    private const double Epsilon = 1.1102230246251565e-16;
    private readonly double[] _d, _e, _work, _combinations;
    private readonly SplitRows _rows;
    private readonly int? _threads;
    private readonly double _tolerance;

    private TridiagonalDivide(double[] d, double[] e, int? threads)
    {
        var n = d.Length;
        (_d, _e, _threads) = (d, e, threads);
        _rows = new SplitRows(new double[n * n], n);
        (_work, _combinations) = n > Leaf ? (new double[n * n], new double[n * n]) : ([], []);
        foreach (var value in d) _tolerance = Math.Max(_tolerance, Math.Abs(value));
        for (var i = 0; i < n - 1; i++) _tolerance = Math.Max(_tolerance, Math.Abs(e[i]));
        _tolerance *= 8 * Epsilon;
    }

    /// <summary>Turns the diagonal into eigenvalues, in no order.</summary>
    /// <param name="d">Diagonal, n ≥ 1, of moderate size: squares neither overflow nor vanish beside each other.</param>
    /// <param name="e">Beside it; the last is not used. Destroyed.</param>
    /// <param name="threads">Most threads, or null.</param>
    /// <returns>Row j is the unit vector of d[j], n × n; and the indices in rising order of d. Null when an eigenvalue did not settle, which has
    /// never been seen.</returns>
    public static (double[] Rows, int[] Order)? Run(double[] d, double[] e, int? threads)
    {
        var divide = new TridiagonalDivide(d, e, threads);
        return divide.Solve(0, d.Length) is { } order ? (divide._rows.Values, order) : null;
    }

    /// <summary>The indices, within the block, in rising order of its eigenvalues.</summary>
    private int[]? Solve(int block, int n)
    {
        if (n <= Leaf) return SolveLeaf(block, n);
        var half = n / 2;
        var coupling = _e[block + half - 1];
        _d[block + half - 1] -= Math.Abs(coupling);
        _d[block + half] -= Math.Abs(coupling);
        if (Solve(block, half) is not { } left || Solve(block + half, n - half) is not { } right) return null;
        return Join(block, n, half, coupling, Sorted.Merge(left, right, half, _d.AsSpan(block, n)));
    }

    private int[]? SolveLeaf(int block, int n)
    {
        var (d, e) = (_d.AsSpan(block, n).ToArray(), _e.AsSpan(block, n).ToArray());
        var identity = new double[n * n];
        for (var i = 0; i < n; i++) identity[i * n + i] = 1;
        var vectors = new RotationStrips(identity, n, n);
        if (!TridiagonalQl.Run(d, e, vectors, threads: 1)) return null;
        d.CopyTo(_d, block);
        vectors.CopyTo(_rows, block, block);
        return Sorted.Indices(d);
    }

    /// <summary>Joins two halves: the block is diag(left, right) + |coupling|·z·zᵀ with z made of the last elements of the left vectors and the
    /// first elements of the right ones.</summary>
    private int[] Join(int block, int n, int half, double coupling, int[] order)
    {
        var d = _d.AsSpan(block, n);
        var (z, sides) = (new double[n], new Side[n]);
        var root = Math.Sqrt(Math.Abs(coupling));
        for (var i = 0; i < n; i++)
        {
            z[i] = i < half ? root * _rows.Row(block + i, block + half - 1, 1)[0]
                : Math.CopySign(root, coupling) * _rows.Row(block + i, block + half, 1)[0];
            sides[i] = i < half ? Side.Left : Side.Right;
        }
        // What is dropped with z[j] is z[j]·z, of size at most |z[j]|·√2·root.
        var negligible = root == 0 ? double.PositiveInfinity : _tolerance / (Math.Sqrt(2) * root);
        var deflation = new Deflation(order, d, z, sides, negligible, _tolerance, (i, j, c, s) =>
            _rows.Rotate(block + i, block + j, c, s, block, n));
        if (deflation.Kept.Count == 0) return order;
        var groups = new Groups(deflation.Kept, sides);
        double[] poles = [.. deflation.Kept.Select(j => _d[block + j])], dropped = [.. deflation.Dropped.Select(j => _d[block + j])];
        var roots = new SecularRoots(new Poles(poles, squared: false), [.. deflation.Kept.Select(j => z[j])], _combinations, _threads);
        roots.Vectors(groups.Places, null);
        _rows.Combine(block, n, half, groups, deflation.Dropped, _combinations, _work, _threads);
        roots.Values.CopyTo(d);
        dropped.CopyTo(d[poles.Length..]);
        return Sorted.Indices(d);
    }
}
