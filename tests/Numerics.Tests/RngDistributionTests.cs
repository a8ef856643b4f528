using MathNet.Numerics.Distributions;

namespace MarketingNotebooks.Numerics.Tests;

public class RngDistributionTests
{
    private const int N = 50_000;

    [Fact]
    public void Uniform()
    {
        var rng = new Rng(1);
        Goodness.CheckContinuous(N, rng.NextDouble, x => x);
        Goodness.CheckContinuous(N, () => rng.NextUniform(-2, 3), x => (x + 2) / 5);
    }

    [Fact]
    public void Normal()
    {
        var rng = new Rng(2);
        Goodness.CheckContinuous(500_000, () => rng.NextNormal(), x => MathNet.Numerics.Distributions.Normal.CDF(0, 1, x));
        Goodness.CheckContinuous(N, () => rng.NextNormal(10, 3), x => MathNet.Numerics.Distributions.Normal.CDF(10, 3, x));
        Goodness.CheckMoments(500_000, () => rng.NextNormal(10, 3), 10, 9, 0);
    }

    [Fact]
    public void Normal_tail_beyond_the_ziggurat_has_its_exact_share()
    {
        // P(|Z| > 3.442619855899) = 5.7610e-4; conditional on it, the excess follows the normal's own tail.
        var rng = new Rng(3);
        const double edge = 3.442619855899;
        var tail = new List<double>();
        for (var i = 0; i < 4_000_000; i++)
        {
            var z = Math.Abs(rng.NextNormal());
            if (z > edge) tail.Add(z);
        }
        var share = 2 * MathNet.Numerics.Distributions.Normal.CDF(0, 1, -edge);
        Assert.InRange(tail.Count, 4e6 * share - 5 * Math.Sqrt(4e6 * share), 4e6 * share + 5 * Math.Sqrt(4e6 * share));
        var next = 0;
        Goodness.CheckContinuous(tail.Count, () => tail[next++],
            z => 1 - MathNet.Numerics.Distributions.Normal.CDF(0, 1, -z) / (share / 2));
    }

    [Fact]
    public void LogNormal()
    {
        var rng = new Rng(4);
        Goodness.CheckContinuous(N, () => rng.NextLogNormal(1, 0.5), x => MathNet.Numerics.Distributions.LogNormal.CDF(1, 0.5, x));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2.5)]
    [InlineData(30)]
    public void StudentT(double degrees)
    {
        var rng = new Rng(5);
        Goodness.CheckContinuous(N, () => rng.NextStudentT(degrees), x => MathNet.Numerics.Distributions.StudentT.CDF(0, 1, degrees, x));
    }

    [Fact]
    public void Exponential_Weibull_Pareto_Gumbel()
    {
        var rng = new Rng(6);
        Goodness.CheckContinuous(N, () => rng.NextExponential(2), x => 1 - Math.Exp(-2 * x));
        Goodness.CheckContinuous(N, () => rng.NextWeibull(1.7, 3), x => 1 - Math.Exp(-Math.Pow(x / 3, 1.7)));
        Goodness.CheckContinuous(N, () => rng.NextPareto(2.5, 4), x => 1 - Math.Pow(4 / x, 2.5));
        Goodness.CheckContinuous(N, rng.NextGumbel, x => Math.Exp(-Math.Exp(-x)));
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.7)]
    [InlineData(1)]
    [InlineData(4.2)]
    [InlineData(900)]
    public void Gamma(double shape)
    {
        var rng = new Rng(7);
        Goodness.CheckContinuous(N, () => rng.NextGamma(shape, 3), x => GammaCdf(shape, x / 3));
        Goodness.CheckMoments(N, () => rng.NextGamma(shape, 3), shape * 3, shape * 9, 6 / shape);
        Goodness.CheckContinuous(N, () => rng.NextChiSquared(2 * shape), x => GammaCdf(shape, x / 2));

        // The oracle returns 0 below 1e-15, where small shapes have much of their mass; there the series' first term is exact enough.
        static double GammaCdf(double shape, double x) => x < 1e-9
            ? Math.Pow(x, shape) / MathNet.Numerics.SpecialFunctions.Gamma(shape + 1)
            : MathNet.Numerics.SpecialFunctions.GammaLowerRegularized(shape, x);
    }

    [Theory]
    [InlineData(0.3, 0.4)]
    [InlineData(1, 1)]
    [InlineData(0.2, 5)]
    [InlineData(2, 3)]
    [InlineData(150, 40)]
    public void Beta(double a, double b)
    {
        var rng = new Rng(8);
        Goodness.CheckContinuous(N, () => rng.NextBeta(a, b), x => MathNet.Numerics.Distributions.Beta.CDF(a, b, x));
    }

    [Fact]
    public void Beta_survives_tiny_parameters()
    {
        // As a = b → 0 the beta becomes a fair coin on {0, 1}.
        var rng = new Rng(9);
        var ones = 0;
        for (var i = 0; i < 10_000; i++)
        {
            var x = rng.NextBeta(1e-4, 1e-4);
            Assert.InRange(x, 0, 1);
            if (x > 0.5) ones++;
        }
        Assert.InRange(ones, 4_750, 5_250);
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(3.3)]
    [InlineData(9.99)]
    [InlineData(10)]
    [InlineData(47.5)]
    [InlineData(12_345)]
    public void Poisson(double mean)
    {
        var rng = new Rng(10);
        Goodness.CheckCounts(200_000, () => rng.NextPoisson(mean), k => MathNet.Numerics.Distributions.Poisson.PMF(mean, k));
        Goodness.CheckMoments(200_000, () => rng.NextPoisson(mean), mean, mean, 1 / mean);
    }

    [Fact]
    public void Poisson_limits()
    {
        var rng = new Rng(11);
        Assert.Equal(0, rng.NextPoisson(0));
        Goodness.CheckMoments(N, () => rng.NextPoisson(1e9), 1e9, 1e9, 1e-9);
        Assert.Equal("NextPoisson needs a mean in [0, 1E9]. Got -1.", Assert.Throws<ArgumentException>(() => rng.NextPoisson(-1)).Message);
        Assert.Equal("NextPoisson needs a mean in [0, 1E9]. Got NaN.",
            Assert.Throws<ArgumentException>(() => rng.NextPoisson(double.NaN)).Message);
    }

    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(5, 0.3)]
    [InlineData(40, 0.9)]
    [InlineData(100, 0.5)]
    [InlineData(1000, 0.013)]
    [InlineData(100_000, 0.4)]
    public void Binomial(int trials, double p)
    {
        var rng = new Rng(12);
        Goodness.CheckCounts(200_000, () => rng.NextBinomial(trials, p), k => MathNet.Numerics.Distributions.Binomial.PMF(p, trials, k));
        Goodness.CheckMoments(200_000, () => rng.NextBinomial(trials, p), trials * p, trials * p * (1 - p),
            (1 - 6 * p * (1 - p)) / (trials * p * (1 - p)));
    }

    [Fact]
    public void Binomial_limits()
    {
        var rng = new Rng(13);
        Assert.Equal(0, rng.NextBinomial(0, 0.4));
        Assert.Equal(0, rng.NextBinomial(9, 0));
        Assert.Equal(9, rng.NextBinomial(9, 1));
        for (var i = 0; i < 1000; i++) Assert.InRange(rng.NextBinomial(int.MaxValue, 0.5), 0, int.MaxValue);
        for (var i = 0; i < 1000; i++) Assert.InRange(rng.NextBinomial(int.MaxValue, 1e-12), 0, 5);
    }

    [Theory]
    [InlineData(0.03)]
    [InlineData(0.5)]
    [InlineData(0.99)]
    public void Geometric(double p)
    {
        var rng = new Rng(14);
        Goodness.CheckCounts(200_000, () => rng.NextGeometric(p), k => k < 1 ? 0 : p * Math.Pow(1 - p, k - 1));
        Assert.Equal(1, rng.NextGeometric(1));
    }

    [Theory]
    [InlineData(0.24, 0.05)]
    [InlineData(3, 0.5)]
    [InlineData(12.5, 0.2)]
    public void NegativeBinomial(double r, double p)
    {
        var rng = new Rng(15);
        Goodness.CheckCounts(200_000, () => rng.NextNegativeBinomial(r, p), k => MathNet.Numerics.Distributions.NegativeBinomial.PMF(r, p, k));
    }

    [Fact]
    public void Categorical_and_alias_table()
    {
        double[] weights = [2, 0, 1, 5, 0.5, 0];
        var rng = new Rng(16);
        Goodness.CheckCounts(N, () => rng.NextCategorical(weights), k => weights[k] / 8.5);
        var table = new AliasTable(weights);
        Assert.Equal(6, table.Count);
        Goodness.CheckCounts(N, () => table.Next(rng), k => weights[k] / 8.5);
        Goodness.CheckCounts(N, () => rng.Choice([0, 1, 2, 3, 4, 5], weights), k => weights[k] / 8.5);
    }

    [Fact]
    public void Categorical_refuses_weights_that_are_none()
    {
        var rng = new Rng(17);
        Assert.Equal("NextCategorical needs finite weights ≥ 0. Got -1 at index 1.",
            Assert.Throws<ArgumentException>(() => rng.NextCategorical([1, -1])).Message);
        Assert.Equal("NextCategorical needs weights with a finite sum > 0. Got 2 weights with sum 0.",
            Assert.Throws<ArgumentException>(() => rng.NextCategorical([0, 0])).Message);
        Assert.Equal("AliasTable needs weights with a finite sum > 0. Got 0 weights with sum 0.",
            Assert.Throws<ArgumentException>(() => new AliasTable([])).Message);
    }

    [Fact]
    public void Dirichlet()
    {
        var rng = new Rng(18);
        double[] a = [0.5, 2, 3.5];
        var shares = new double[3];
        for (var i = 0; i < 3; i++)
        {
            Goodness.CheckContinuous(N, () =>
            {
                rng.NextDirichlet(a, shares);
                Assert.Equal(1, shares.Sum(), 12);
                return shares[i];
            }, x => MathNet.Numerics.Distributions.Beta.CDF(a[i], 6 - a[i], x));
        }
    }

    [Fact]
    public void Shuffles_and_samples_are_uniform()
    {
        var rng = new Rng(19);
        Goodness.CheckCounts(N, () =>
        {
            var p = rng.Permutation(4);
            Assert.Equal([0, 1, 2, 3], p.Order());
            return ((p[0] * 4 + p[1]) * 4 + p[2]) * 4 + p[3];
        }, code => IsPermutation(code) ? 1.0 / 24 : 0);
        Goodness.CheckCounts(N, () =>
        {
            var s = rng.Sample(5, 2);
            return s[0] * 5 + s[1];
        }, code => code / 5 < code % 5 ? 0.1 : 0);
        Assert.Empty(rng.Sample(3, 0));
        Assert.Equal([0, 1, 2], rng.Sample(3, 3));
        Goodness.CheckCounts(N, () => rng.Choice((ReadOnlySpan<int>)[0, 1, 2]), k => k < 3 ? 1.0 / 3 : 0);
        Assert.Equal("Sample needs a size in [0, 3] for 3 items. Got 4.", Assert.Throws<ArgumentException>(() => rng.Sample(3, 4)).Message);
    }

    private static bool IsPermutation(int code) =>
        code < 256 && new[] { code / 64, code / 16 % 4, code / 4 % 4, code % 4 }.Distinct().Count() == 4;
}
