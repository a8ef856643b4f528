using MarketingNotebooks.Numerics.Distributions;
using MarketingNotebooks.Numerics.Resampling;

namespace MarketingNotebooks.Numerics.Tests.Resampling;

public class ResamplingTests
{
    // The fifteen p-values of Benjamini and Hochberg (1995), section 4.1. Adjusted values: R's p.adjust; the paper rejects 4 by its own
    // method and
    // 3 by Bonferroni at 0.05.
    private static readonly double[] P =
        [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000];

    [Theory]
    [InlineData(Adjustment.Bonferroni, 3)]
    [InlineData(Adjustment.Holm, 3)]
    [InlineData(Adjustment.Hochberg, 3)]
    [InlineData(Adjustment.BenjaminiHochberg, 4)]
    [InlineData(Adjustment.BenjaminiYekutieli, 3)]
    public void The_published_rejections(Adjustment method, int rejected) =>
        Assert.Equal(rejected, MultipleTesting.Adjust(P, method).Count(p => p <= 0.05));

    [Fact]
    public void Adjusted_values_by_hand_in_the_order_given()
    {
        double[] p = [0.04, 0.01, 0.03, 0.02];
        void Equal(double[] expected, Adjustment method) =>
            Assert.Equal(expected, MultipleTesting.Adjust(p, method), (x, y) => Math.Abs(x - y) < 1e-15);
        Equal([0.16, 0.04, 0.12, 0.08], Adjustment.Bonferroni);
        Equal([0.06, 0.04, 0.06, 0.06], Adjustment.Holm);
        Equal([0.04, 0.04, 0.04, 0.04], Adjustment.Hochberg);
        Equal([0.04, 0.04, 0.04, 0.04], Adjustment.BenjaminiHochberg);
        var y = 0.04 * (1 + 1.0 / 2 + 1.0 / 3 + 1.0 / 4);
        Equal([y, y, y, y], Adjustment.BenjaminiYekutieli);
        Assert.Empty(MultipleTesting.Adjust([]));
        Assert.Equal("MultipleTesting.Adjust needs p-values in [0, 1]. Got NaN at index 1.",
            Assert.Throws<ArgumentException>(() => MultipleTesting.Adjust([0.1, double.NaN])).Message);
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values) sum += value;
        return sum / values.Length;
    }

    [Fact]
    public void The_same_seed_gives_the_same_interval_at_any_number_of_threads()
    {
        double[] values = [.. Enumerable.Range(0, 50).Select(i => Math.Sqrt(i))];
        var one = Bootstrap.Run(values, Mean, new() { Threads = 1 });
        var two = Bootstrap.Run(values, Mean, new() { Threads = 2 });
        Assert.Equal(one.Resampled.AsEnumerable(), two.Resampled);
        Assert.Equal((one.Low, one.High), (two.Low, two.High));
        Assert.NotEqual(one.Low, Bootstrap.Run(values, Mean, new() { Seed = 1 }).Low);
        // The standard error of a mean is known: population deviation/√n, here up to 4 Monte Carlo errors of 1/√(2·9999).
        var error = Math.Sqrt(Moments.Of(values).Variance / 50);
        Assert.Equal(1, one.StandardError / error, 4 / Math.Sqrt(2 * 9999.0));
    }

    [Theory]
    [InlineData(BootstrapInterval.Bca)]
    [InlineData(BootstrapInterval.Percentile)]
    public void Intervals_for_a_mean_hold_the_truth_about_as_often_as_they_say(BootstrapInterval kind)
    {
        var (rng, hits, runs) = (new Rng(5), 0, 300);
        for (var run = 0; run < runs; run++)
        {
            double[] values = [.. Enumerable.Range(0, 60).Select(_ => rng.NextNormal(3))];
            var result = Bootstrap.Run(values, Mean, new() { Resamples = 600, Confidence = 0.9, Interval = kind, Seed = run });
            if (result.Low <= 3 && 3 <= result.High) hits++;
        }
        Assert.InRange(hits / (double)runs, 0.9 - 4 * Math.Sqrt(0.09 / runs) - 0.01, 0.9 + 4 * Math.Sqrt(0.09 / runs));
    }

    [Fact]
    public void Bca_moves_the_interval_of_a_skewed_statistic()
    {
        // Efron and Tibshirani (1993), table 14.2: 26 spatial test scores A, variance with divisor n; estimate 171.5, their 90 % BCa
        // interval
        // (115.8, 259.6) and percentile interval (100.8, 233.9), both from 2,000 resamples.
        double[] scores = [48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30, 41];
        static double Variance(ReadOnlySpan<double> v) => Moments.Of(v).Variance;
        var bca = Bootstrap.Run(scores, Variance, new() { Confidence = 0.9 });
        var percentile = Bootstrap.Run(scores, Variance, new() { Confidence = 0.9, Interval = BootstrapInterval.Percentile });
        Assert.Equal(171.5, bca.Estimate, 0.05);
        Assert.Equal(115.8, bca.Low, 4.0);
        Assert.Equal(259.6, bca.High, 8.0);
        Assert.Equal(100.8, percentile.Low, 4.0);
        Assert.Equal(233.9, percentile.High, 4.0);
    }

    /// <summary>Sorted rows, so that groups of neighbours would have another skewness; 30,000 of them, so that leaving each out would take
    /// 900 million look-ups.</summary>
    [Fact]
    public void Bca_of_many_rows_leaves_random_groups_out()
    {
        var rng = new Rng(4);
        double[] values = [.. Enumerable.Range(0, 30_000).Select(_ => Math.Exp(1.3 * rng.NextNormal())).Order()];
        var calls = 0;
        var result = Bootstrap.Run(values.Length, rows =>
        {
            Interlocked.Increment(ref calls);
            var sum = 0.0;
            foreach (var row in rows) sum += values[row];
            return sum / rows.Length;
        }, new() { Resamples = 400, Confidence = 0.9 });
        Assert.InRange(calls, 10_000, 10_401);
        // A mean's acceleration is its rows' skewness over 6√n.
        var (normal, acceleration) = (new Normal(), Moments.Of(values).Skewness / (6 * Math.Sqrt(values.Length)));
        var bias = normal.Quantile(result.Resampled.Count(value => value < result.Estimate) / 400.0);
        foreach (var (end, z) in new[] { (result.Low, normal.Quantile(0.05)), (result.High, normal.Quantile(0.95)) })
        {
            var share = normal.Cdf(bias + (bias + z) / (1 - acceleration * (bias + z)));
            Assert.Equal(OrderStatistics.Quantile(result.Resampled.AsSpan(), share), end, 0.015 * result.StandardError);
        }
    }

    [Fact]
    public void Constant_values_and_mistakes()
    {
        var flat = Bootstrap.Run([2.0, 2, 2], Mean);
        Assert.Equal((2, 2, 2), (flat.Estimate, flat.Low, flat.High));
        Assert.Equal("Bootstrap.Run needs at least 2 rows. Got 1.", Assert.Throws<ArgumentException>(() => Bootstrap.Run([1.0], Mean)).Message);
        Assert.Equal("ResamplingOptions.Resamples must be ≥ 1. Got 0.\nResamplingOptions.Confidence must be in (0, 1). Got 1.",
            Assert.Throws<ArgumentException>(() => Bootstrap.Run([1.0, 2], Mean, new() { Resamples = 0, Confidence = 1 })).Message);
        Assert.Throws<OperationCanceledException>(() => Bootstrap.Run([1.0, 2], Mean, cancellationToken: new CancellationToken(true)));
    }

    [Fact]
    public void Permutation_p_values_approach_the_exact_ones()
    {
        // {1, 2, 3} against {4, 5, 6}: 1 of 20 splits is as low, so 0.05 one-sided and 0.1 two-sided.
        var less = PermutationTest.Run([1, 2, 3], [4, 5, 6], alternative: Alternative.Less);
        Assert.Equal(-3, less.Statistic);
        Assert.Equal(0.05, less.PValue, 0.009);
        Assert.Equal(0.1, PermutationTest.Run([1, 2, 3], [4, 5, 6]).PValue, 0.018);
        Assert.Equal(1, PermutationTest.Run([1, 2, 3], [4, 5, 6], alternative: Alternative.Greater).PValue);
        Assert.Equal(1, PermutationTest.Run([7, 7], [7, 7]).PValue);
        Assert.Equal(less.Permuted.AsEnumerable(), PermutationTest.Run([1, 2, 3], [4, 5, 6], alternative: Alternative.Less,
            options: new() { Threads = 1 }).Permuted);
        Assert.Equal("PermutationTest.Run needs finite values. Got NaN at index 0 of the second group.",
            Assert.Throws<ArgumentException>(() => PermutationTest.Run([1], [double.NaN])).Message);
    }
}
