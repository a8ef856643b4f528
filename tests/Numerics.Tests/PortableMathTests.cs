namespace MarketingNotebooks.Numerics.Tests;

public class PortableMathTests
{
    [Fact]
    public void Log_and_Exp_are_within_two_units_in_the_last_place()
    {
        var rng = new Rng(1);
        for (var i = 0; i < 200_000; i++)
        {
            var x = Math.Exp(rng.NextUniform(-700, 700));
            Near(Math.Log(x), PortableMath.Log(x));
            var near = 1 + rng.NextUniform(-0.6, 1);
            Near(Math.Log(near), PortableMath.Log(near));
            var y = rng.NextUniform(-700, 700);
            Near(Math.Exp(y), PortableMath.Exp(y));
        }

        static void Near(double expected, double actual) =>
            Assert.True(Math.Abs(expected - actual) <= 3 * Math.BitIncrement(Math.Abs(expected)) * Math.ScaleB(1, -53),
                $"expected {expected:R}, got {actual:R}");
    }

    [Fact]
    public void Edges()
    {
        Assert.Equal(double.NegativeInfinity, PortableMath.Log(0));
        Assert.Equal(double.PositiveInfinity, PortableMath.Log(double.PositiveInfinity));
        Assert.True(double.IsNaN(PortableMath.Log(-1)) && double.IsNaN(PortableMath.Exp(double.NaN)));
        Assert.Equal(Math.Log(double.Epsilon), PortableMath.Log(double.Epsilon), 10);
        Assert.Equal(0, PortableMath.Log(1));
        Assert.Equal(1, PortableMath.Exp(0));
        Assert.Equal(0, PortableMath.Exp(-800));
        Assert.Equal(double.PositiveInfinity, PortableMath.Exp(710));
        Assert.Equal(-1e-20, PortableMath.LogOnePlus(-1e-20));
        Assert.Equal(-1.000000500000333e-6, PortableMath.LogOnePlus(-1e-6), 1e-20);
    }

    [Fact]
    public void LogFactorial_equals_the_log_gamma_function()
    {
        for (var k = 0; k < 2000; k++)
        {
            var expected = MathNet.Numerics.SpecialFunctions.FactorialLn(k);
            Assert.Equal(expected, PortableMath.LogFactorial(k), 1e-13 * Math.Max(1, expected));
        }
    }
}
