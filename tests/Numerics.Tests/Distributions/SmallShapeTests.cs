using MarketingNotebooks.Numerics.Distributions;

namespace MarketingNotebooks.Numerics.Tests.Distributions;

/// <summary>Gamma distributions that are nearly all at 0: their upper tail is no difference from 1. Expected values from R 4.2.</summary>
public class SmallShapeTests
{
    [Theory]
    [InlineData(1e-5, 0.5, 5.5977652854226595e-6)]
    [InlineData(1e-5, 1, 2.1938617914074663e-6)]
    [InlineData(1e-12, 0.999, 2.1975218202316933e-13)]
    [InlineData(0.05, 1e-20, 0.89727831347283238)]
    [InlineData(0.0005, 0.8949271909999158, 1.3130565885484545e-4)]
    public void The_upper_tail_keeps_its_digits(double shape, double x, double survival)
    {
        Assert.Equal(1, new Gamma(shape).Survival(x) / survival, 1e-12);
        Assert.Equal(1, new ChiSquared(2 * shape).Survival(2 * x) / survival, 1e-12);
        Assert.Equal(1, new Gamma(shape).Cdf(x) + new Gamma(shape).Survival(x), 1e-15);
    }

    [Fact]
    public void There_is_no_step_where_the_method_changes()
    {
        // The derivatives of ln Q at (0.1, 0.9) are about 9.5 and −1.5.
        var at = new Gamma(0.1).Survival(0.9);
        Assert.Equal(1, new Gamma(Math.BitDecrement(0.1)).Survival(0.9) / at, 1e-13);
        var edge = new Gamma(0.05).Survival(1.05);
        Assert.Equal(1, new Gamma(0.05).Survival(Math.BitDecrement(1.05)) / edge, 1e-12);
    }
}
