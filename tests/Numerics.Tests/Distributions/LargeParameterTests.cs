using MarketingNotebooks.Numerics.Distributions;

namespace MarketingNotebooks.Numerics.Tests.Distributions;

/// <summary>Parameters of 10⁷ and more, where sums of logarithms and continued fractions cancel. Expected values by 60-digit arithmetic on
/// closed forms (whole b; Stirling's series), or where none is given, by R 4.2.</summary>
public class LargeParameterTests
{
    private static void Close(double expected, double got, double relative = 1e-12) =>
        Assert.True(Math.Abs(got / expected - 1) <= relative, $"{got:R} for {expected:R}");

    [Fact]
    public void Beta_near_one_keeps_the_digits_of_the_rest()
    {
        Close(0.01000000004188225, new Beta(1e8, 3).Cdf(0.9999999159405353));
        Close(-0.7512312182709007, new Beta(1e7, 1e9).LogDensity(0.009885412951108515), 1e-10);
        Close(0.1353352831012774, new Binomial(2_000_000_000, 1e-9).Cdf(0));
        Close(9.999997026204200e-9, new NegativeBinomial(3, 1e-6).Survival(24_181_300));
    }

    [Fact]
    public void F_of_unlike_degrees()
    {
        var f = new FisherF(1e7, 10);
        Close(-0.04302630789891687, f.LogDensity(0.7968848654307891), 1e-11);
        Close(0.2500000000000015, f.Cdf(0.7968848654307891));
        Close(-617.2047689604514, new FisherF(1e5, 1e5).LogDensity(1.25));
    }

    [Fact]
    public void Student_tends_to_the_normal()
    {
        var (t, normal) = (new StudentT(1e10), new Normal());
        foreach (var x in (ReadOnlySpan<double>)[0.1, 1, 2.3263478740408408, 5, 8])
        {
            // Φ's first correction (Fisher 1925): φ(x)·(x³ + x)/(4ν).
            Close(normal.Survival(x) + normal.Density(x) * (x * x * x + x) / 4e10, t.Survival(x));
            Close(-x, t.Quantile(t.Cdf(-x)), 1e-12);
        }
        Close(0.010000000009938774, t.Cdf(-2.3263478740408408));
    }

    [Fact]
    public void Gamma_and_Poisson_at_ten_billion()
    {
        Close(0.4999986701923987, new Poisson(1e10).Cdf(1e10 - 1));
        Close(0.4999986701923987, new Gamma(1e10).Survival(1e10));
        Close(1.0002008524890e-300, new Poisson(1e10).Cdf(9_996_295_519));
        Assert.Equal(1e10, new Poisson(1e10).Quantile(0.5));
    }

    /// <summary>Both sides of the shape from which Temme's expansion is used.</summary>
    [Theory]
    [InlineData(0.97)]
    [InlineData(0.999)]
    [InlineData(1)]
    [InlineData(1.002)]
    [InlineData(1.03)]
    public void Gamma_has_no_step_where_the_method_changes(double share)
    {
        // P(a, x) − P(a + 1, x) = xᵃe⁻ˣ/Γ(a + 1) binds neighbours together.
        foreach (var a in (ReadOnlySpan<double>)[999_999, 999_999.5, 1e6, 1.5e6])
        {
            var x = a * share;
            var (first, next, term) = (new Gamma(a), new Gamma(a + 1), new Gamma(a + 1).Density(x));
            if (share <= 1) Close(first.Cdf(x), next.Cdf(x) + term, 1e-11);
            else Close(next.Survival(x), first.Survival(x) + term, 1e-11);
        }
    }

    [Fact]
    public void Density_stays_finite_down_to_the_smallest_number() =>
        Close(732.3960, new Gamma(0.01).LogDensity(double.Epsilon), 1e-6);
}
