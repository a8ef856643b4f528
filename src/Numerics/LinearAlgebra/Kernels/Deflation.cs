namespace MarketingNotebooks.Numerics.LinearAlgebra.Kernels;

/// <summary>Where a vector of a divided problem is not zero: in the columns of the left half, the right half, or both.</summary>
internal enum Side
{
    Left,
    Both,
    Right,
}

/// <summary>Finds out which values of two halves the joining leaves as they are: those with a negligible zⱼ, and, after a rotation, one of
/// any two that are nearly equal. What is left is small for spectra with clusters, and then so is the work.</summary>
/// <remarks>Source: Dongarra and Sorensen (1987), SIAM J. Sci. Stat. Comput. 8(2).</remarks>
internal sealed class Deflation
{
    /// <summary>Indices of values that take part, rising in value.</summary>
    public List<int> Kept { get; } = [];

    /// <summary>Indices of the others.</summary>
    public List<int> Dropped { get; } = [];

    /// <param name="order">Indices in rising order of <paramref name="d"/>.</param>
    /// <param name="d">Values; a pair that is rotated changes by rounding.</param>
    /// <param name="z">Their couplings; of a pair that is rotated one becomes 0.</param>
    /// <param name="sides">Where the vectors are not zero.</param>
    /// <param name="negligible">|zⱼ| up to this is taken as 0.</param>
    /// <param name="tolerance">An element beside the diagonal up to this is taken as 0.</param>
    /// <param name="rotate">Told (i, j, c, s): vectors i and j become c·i + s·j and c·j − s·i.</param>
    public Deflation(IEnumerable<int> order, Span<double> d, Span<double> z, Side[] sides, double negligible, double tolerance,
        Action<int, int, double, double> rotate)
    {
        var last = -1;
        foreach (var j in order)
        {
            if (Math.Abs(z[j]) <= negligible)
            {
                Dropped.Add(j);
                continue;
            }
            if (last >= 0)
            {
                var length = Householder.Hypot(z[j], z[last]);
                var (c, s) = (z[j] / length, -z[last] / length);
                if (Math.Abs((d[j] - d[last]) * c * s) <= tolerance)
                {
                    (z[last], z[j]) = (0, length);
                    (d[last], d[j]) = (d[last] * c * c + d[j] * s * s, d[last] * s * s + d[j] * c * c);
                    rotate(last, j, c, s);
                    if (sides[last] != sides[j]) sides[last] = sides[j] = Side.Both;
                    Dropped.Add(last);
                }
                else
                {
                    Kept.Add(last);
                }
            }
            last = j;
        }
        if (last >= 0) Kept.Add(last);
    }
}
