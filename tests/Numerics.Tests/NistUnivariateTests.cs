using MarketingNotebooks.Numerics.Tests.LinearAlgebra;

namespace MarketingNotebooks.Numerics.Tests;

/// <summary>Means and standard deviations certified by NIST's Statistical Reference Datasets, univariate summary statistics,
/// https://www.itl.nist.gov/div898/strd/univ/homepage.html. The digits asked for are those that rounding of the data leaves.</summary>
public class NistUnivariateTests
{
    private static void Check(double[] values, double mean, double deviation, double digits)
    {
        var moments = Moments.Of(values);
        Assert.True(Nist.Digits(moments.Mean, mean) >= 14.5, $"{moments.Mean:R}");
        Assert.True(Nist.Digits(moments.StdDev, deviation) >= digits, $"{moments.StdDev:R}, {Nist.Digits(moments.StdDev, deviation)} digits");
    }

    [Fact]
    public void NumAcc1() => Check([10000001, 10000003, 10000002], 10000002, 1, 15);

    /// <summary>1001 values: a middle one, then 0.1 below and above it in turn.</summary>
    [Theory]
    [InlineData(1.2, 14)]
    [InlineData(1000000.2, 9)]
    [InlineData(10000000.2, 8)]
    public void NumAcc2_to_4(double middle, double digits) =>
        Check([middle, .. Enumerable.Range(0, 1000).Select(i => i % 2 == 0 ? middle - 0.1 : middle + 0.1)], middle, 0.1, digits);

    [Fact]
    public void Michelson()
    {
        // The speed of light in 1000 km/s, 1879.
        double[] speeds =
        [
            299.85, 299.74, 299.90, 300.07, 299.93, 299.85, 299.95, 299.98, 299.98, 299.88, 300.00, 299.98, 299.93, 299.65, 299.76, 299.81,
            300.00, 300.00, 299.96, 299.96, 299.96, 299.94, 299.96, 299.94, 299.88, 299.80, 299.85, 299.88, 299.90, 299.84, 299.83, 299.79,
            299.81, 299.88, 299.88, 299.83, 299.80, 299.79, 299.76, 299.80, 299.88, 299.88, 299.88, 299.86, 299.72, 299.72, 299.62, 299.86,
            299.97, 299.95, 299.88, 299.91, 299.85, 299.87, 299.84, 299.84, 299.85, 299.84, 299.84, 299.84, 299.89, 299.81, 299.81, 299.82,
            299.80, 299.77, 299.76, 299.74, 299.75, 299.76, 299.91, 299.92, 299.89, 299.86, 299.88, 299.72, 299.84, 299.85, 299.85, 299.78,
            299.89, 299.84, 299.78, 299.81, 299.76, 299.81, 299.79, 299.81, 299.82, 299.85, 299.87, 299.87, 299.81, 299.74, 299.81, 299.94,
            299.95, 299.80, 299.81, 299.87,
        ];
        Check(speeds, 299.852400000000, 0.0790105478190518, 11);
    }
}
