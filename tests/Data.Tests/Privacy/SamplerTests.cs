using System.Numerics;
using MarketingNotebooks.Data.Privacy.Differential;

namespace MarketingNotebooks.Data.Tests.Privacy;

/// <summary>Draws against the exact distributions. Seeds are fixed, so a test either always passes or always fails; the bound is χ²'s mean plus
/// five standard deviations, which a wrong scale of 5 % exceeds tenfold at these numbers of draws.</summary>
public sealed class SamplerTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 2)]
    [InlineData(1, 3)]
    public void Laplace_draws_follow_the_two_sided_geometric_distribution(int t, int s)
    {
        var source = NoiseSource.Seeded(11);
        Fits(40_000, () => ExactSampler.Laplace(t, s, source), x => Math.Exp(-Math.Abs(x) * s / (double)t));
    }

    [Theory]
    [InlineData(1, 4)]
    [InlineData(2, 1)]
    [InlineData(90, 1)]
    public void Gaussian_draws_follow_the_discrete_Gaussian(int n, int d)
    {
        var source = NoiseSource.Seeded(12);
        Fits(30_000, () => ExactSampler.Gaussian(n, d, source), x => Math.Exp(-(double)x * x * d / (2.0 * n)));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 3)]
    [InlineData(5, 2)]
    public void Bernoulli_has_probability_e_to_minus_gamma(int n, int d)
    {
        var (source, hits) = (NoiseSource.Seeded(13), 0);
        for (var i = 0; i < 40_000; i++) hits += ExactSampler.BernoulliExp(n, d, source) ? 1 : 0;
        var p = Math.Exp(-n / (double)d);
        Assert.InRange(hits / 40_000.0, p - 5 * Math.Sqrt(p * (1 - p) / 40_000), p + 5 * Math.Sqrt(p * (1 - p) / 40_000));
    }

    [Fact]
    public void Uniform_is_even_beyond_64_bits()
    {
        var (source, size) = (NoiseSource.Seeded(14), 3 * BigInteger.Pow(2, 70));
        var counts = new int[3];
        for (var i = 0; i < 30_000; i++) counts[(int)(ExactSampler.Uniform(size, source) >> 70)]++;
        Assert.All(counts, count => Assert.InRange(count, 10_000 - 410, 10_000 + 410)); // five standard deviations of 82
        Assert.Equal(0, ExactSampler.Uniform(1, source));
    }

    [Fact]
    public void The_cryptographic_source_does_not_repeat_itself_and_says_that_it_is_private()
    {
        Assert.NotEqual(NoiseSource.Cryptographic.Next64(), NoiseSource.Cryptographic.Next64());
        Assert.True(NoiseSource.Cryptographic.IsPrivate && !NoiseSource.Seeded(1).IsPrivate);
        Assert.Equal(NoiseSource.Seeded(1).Next64(), NoiseSource.Seeded(1).Next64());
    }

    /// <summary>The 95 % interval is the narrowest of whole numbers: one step less would hold too little. Tails summed to where they vanish.</summary>
    [Theory]
    [InlineData(0.1, 0, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(0.5, 0, 7)]
    [InlineData(0.3, 1e-6, 1)]
    public void The_half_width_is_that_of_the_exact_distribution(double epsilon, double delta, long sensitivity)
    {
        var mechanism = Mechanism.For(sensitivity, epsilon, delta, scalar: true, NoiseSource.Cryptographic);
        double Weight(long x) => delta == 0 ? Math.Exp(-Math.Abs(x) * epsilon / sensitivity) : Math.Exp(-x * x / (2 * mechanism.Deviation * mechanism.Deviation));
        var all = Enumerable.Range(-3000, 6001).Sum(x => Weight(x));
        double Beyond(double half) => Enumerable.Range(-3000, 6001).Where(x => Math.Abs(x) > half).Sum(x => Weight(x)) / all;
        Assert.True(Beyond(mechanism.HalfWidth) <= 0.05);
        Assert.True(Beyond(mechanism.HalfWidth - (delta == 0 ? 1 : 2)) > 0.05);
        Assert.Equal(mechanism.Deviation, Math.Sqrt(Enumerable.Range(-3000, 6001).Sum(x => (double)x * x * Weight(x)) / all), 1e-6 * mechanism.Deviation);
    }

    private static void Fits(int draws, Func<BigInteger> draw, Func<long, double> weight)
    {
        var total = Enumerable.Range(-2000, 4001).Sum(x => weight(x));
        var edge = 0;
        while (draws * weight(edge + 1) / total > 25) edge++;
        var counts = new int[2 * edge + 3]; // both tails together in the last bin
        for (var i = 0; i < draws; i++)
        {
            var x = (long)draw();
            counts[Math.Abs(x) <= edge ? (int)(x + edge) : 2 * edge + 1]++;
        }
        var (chi, left) = (0.0, 1.0);
        for (var x = -edge; x <= edge; x++)
        {
            var expected = draws * weight(x) / total;
            left -= weight(x) / total;
            chi += Math.Pow(counts[x + edge] - expected, 2) / expected;
        }
        if (draws * left > 5) chi += Math.Pow(counts[2 * edge + 1] - draws * left, 2) / (draws * left);
        var freedom = 2 * edge + 1;
        Assert.True(chi < freedom + 5 * Math.Sqrt(2 * freedom), $"χ² = {chi:0.0} at {freedom} degrees of freedom");
    }
}
