using MarketingNotebooks.Marketing.Segmentation;
using static MarketingNotebooks.Marketing.Tests.Frames;

namespace MarketingNotebooks.Marketing.Tests.Segmentation;

public sealed class ConcentrationTests
{
    [Theory]
    [InlineData(new[] { 1.0, 1, 1, 1 }, 0)]
    [InlineData(new[] { 1.0, 2, 3, 4 }, 0.25)] // Σ(2i − n − 1)xᵢ / (n Σx) = 10/40
    [InlineData(new[] { 0.0, 0, 0, 5 }, 0.75)] // 1 − 1/n
    [InlineData(new[] { 8.0 }, 0)]
    public void Gini_by_its_formula(double[] totals, double gini) => Assert.Equal(gini, Concentration.Of(totals).Gini, 1e-14);

    [Fact]
    public void Gini_equals_half_the_mean_difference_over_the_mean()
    {
        double[] totals = [12.5, 3, 0, 44, 7, 7, 19.25, 1];
        var difference = totals.SelectMany(a => totals.Select(b => Math.Abs(a - b))).Average();
        Assert.Equal(difference / 2 / totals.Average(), Concentration.Of(totals).Gini, 1e-14);
    }

    [Fact]
    public void Shares_of_the_top()
    {
        var spread = Concentration.Of([10, 20, 30, 40]);
        Assert.Equal(0, spread.TopShare(0), 1e-14);
        Assert.Equal(0.4, spread.TopShare(0.25), 1e-14);
        Assert.Equal(0.55, spread.TopShare(0.375), 1e-14); // the best and half of the next
        Assert.Equal(1, spread.TopShare(1), 1e-14);
        Assert.Equal(0, spread.CustomersFor(0));
        Assert.Equal(1, spread.CustomersFor(0.4));
        Assert.Equal(2, spread.CustomersFor(0.41));
        Assert.Equal(4, spread.CustomersFor(1));
    }

    [Fact]
    public void Lorenz_runs_from_0_to_1()
    {
        var lorenz = Concentration.Of([30, 10]).Lorenz;
        Assert.Equal([0.0, 0.5, 1.0], lorenz.Values("customers"));
        Assert.Equal([0.0, 0.25, 1.0], lorenz.Values("revenue"));
    }

    [Fact]
    public void From_purchases_it_sums_customers_first()
    {
        var spread = Orders(("a", "2024-01-01", 10), ("b", "2024-01-02", 20), ("a", "2024-01-03", 30)).Concentration();
        Assert.Equal((2, 60.0), (spread.Customers, spread.Revenue));
        Assert.Equal(2 / 3.0, spread.TopShare(0.5), 1e-14);
    }

    [Fact]
    public void Bad_totals_are_refused()
    {
        Assert.Equal("Concentration needs at least one customer. Got none.", Error(() => Concentration.Of([])));
        Assert.Equal("Concentration needs some revenue. Got 0 for every customer.", Error(() => Concentration.Of([0, 0])));
        Assert.Equal("Concentration needs totals ≥ 0. Got -1 for customer 1. Set refunds off against later purchases, or raise negative totals to 0 first.",
            Error(() => Concentration.Of([2, -1])));
        Assert.Equal("TopShare needs a share of customers in [0, 1]. Got 20.", Error(() => Concentration.Of([1]).TopShare(20)));
        Assert.Equal("CustomersFor needs a share of revenue in [0, 1]. Got NaN.", Error(() => Concentration.Of([1]).CustomersFor(double.NaN)));
    }
}
