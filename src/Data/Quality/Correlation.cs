namespace MarketingNotebooks.Data.Quality;

/// <summary>Measures of how two columns go together. NaN where a column does not vary.</summary>
internal static class Correlation
{
    /// <summary>Pearson's r of equally long columns. Range: [−1, 1].</summary>
    public static double Pearson(double[] x, double[] y)
    {
        var (mx, my) = (0.0, 0.0);
        for (var i = 0; i < x.Length; i++) (mx, my) = (mx + (x[i] - mx) / (i + 1), my + (y[i] - my) / (i + 1));
        var (xx, yy, xy) = (0.0, 0.0, 0.0);
        for (var i = 0; i < x.Length; i++)
        {
            var (dx, dy) = (x[i] - mx, y[i] - my);
            (xx, yy, xy) = (xx + dx * dx, yy + dy * dy, xy + dx * dy);
        }
        return xx > 0 && yy > 0 ? Math.Clamp(xy / Math.Sqrt(xx) / Math.Sqrt(yy), -1, 1) : double.NaN;
    }

    /// <summary>Ranks from 1; equal values share their mean rank.</summary>
    public static double[] Ranks(double[] values)
    {
        var (sorted, order) = ((double[])values.Clone(), new int[values.Length]);
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(sorted, order);
        var ranks = new double[values.Length];
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            for (end = start + 1; end < sorted.Length && sorted[end] == sorted[start];) end++;
            for (var i = start; i < end; i++) ranks[order[i]] = (start + end + 1) / 2.0;
        }
        return ranks;
    }

    /// <summary>Cramér's V of two columns of codes (−1: none), without correction for small samples. Range: [0, 1]. Source: Cramér (1946).</summary>
    public static (double Value, int Rows) CramersV(int[] a, int[] b)
    {
        var table = new double[a.Append(-1).Max() + 1, b.Append(-1).Max() + 1];
        var (across, down, n) = (new double[table.GetLength(0)], new double[table.GetLength(1)], 0);
        for (var row = 0; row < a.Length; row++)
        {
            if (a[row] < 0 || b[row] < 0) continue;
            table[a[row], b[row]]++;
            across[a[row]]++;
            down[b[row]]++;
            n++;
        }
        var least = Math.Min(across.Count(sum => sum > 0), down.Count(sum => sum > 0)) - 1;
        if (least < 1) return (double.NaN, n);
        var chi = 0.0;
        for (var i = 0; i < across.Length; i++)
            for (var j = 0; j < down.Length; j++)
                if (across[i] * down[j] / n is > 0 and var expected) chi += (table[i, j] - expected) * (table[i, j] - expected) / expected;
        return (Math.Min(1, Math.Sqrt(chi / n / least)), n);
    }

    /// <summary>The correlation ratio η: the share of a number's standard deviation that lies between groups. Range: [0, 1]. Source: Fisher (1925).</summary>
    public static (double Value, int Rows) Ratio(int[] groups, double[] values)
    {
        var (sums, counts) = (new double[groups.Append(-1).Max() + 1], new int[groups.Append(-1).Max() + 1]);
        var (n, mean) = (0, 0.0);
        for (var row = 0; row < groups.Length; row++)
        {
            if (groups[row] < 0 || double.IsNaN(values[row])) continue;
            mean += (values[row] - mean) / ++n;
            sums[groups[row]] += values[row];
            counts[groups[row]]++;
        }
        var (total, between) = (0.0, 0.0);
        for (var row = 0; row < groups.Length; row++)
            if (groups[row] >= 0 && !double.IsNaN(values[row])) total += (values[row] - mean) * (values[row] - mean);
        for (var group = 0; group < sums.Length; group++)
            if (counts[group] > 0) between += counts[group] * (sums[group] / counts[group] - mean) * (sums[group] / counts[group] - mean);
        return (total > 0 && counts.Count(count => count > 0) > 1 ? Math.Min(1, Math.Sqrt(between / total)) : double.NaN, n);
    }
}
