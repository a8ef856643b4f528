using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Numerics;
using MarketingNotebooks.Numerics.Distributions;

namespace MarketingNotebooks.Marketing.Segmentation;

/// <summary>Features of each segment against those of all customers.</summary>
internal static class SegmentComparison
{
    /// <summary>A number: its mean in each segment.</summary>
    public static IEnumerable<SegmentDifference> Numbers(string feature, double[] values, IReadOnlyList<(string Name, List<int> Rows)> segments)
    {
        var all = Moments.Of(values);
        var deviation = Moments.IsRounding(all.Variance, all.Mean, all.Count) ? 0 : Math.Sqrt(all.Variance);
        var signed = values.Any(value => value < 0);
        foreach (var (name, rows) in segments)
        {
            double[] inside = [.. rows.Select(row => values[row])];
            var mean = Moments.Of(inside);
            var p = TestValue(mean, all);
            yield return new SegmentDifference(name, feature, null, mean.Mean, all.Mean, deviation == 0 ? double.NaN : (mean.Mean - all.Mean) / deviation,
                signed || all.Mean == 0 ? double.NaN : mean.Mean / all.Mean, p, p);
        }
    }

    /// <summary>A category: the share of each of its levels in each segment. Missing values count in no share.</summary>
    public static IEnumerable<SegmentDifference> Levels(string feature, TextColumn values, IReadOnlyList<(string Name, List<int> Rows)> segments)
    {
        var totals = Counts(values, Enumerable.Range(0, values.Length));
        var known = totals.Sum();
        foreach (var (name, rows) in segments)
        {
            var counts = Counts(values, rows);
            var here = counts.Sum();
            for (var level = 0; level < totals.Length; level++)
            {
                if (totals[level] == 0) continue;
                double share = counts[level] / (double)here, average = totals[level] / (double)known;
                var p = here == 0 ? 1 : Fisher(counts[level], here, totals[level], known);
                yield return new SegmentDifference(name, feature, values.Dictionary[level], share, average,
                    average < 1 ? (share - average) / Math.Sqrt(average * (1 - average)) : double.NaN, share / average, p, p);
            }
        }
    }

    private static int[] Counts(TextColumn values, IEnumerable<int> rows)
    {
        var counts = new int[values.Dictionary.Length];
        foreach (var row in rows)
            if (values.Codes[row] >= 0) counts[values.Codes[row]]++;
        return counts;
    }

    /// <summary>Two-sided p-value of the test value: how far the mean of as many customers drawn at random without replacement would stray.
    /// Unlike a t-test it takes the spread from all customers, so that a segment which lacks a rare extreme is not mistaken for a find.
    /// Normal approximation. Lebart, Morineau and Piron (1995), Statistique exploratoire multidimensionnelle, §2.3.</summary>
    private static double TestValue(Moments inside, Moments all)
    {
        if (inside.Count == 0 || inside.Count == all.Count || Moments.IsRounding(all.Variance, all.Mean, all.Count)) return 1;
        var error = Math.Sqrt(all.Variance / inside.Count * (all.Count - inside.Count) / (all.Count - 1));
        return 2 * new Normal(0, 1).Survival(Math.Abs(inside.Mean - all.Mean) / error);
    }

    /// <summary>Twice the smaller tail of the hypergeometric distribution, at most 1. Fisher (1935), J. R. Stat. Soc. 98.</summary>
    /// <param name="both">Customers in the segment with the level.</param>
    /// <param name="inside">Customers in the segment.</param>
    /// <param name="with">Customers with the level.</param>
    /// <param name="all">Customers.</param>
    private static double Fisher(int both, int inside, int with, int all)
    {
        int least = Math.Max(0, inside - (all - with)), most = Math.Min(inside, with);
        // Probabilities relative to that of the mode, from the ratio of neighbours.
        var mode = (int)Math.Clamp((inside + 1.0) * (with + 1.0) / (all + 2.0), least, most);
        double below = 0, above = 0, total = 0;
        void Add(int k, double weight)
        {
            total += weight;
            if (k <= both) below += weight;
            if (k >= both) above += weight;
        }
        double Rise(double k) => (with - k) * (inside - k) / ((k + 1) * (all - with - inside + k + 1)); // p(k + 1) / p(k)
        var weight = 1.0;
        for (var k = mode; k <= most; weight *= Rise(k), k++) Add(k, weight);
        weight = 1;
        for (var k = mode - 1; k >= least; k--) Add(k, weight /= Rise(k));
        return Math.Min(1, 2 * Math.Min(below, above) / total);
    }
}
