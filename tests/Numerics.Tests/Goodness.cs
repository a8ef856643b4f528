using MathNet.Numerics;

namespace MarketingNotebooks.Numerics.Tests;

/// <summary>Goodness-of-fit tests at a false alarm rate of about one in ten thousand; seeds are fixed, so a pass stays a pass.</summary>
internal static class Goodness
{
    /// <summary>Kolmogorov–Smirnov: √n·D stays below 2.23 with probability 1 − 1e-4.</summary>
    public static void CheckContinuous(int n, Func<double> draw, Func<double, double> cdf)
    {
        var sample = new double[n];
        for (var i = 0; i < n; i++) sample[i] = draw();
        Array.Sort(sample);
        var distance = 0.0;
        for (var i = 0; i < n; i++)
        {
            var p = cdf(sample[i]);
            distance = Math.Max(distance, Math.Max(p - (double)i / n, (i + 1.0) / n - p));
        }
        Assert.InRange(distance * Math.Sqrt(n), 0, 2.23);
    }

    /// <summary>χ² over counts, neighbouring cells with fewer than 10 expected pooled.</summary>
    public static void CheckCounts(int n, Func<int> draw, Func<int, double> probability)
    {
        var counts = new SortedDictionary<int, int>();
        for (var i = 0; i < n; i++)
        {
            var k = draw();
            counts[k] = counts.GetValueOrDefault(k) + 1;
        }
        double statistic = 0, expected = 0, observed = 0, covered = 0;
        var cells = 0;
        for (var k = counts.Keys.First(); k <= counts.Keys.Last(); k++)
        {
            var p = probability(k);
            Assert.True(p > 0 || !counts.ContainsKey(k), $"{k} was drawn but has probability 0.");
            expected += n * p;
            observed += counts.GetValueOrDefault(k);
            covered += p;
            if (expected < 10) continue;
            statistic += (observed - expected) * (observed - expected) / expected;
            cells++;
            expected = observed = 0;
        }
        // What the last open cell and the tails beyond the sample hold.
        expected += n * (1 - covered);
        if (expected > 1)
        {
            statistic += (observed - expected) * (observed - expected) / expected;
            cells++;
        }
        if (cells < 2) return;
        var survival = SpecialFunctions.GammaUpperRegularized((cells - 1) / 2.0, statistic / 2);
        Assert.True(survival > 1e-4, $"χ² = {statistic} with {cells - 1} degrees of freedom: p = {survival}.");
    }

    /// <summary>Mean and variance of a sample lie within 5 standard errors of their true values.</summary>
    public static void CheckMoments(int n, Func<double> draw, double mean, double variance, double excessKurtosis)
    {
        double sum = 0, square = 0;
        for (var i = 0; i < n; i++)
        {
            var d = draw() - mean;
            sum += d;
            square += d * d;
        }
        var error = 5 * Math.Sqrt(variance / n);
        Assert.InRange(sum / n, -error, error);
        var spread = 5 * variance * Math.Sqrt((excessKurtosis + 2) / n);
        Assert.InRange(square / n, variance - spread, variance + spread);
    }
}
