using MarketingNotebooks.Numerics.Distributions;

namespace MarketingNotebooks.Numerics.Tests.Distributions;

/// <summary>Critical values as tables print them, e.g. Abramowitz and Stegun (1964), tables 26.1 to 26.9, and NIST/SEMATECH e-Handbook, §1.3.6.7.
/// Right to half a unit of the last digit printed.</summary>
public class PublishedTableTests
{
    [Theory]
    [InlineData(0.90, 1.28155)]
    [InlineData(0.95, 1.64485)]
    [InlineData(0.975, 1.95996)]
    [InlineData(0.99, 2.32635)]
    [InlineData(0.995, 2.57583)]
    [InlineData(0.999, 3.09023)]
    [InlineData(0.9999, 3.71902)]
    [InlineData(0.99999, 4.26489)]
    public void Normal(double p, double x) => Assert.Equal(x, new Normal(0, 1).Quantile(p), 0.5001e-5);

    [Theory]
    [InlineData(1, 0.95, 6.314)]
    [InlineData(1, 0.975, 12.706)]
    [InlineData(1, 0.995, 63.657)]
    [InlineData(2, 0.975, 4.303)]
    [InlineData(5, 0.975, 2.571)]
    [InlineData(10, 0.95, 1.812)]
    [InlineData(10, 0.999, 4.144)]
    [InlineData(30, 0.975, 2.042)]
    [InlineData(60, 0.995, 2.660)]
    [InlineData(120, 0.95, 1.658)]
    public void Student(int degrees, double p, double t) => Assert.Equal(t, new StudentT(degrees).Quantile(p), 0.501e-3);

    [Theory]
    [InlineData(1, 0.95, 3.841)]
    [InlineData(1, 0.999, 10.828)]
    [InlineData(2, 0.99, 9.210)]
    [InlineData(5, 0.95, 11.070)]
    [InlineData(10, 0.05, 3.940)]
    [InlineData(10, 0.95, 18.307)]
    [InlineData(20, 0.01, 8.260)]
    [InlineData(30, 0.995, 53.672)]
    [InlineData(100, 0.95, 124.342)]
    public void ChiSquared(int degrees, double p, double x) => Assert.Equal(x, new ChiSquared(degrees).Quantile(p), 0.501e-3);

    [Theory]
    [InlineData(1, 1, 0.95, 161.448)]
    [InlineData(1, 10, 0.95, 4.965)]
    [InlineData(2, 20, 0.95, 3.493)]
    [InlineData(3, 20, 0.95, 3.098)]
    [InlineData(5, 10, 0.95, 3.326)]
    [InlineData(10, 30, 0.95, 2.165)]
    [InlineData(4, 12, 0.99, 5.412)]
    [InlineData(9, 60, 0.99, 2.718)]
    public void Fisher(int above, int below, double p, double f) => Assert.Equal(f, new FisherF(above, below).Quantile(p), 0.501e-3);

    [Theory]
    [InlineData(10, 0.5, 5, 0.6230)]
    [InlineData(20, 0.3, 6, 0.6080)]
    [InlineData(15, 0.1, 2, 0.8159)]
    [InlineData(5, 0.25, 0, 0.2373)]
    public void Binomial(int trials, double p, int k, double cdf) => Assert.Equal(cdf, new Binomial(trials, p).Cdf(k), 0.501e-4);

    [Theory]
    [InlineData(1, 2, 0.9197)]
    [InlineData(2.5, 4, 0.8912)]
    [InlineData(5, 5, 0.6160)]
    [InlineData(10, 12, 0.7916)]
    public void Poisson(double mean, int k, double cdf) => Assert.Equal(cdf, new Poisson(mean).Cdf(k), 0.501e-4);
}
