namespace MarketingNotebooks.Numerics.Tests;

/// <summary>Reference values: NumPy 1.24 (quantiles), pandas 1.5 (deviation), SciPy 1.10 (skewness, median_abs_deviation) on [1, 2, 2, 4, 7, 100].</summary>
public sealed class OrderStatisticsTests
{
    private static readonly double[] Values = [1, 2, 2, 4, 7, 100];

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.01, 1.05)]
    [InlineData(0.25, 2)]
    [InlineData(0.5, 3)]
    [InlineData(0.75, 6.25)]
    [InlineData(0.99, 95.35)]
    [InlineData(1, 100)]
    public void Quantiles_interpolate_linearly(double share, double expected) => Assert.Equal(expected, OrderStatistics.Quantile(Values, share), 12);

    [Fact]
    public void Spread_and_shape()
    {
        Assert.Equal(1.5, OrderStatistics.Mad([100, 7, 4, 2, 2, 1], 3));
        Assert.Equal(2.223903327758403, 1.5 * OrderStatistics.MadToDeviation, 12);
        var moments = Moments.Of([.. Values, double.NaN]);
        Assert.Equal((6, 19.333333333333332), (moments.Count, moments.Mean));
        Assert.Equal(39.57608705603255, moments.StdDev, 12);
        Assert.Equal(1.7772935779978811, moments.Skewness, 12);
    }

    [Fact]
    public void Edges()
    {
        Assert.Equal(5, OrderStatistics.Quantile([5], 0.3));
        Assert.True(double.IsNaN(Moments.Of([]).Mean));
        Assert.True(double.IsNaN(Moments.Of([3]).StdDev));
        Assert.True(double.IsNaN(Moments.Of([0.1, 0.1, 0.1]).Skewness));
        Assert.Equal(new ColumnScale(3, 1), ColumnScale.Standard([3, double.NaN, 3]));
        Assert.Equal(new ColumnScale(-1, 4), ColumnScale.MinMax([3, double.NaN, -1]));
        Assert.Equal("ColumnScale.Standard needs at least one value that is not NaN. Got 0 values. Leave the column out.",
            Assert.Throws<ArgumentException>(() => ColumnScale.Standard([])).Message);
        Assert.Equal("ColumnScale.MinMax needs at least one value that is not NaN. Got 1 value. Leave the column out.",
            Assert.Throws<ArgumentException>(() => ColumnScale.MinMax([double.NaN])).Message);
        Assert.Equal("Quantile needs at least one value and a share in [0, 1]. Got 0 values and 0.5.", Assert.Throws<ArgumentException>(() => OrderStatistics.Quantile([], 0.5)).Message);
        Assert.Throws<ArgumentException>(() => OrderStatistics.Quantile(Values, double.NaN));
    }
}
