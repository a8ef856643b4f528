using MarketingNotebooks.Data.Privacy.Differential;

namespace MarketingNotebooks.Data.Tests.Privacy;

public sealed class CompositionTests
{
    /// <summary>Balle and Wang (2018): at ε = 1, δ = 1e-5 the analytic deviation is 3.7306 (their code's value), the classical one 4.8448.</summary>
    [Fact]
    public void The_analytic_Gaussian_is_that_of_Balle_and_Wang()
    {
        Assert.Equal(3.730632, GaussianCalibration.Analytic(1, 1e-5), 1e-5);
        Assert.Equal(4.844805, GaussianCalibration.Classical(1, 1e-5), 1e-5);
        Assert.Equal(7.461263, GaussianCalibration.Analytic(1, 1e-5, 2), 2e-5);
    }

    [Theory]
    [InlineData(0.01, 1e-6)]
    [InlineData(0.5, 1e-10)]
    [InlineData(4, 1e-5)]
    [InlineData(20, 1e-3)]
    public void Its_delta_is_the_one_asked_for_and_less_noise_would_break_it(double epsilon, double delta)
    {
        var sigma = GaussianCalibration.Analytic(epsilon, delta);
        Assert.Equal(1, GaussianCalibration.Delta(sigma, epsilon) / delta, 1e-9);
        Assert.True(GaussianCalibration.Delta(sigma * 0.999, epsilon) > delta);
    }

    /// <summary>The definition: the sum over all outcomes of max(0, P(y) − e^ε P(y − Δ)).</summary>
    [Theory]
    [InlineData(1.0, 0.5, 1)]
    [InlineData(30.0, 0.3, 4)]
    [InlineData(0.2, 2.0, 1)]
    public void The_discrete_delta_is_the_definitions(double variance, double epsilon, int sensitivity)
    {
        double Weight(long y) => Math.Exp(-(double)y * y / (2 * variance));
        var total = Enumerable.Range(-500, 1001).Sum(y => Weight(y));
        var delta = Enumerable.Range(-500, 1001).Sum(y => Math.Max(0, Weight(y) - Math.Exp(epsilon) * Weight(y - sensitivity))) / total;
        // Shifting the other way gives the same by symmetry.
        Assert.Equal(delta, GaussianCalibration.DiscreteDelta(variance, epsilon, sensitivity), 1e-12);
    }

    /// <summary>Where both ways are open they agree; far out the discrete Gaussian's variance is the analytic one, and found at once.</summary>
    [Fact]
    public void Wide_tails_come_from_a_formula_that_agrees_with_the_sum()
    {
        foreach (var first in (double[])[1, 17, 900, 2_000, 7_000, 20_000])
            Assert.Equal(1, DiscreteTail.Formula(first, 810_000) / DiscreteTail.Sum(first, 810_000), 1e-11);
        var sigma = Math.Sqrt(GaussianCalibration.DiscreteVariance(1.0 / (1 << 20), 1e-9, 1024));
        Assert.Equal(1, sigma / GaussianCalibration.Analytic(1.0 / (1 << 20), 1e-9, 1024), 1e-3);
        Assert.True(sigma > 1e8);
    }

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1, 0.15865525393145707)]
    [InlineData(-1, 0.8413447460685429)]
    [InlineData(3, 0.0013498980316300933)]
    [InlineData(8, 6.220960574271785e-16)]
    public void The_normal_tail_has_its_tabulated_values(double x, double tail) => Assert.Equal(1, GaussianCalibration.UpperTail(x) / tail, 1e-12);

    /// <summary>U.S. Census Bureau (2021), redistricting data: ρ = 2.56 for persons is ε = 17.14, ρ = 0.07 for housing units ε = 2.47, both at δ = 1e-10.
    /// ρ is published to two digits, so its ε lies between those of ρ ± 0.005. Bun and Steinke's conversion, 17.92 and 2.61, does not.</summary>
    [Theory]
    [InlineData(2.56, 17.14)]
    [InlineData(0.07, 2.47)]
    public void Concentrated_privacy_converts_as_the_census_published(double rho, double epsilon) =>
        Assert.InRange(epsilon, Composition.EpsilonOf(rho - 0.005, 1e-10), Composition.EpsilonOf(rho + 0.005, 1e-10));

    /// <summary>Canonne, Kamath and Steinke's bound in its other form, δ = min over α of e^((α−1)(αρ−ε)) / (α−1) · (1 − 1/α)^α: tried at 200,000 values
    /// of α it gives back δ, so nothing below ε was missed. Between the exact Gaussian's ε, which no conversion of ρ may undercut, and Bun and Steinke's.</summary>
    [Theory]
    [InlineData(2.56, 1e-10)]
    [InlineData(0.07, 1e-10)]
    [InlineData(0.005, 1e-5)]
    [InlineData(0.5, 1e-6)]
    [InlineData(30, 1e-9)]
    public void The_conversion_is_the_tightest_over_all_orders(double rho, double delta)
    {
        var epsilon = Composition.EpsilonOf(rho, delta);
        var least = Enumerable.Range(1, 200_000).Select(i => Math.Exp(-8 + i / 10_000.0)).Min(a => Math.Exp(a * ((1 + a) * rho - epsilon) - Math.Log(a) + (1 + a) * Math.Log(a / (1 + a))));
        Assert.Equal(1, least / delta, 1e-6);
        Assert.True(epsilon < rho + 2 * Math.Sqrt(rho * Math.Log(1 / delta)));
        Assert.True(GaussianCalibration.Delta(Math.Sqrt(1 / (2 * rho)), epsilon) <= delta);
        Assert.Equal(1, Composition.RhoOf(epsilon, delta) / rho, 1e-9);
    }

    /// <summary>Kairouz and others (2017): a hundred answers of ε = 0.1 at δ′ = 1e-5 cost 100·0.1·tanh(0.05) + √(2 ln 1e5 · 1) = 5.298, not 10.</summary>
    [Fact]
    public void Advanced_composition_beats_the_sum_for_many_answers_only()
    {
        Assert.Equal(5.298, Composition.Advanced(Enumerable.Repeat(0.1, 100), 1e-5), 5e-4);
        Assert.Equal(0.5, Composition.Advanced([0.2, 0.3], 1e-5), 1e-12);
    }

    [Fact]
    public void Values_out_of_range_are_told()
    {
        Assert.Equal("δ must be in (0, 1). Got 0. (Parameter 'delta')", Assert.Throws<ArgumentException>(() => Composition.EpsilonOf(1, 0)).Message);
        Assert.Equal("δ of Gaussian noise must be in (0, 1), well below 1 / people. Got 0; for δ = 0 use Laplace noise. (Parameter 'delta')",
            Assert.Throws<ArgumentException>(() => GaussianCalibration.Analytic(1, 0)).Message);
    }
}
