using MarketingNotebooks.Numerics.Distributions;

namespace MarketingNotebooks.Numerics.Tests.Distributions;

public class DistributionTests
{
    public static TheoryData<int> Rows => [.. Enumerable.Range(0, DistributionTable.Rows.Length)];

    private static void Close(double expected, double got, double relative, string what)
    {
        if (double.IsNaN(expected) || double.IsInfinity(expected)) Assert.True(expected.Equals(got), $"{what}: {got} for {expected}");
        else Assert.True(Math.Abs(got - expected) <= relative * Math.Abs(expected) + 1e-300, $"{what}: {got:R} for {expected:R}");
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Values_agree_with_scipy_in_both_tails(int row)
    {
        var (create, mean, variance, points) = DistributionTable.Rows[row];
        var d = create();
        Close(mean, d.Mean, 1e-13, $"{d} mean");
        Close(variance, d.Variance, 1e-12, $"{d} variance");
        foreach (var (x, log, cdf, survival) in points)
        {
            Assert.True(Math.Abs(d.LogDensity(x) - log) <= 1e-10 * Math.Max(1, Math.Abs(log)), $"{d} log density at {x}: {d.LogDensity(x):R} for {log:R}");
            Close(Math.Exp(d.LogDensity(x)), d.Density(x), 1e-12, $"{d} density at {x}");
            Close(cdf, d.Cdf(x), 1e-9, $"{d} cdf at {x}");
            Close(survival, d.Survival(x), 1e-9, $"{d} survival at {x}");
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Quantile_is_the_smallest_x_that_reaches_p(int row)
    {
        var d = DistributionTable.Rows[row].Create();
        var whole = d is Binomial or Poisson or NegativeBinomial;
        foreach (var p in (ReadOnlySpan<double>)[1e-12, 0.001, 0.25, 0.5, 0.9, 0.999])
        {
            var x = d.Quantile(p);
            if (whole)
            {
                Assert.True(d.Cdf(x) >= p && (x == 0 || d.Cdf(x - 1) < p), $"{d} at {p}: {x}");
                continue;
            }
            var back = p <= 0.5 ? d.Cdf(x) / p : d.Survival(x) / (1 - p);
            // Or p lies between the neighbouring doubles, where x itself has no more digits.
            var between = d.Cdf(Math.BitDecrement(x)) <= p && d.Cdf(Math.BitIncrement(x)) >= p;
            Assert.True(Math.Abs(back - 1) < 1e-9 || between, $"{d} at {p}: {x}, {back}");
        }
        Assert.True(d.Cdf(d.Quantile(0)) <= 1 && d.Quantile(0) <= d.Quantile(0.5));
        Assert.True(d.Quantile(1) >= d.Quantile(0.999));
        Assert.Contains("Quantile needs a probability in [0, 1]. Got 1.5.", Assert.Throws<ArgumentException>(() => d.Quantile(1.5)).Message);
        Assert.Throws<ArgumentException>(() => d.Quantile(double.NaN));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Edges_are_right(int row)
    {
        var d = DistributionTable.Rows[row].Create();
        Assert.Equal(0, d.Cdf(double.NegativeInfinity));
        Assert.Equal(1, d.Survival(double.NegativeInfinity));
        Assert.Equal(1, d.Cdf(double.PositiveInfinity));
        Assert.Equal(0, d.Survival(double.PositiveInfinity));
        Assert.Equal(0, d.Density(double.NegativeInfinity));
        Assert.True(double.IsNaN(d.Cdf(double.NaN)) && double.IsNaN(d.Survival(double.NaN)) && double.IsNaN(d.LogDensity(double.NaN)));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Draws_follow_the_cdf(int row)
    {
        var d = DistributionTable.Rows[row].Create();
        var (rng, below, n) = (new Rng(row), new int[3], 20_000);
        double[] at = [d.Quantile(0.2), d.Quantile(0.5), d.Quantile(0.9)];
        for (var i = 0; i < n; i++)
        {
            var draw = d.Sample(rng);
            for (var k = 0; k < 3; k++) if (draw <= at[k]) below[k]++;
        }
        for (var k = 0; k < 3; k++)
        {
            var p = d.Cdf(at[k]);
            Assert.Equal(p, (double)below[k] / n, 4.5 * Math.Sqrt(p * (1 - p) / n) + 1e-12);
        }
    }

    [Fact]
    public void Mistakes_are_named()
    {
        Assert.Equal("Normal needs a finite deviation > 0. Got 0.", Assert.Throws<ArgumentException>(() => new Normal(0, 0)).Message);
        Assert.Equal("Binomial needs a probability in [0, 1]. Got 1.5.", Assert.Throws<ArgumentException>(() => new Binomial(3, 1.5)).Message);
        Assert.Equal("StudentT needs a finite number of degrees of freedom > 0. Got NaN.", Assert.Throws<ArgumentException>(() => new StudentT(double.NaN)).Message);
        Assert.Equal("Uniform needs low < high. Got [1, 1].", Assert.Throws<ArgumentException>(() => new Uniform(1, 1)).Message);
    }

    [Fact]
    public void Degenerate_binomials()
    {
        Assert.Equal(1, new Binomial(5, 0).Density(0));
        Assert.Equal(1, new Binomial(5, 1).Density(5));
        Assert.Equal(1, new Binomial(0, 0.5).Cdf(0));
        Assert.Equal(0, new Binomial(5, 0).Quantile(0.5));
        Assert.Equal(5, new Binomial(5, 1).Quantile(0.5));
    }

    /// <summary>a·ln x − x − ln Γ(a + 1) and the like in 50 digits.</summary>
    [Fact]
    public void Log_densities_far_below_the_mean_keep_their_digits()
    {
        Relative(-11461.890058645165, new ChiSquared(100).LogDensity(1e-100));
        Relative(-1307.4897985414746, new ChiSquared(100).LogDensity(1e-10));
        Relative(-312335.2009449171, new Gamma(10_000).LogDensity(1e-10));
        Relative(-19681829.13330008, new Poisson(0.001).LogDensity(998_000));
        Relative(20 * Math.Log(1e-10) + 95.62824184503698, new Binomial(1_000, 1e-10).LogDensity(20), 1e-13);
    }

    [Fact]
    public void The_median_of_an_odd_number_of_fair_coins_is_the_lower_one_in_the_middle()
    {
        for (var n = 1; n < 1_000; n += 2)
        {
            Assert.Equal((n - 1) / 2, new Binomial(n, 0.5).Quantile(0.5));
            Assert.Equal((n + 1) / 2, new Binomial(n, 0.5).Quantile(0.5000001));
        }
        Assert.Equal(0, new NegativeBinomial(1, 0.5).Quantile(0.5));
        Assert.Equal(1, new NegativeBinomial(1, 0.5).Quantile(0.75));
    }

    [Fact]
    public void Tails_of_t_beyond_the_root_of_the_largest_number()
    {
        var cauchy = new StudentT(1);
        Relative(1 / (Math.PI * 1e200), cauchy.Survival(1e200));
        Relative(-1 / (Math.PI * 1e-300), cauchy.Quantile(1e-300));
        Relative(-Math.Log(Math.PI) - 2 * Math.Log(1e200), cauchy.LogDensity(-1e200));
        Relative(cauchy.Survival(0.999e150) / 1.001 * 0.999, cauchy.Survival(1.001e150));
    }

    private static void Relative(double expected, double actual, double tolerance = 1e-13) =>
        Assert.InRange(actual / expected, 1 - tolerance, 1 + tolerance);
}
