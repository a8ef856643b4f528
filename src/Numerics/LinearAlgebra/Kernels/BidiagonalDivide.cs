namespace MarketingNotebooks.Numerics.LinearAlgebra.Kernels;

/// <summary>Singular values and vectors of an upper bidiagonal matrix by divide and conquer: a row taken out leaves two halves, whose solutions
/// are joined by the roots of a secular equation and two matrix products.</summary>
/// <remarks>
/// <para>A block has n rows and n + 1 columns (for the whole matrix the last column is zero), so that its right vectors include one that
/// it turns into zero: the last row of the block's right vectors. In terms of the halves' vectors the whole has the row taken out, z, as
/// its first row and their singular values on the rest of its diagonal.</para>
/// <para>At most 8n³/3 operations for the vectors of both sides, nearly all in matrix products; far fewer where values cluster. Errors are of
/// the order of rounding in the largest element. Source: Gu and Eisenstat (1995), SIAM J. Matrix Anal. 16(1), 79–92.</para>
/// </remarks>
internal sealed class BidiagonalDivide
{
    /// <summary>Below this order implicit QR is faster.</summary>
    private const int Leaf = 32;

    private const double Epsilon = 1.1102230246251565e-16;
    private readonly double[] _d, _e, _work, _combinations, _leftCombinations;
    private readonly SplitRows _left, _right;
    private readonly int? _threads;
    private readonly double _tolerance;

    private BidiagonalDivide(double[] d, double[] e, SplitRows left, int? threads)
    {
        var n = d.Length;
        (_d, _e, _threads) = (d, [.. e, 0], threads);
        (_left, _right) = (left, new SplitRows(new double[(n + 1) * (n + 1)], n + 1));
        (_work, _combinations, _leftCombinations) = n > Leaf ? (new double[n * (n + 1)], new double[n * n], new double[n * n])
            : ([], [], []);
        foreach (var value in d) _tolerance = Math.Max(_tolerance, Math.Abs(value));
        foreach (var value in e) _tolerance = Math.Max(_tolerance, Math.Abs(value));
        _tolerance *= 8 * Epsilon;
    }

    /// <summary>Turns the diagonal into singular values ≥ 0, in no order.</summary>
    /// <param name="d">Diagonal, n ≥ 1, of moderate size: squares neither overflow nor vanish beside each other.</param>
    /// <param name="e">Above it, n − 1. Not changed.</param>
    /// <param name="left">n rows of at least n columns, zero. On return row j is the left vector of d[j].</param>
    /// <param name="threads">Most threads, or null.</param>
    /// <returns>The right vectors as rows, n × n; null when a value did not settle, which has never been seen.</returns>
    public static double[]? Run(double[] d, double[] e, SplitRows left, int? threads)
    {
        var n = d.Length;
        var divide = new BidiagonalDivide(d, e, left, threads);
        if (divide.Solve(0, n) is null) return null;
        var right = new double[n * n];
        for (var i = 0; i < n; i++) divide._right.Row(i, 0, n).CopyTo(right.AsSpan(i * n));
        return right;
    }

    /// <summary>The indices, within the block, in rising order of its singular values.</summary>
    private int[]? Solve(int block, int n)
    {
        if (n <= Leaf) return SolveLeaf(block, n);
        var middle = n / 2;
        if (Solve(block, middle) is not { } left || Solve(block + middle + 1, n - middle - 1) is not { } right) return null;
        return Join(block, n, middle, Sorted.Merge(left, right, middle + 1, _d.AsSpan(block, n)));
    }

    private int[]? SolveLeaf(int block, int n)
    {
        var (d, e) = (_d.AsSpan(block, n).ToArray(), _e.AsSpan(block, n).ToArray());
        var right = Identity(n + 1);
        // The last column goes by rotations of each column, from the last, with it.
        var fill = e[n - 1];
        var last = right.AsSpan(n * (n + 1));
        for (var j = n - 1; j >= 0 && fill != 0; j--)
        {
            var length = Householder.Hypot(d[j], fill);
            var (c, s) = (d[j] / length, fill / length);
            d[j] = length;
            (fill, e[Math.Max(0, j - 1)]) = j == 0 ? (0, e[0]) : (-s * e[j - 1], c * e[j - 1]);
            var row = right.AsSpan(j * (n + 1), n + 1);
            for (var k = 0; k <= n; k++) (row[k], last[k]) = (c * row[k] + s * last[k], c * last[k] - s * row[k]);
        }
        var (u, v) = (new RotationStrips(Identity(n), n, n), new RotationStrips(right, n, n + 1));
        if (!BidiagonalQr.Run(d, e[..(n - 1)], u, v, threads: 1)) return null;
        u.CopyTo(_left, block, block);
        v.CopyTo(_right, block, block);
        last.CopyTo(_right.Row(block + n, block, n + 1));
        for (var j = 0; j < n; j++)
        {
            if (d[j] < 0) Vectors.Scale(-1, _left.Row(block + j, block, n));
            _d[block + j] = Math.Abs(d[j]);
        }
        return Sorted.Indices(_d.AsSpan(block, n));
    }

    private int[] Join(int block, int n, int middle, int[] halves)
    {
        var (alpha, beta) = (_d[block + middle], _e[block + middle]);
        var d = _d.AsSpan(block, n);
        var (z, sides) = (new double[n], new Side[n]);
        for (var i = 0; i < n; i++)
        {
            z[i] = i <= middle ? alpha * _right.Row(block + i, block + middle, 1)[0] : beta * _right.Row(block + i, block + middle + 1, 1)[0];
            sides[i] = i < middle ? Side.Left : i == middle ? Side.Both : Side.Right;
        }
        // Of the two vectors that the halves turn into zero, one combination is coupled to the row taken out and one is not.
        d[middle] = 0;
        _left.Row(block + middle, block + middle, 1)[0] = 1;
        var other = beta * _right.Row(block + n, block + middle + 1, 1)[0];
        var coupled = Householder.Hypot(z[middle], other);
        if (coupled != 0) _right.Rotate(block + middle, block + n, z[middle] / coupled, other / coupled, block, n + 1);
        z[middle] = coupled;
        var deflation = new Deflation(halves, d, z, sides, _tolerance, _tolerance, (i, j, c, s) =>
        {
            _left.Rotate(block + i, block + j, c, s, block, n);
            _right.Rotate(block + i, block + j, c, s, block, n + 1);
        });
        if (deflation.Kept.Count == 0)
        {
            d[middle] = coupled;
            return Sorted.Indices(d);
        }
        // The pole at zero and the lowest other one are kept apart, and the first coupled, by no more than what is taken as zero.
        z[middle] = Math.Max(coupled, _tolerance);
        d[deflation.Kept[0]] = Math.Max(d[deflation.Kept[0]], _tolerance / 2);
        int[] kept = [middle, .. deflation.Kept];
        var groups = new Groups(kept, sides);
        double[] poles = [.. kept.Select(j => _d[block + j])], dropped = [.. deflation.Dropped.Select(j => _d[block + j])];
        var roots = new SecularRoots(new Poles(poles, squared: true), [.. kept.Select(j => z[j])], _combinations, _threads);
        roots.Vectors(groups.Places, _leftCombinations);
        _left.Combine(block, n, middle + 1, groups, deflation.Dropped, _leftCombinations, _work, _threads);
        _right.Combine(block, n + 1, middle + 1, groups, deflation.Dropped, _combinations, _work, _threads);
        roots.Values.CopyTo(d);
        dropped.CopyTo(d[poles.Length..]);
        return Sorted.Indices(d);
    }

    private static double[] Identity(int n)
    {
        var identity = new double[n * n];
        for (var i = 0; i < n; i++) identity[i * n + i] = 1;
        return identity;
    }
}
