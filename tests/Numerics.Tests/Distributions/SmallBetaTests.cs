using MarketingNotebooks.Numerics.Distributions;

namespace MarketingNotebooks.Numerics.Tests.Distributions;

/// <summary>Beta distributions that are nearly all at one end: what is left at the other is no difference from 1. Expected values from the
/// series of DLMF 8.17.7 summed in decimals of 110 digits, of the doubles as they are; for whole b it equals the finite sum to 100.</summary>
public class SmallBetaTests
{
    [Theory]
    [InlineData(0.001, 2.0, 0.1, 0.0014020061200063847)]
    [InlineData(0.001, 2.0, 0.9, 5.365500930166359e-06)]
    [InlineData(1e-10, 2.5, 0.2, 6.213887331709098e-11)]
    [InlineData(1e-10, 2.5, 1e-30, 6.779718025450944e-09)]
    [InlineData(0.005, 0.5, 0.4, 0.010229802970425474)]
    [InlineData(0.005, 0.5, 0.6, 0.007397280978122719)]
    [InlineData(1e-08, 0.0001, 0.3, 9.99984718763399e-05)]
    [InlineData(0.0001, 1e-08, 0.7, 0.9999000015281236)]
    [InlineData(0.009, 40.0, 0.01, 0.006386830883529183)]
    [InlineData(0.009, 40.0, 0.5, 4.1281134112989425e-16)]
    [InlineData(1e-06, 1500.0, 0.0005, 3.4038044036761525e-07)]
    [InlineData(1e-06, 1500.0, 0.01, 1.7801641305428542e-14)]
    [InlineData(0.09, 3.0, 0.2, 0.04539758122765621)]
    [InlineData(0.1, 3.0, 0.2, 0.05058571840482101)]
    [InlineData(1e-12, 1.0, 0.3, 1.2039728043252113e-12)]
    [InlineData(0.002, 0.002, 0.5, 0.5)]
    [InlineData(1e-40, 3.0, 0.125, 8.216290416798359e-41)]
    [InlineData(0.001, 7.25, 1e-200, 0.36747156162762823)]
    public void The_far_tail_keeps_its_digits(double a, double b, double x, double survival)
    {
        var beta = new Beta(a, b);
        Assert.Equal(1, beta.Survival(x) / survival, 1e-12);
        Assert.Equal(1, beta.Cdf(x) + beta.Survival(x), 1e-15);
        // The same from the other end, where 1 − x is a double too.
        if (1 - (1 - x) == x) Assert.Equal(1, new Beta(b, a).Cdf(1 - x) / survival, 1e-12);
    }

    [Theory]
    [InlineData(2.0, 0.001, 1e-06, 0.04403616049657655)]
    [InlineData(2.0, 0.001, 1e-12, 4.469835029456679e-05)]
    [InlineData(3.5, 1e-08, 1e-09, 0.6099032463254306)]
    [InlineData(0.5, 0.005, 0.0001, 0.00010138085098077887)]
    public void So_do_quantiles(double a, double b, double p, double quantile) =>
        Assert.Equal(1, new Beta(a, b).Quantile(p) / quantile, 1e-12);

    [Fact]
    public void There_is_no_step_where_the_method_changes()
    {
        var at = new Beta(0.1, 3).Survival(0.2);
        Assert.Equal(1, new Beta(Math.BitDecrement(0.1), 3).Survival(0.2) / at, 1e-13);
        var edge = 1.05 / 5.05;
        Assert.Equal(1, new Beta(0.05, 3).Survival(Math.BitIncrement(edge)) / new Beta(0.05, 3).Survival(edge), 1e-12);
    }
}
