using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Tests.Frames;

namespace MarketingNotebooks.Data.Tests.Datasets.Truth;

public sealed class PricesWeeklyTruthTests
{
    private static readonly System.Text.Json.JsonElement Truth = Recover.Of(Shops.Committed, "prices_weekly");
    private static readonly DataFrame Prices = Made(42);

    /// <summary>Ten markets of the same parameters: one alone leaves an elasticity uncertain by a tenth.</summary>
    private static readonly DataFrame Markets = Enumerable.Range(1, 10).Select(Made).Aggregate((before, next) => before.Concat(next)).Collect();

    private static DataFrame Made(int seed) => Shops.Some(new() { Seed = seed, Customers = 1 }, "prices_weekly")["prices_weekly"]
        .Join(Shops.Committed["products"].Select("product_id", "category"), "product_id", Join.Inner, Match.ManyToOne)
        .With(("market", c => c["product_id"] + 1_000 * seed)).Collect();

    /// <summary>ln units on ln price and holiday within products (their means taken off), with ln cost as instrument or without.</summary>
    private static LeastSquares Fit(string category, bool instrument)
    {
        var rows = Markets.Where(c => c["category"] == category).Collect();
        var product = rows["market"].ToDoubles();
        var (units, price, cost) = (Within("units", Math.Log), Within("price", Math.Log), Within("cost", Math.Log));
        var holiday = Within("holiday", value => value);
        return LeastSquares.Fit(units, [price, holiday], instrument ? [cost, holiday] : null);

        double[] Within(string column, Func<double, double> transform)
        {
            var values = rows[column].ToDoubles().Select(transform).ToArray();
            var means = values.Select((value, row) => (value, product[row])).GroupBy(each => each.Item2).ToDictionary(each => each.Key, each => each.Average(one => one.value));
            return [.. values.Select((value, row) => value - means[product[row]])];
        }
    }

    public static TheoryData<string, double> Elasticities
    {
        get
        {
            var data = new TheoryData<string, double>();
            foreach (var each in Truth.List("elasticities")) data.Add(each.GetProperty("category").GetString()!, each.Number("elasticity"));
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Elasticities))]
    public void Cost_as_instrument_finds_the_elasticity_that_least_squares_understates(string category, double elasticity)
    {
        var (naive, instrumented) = (Fit(category, instrument: false), Fit(category, instrument: true));
        Recover.Within(-elasticity, instrumented.Estimates[0], instrumented.Errors[0], category);
        Recover.Within(Truth.Number("holiday_effect"), instrumented.Estimates[1], instrumented.Errors[1], "holiday");
        Assert.InRange(instrumented.Errors[0], 0, 0.06); // or it would find anything
        Assert.True(naive.Estimates[0] > -elasticity + Recover.Errors * naive.Errors[0], $"{category}: {naive.Estimates[0]} ± {naive.Errors[0]} against {-elasticity}");
    }

    [Fact]
    public void Three_products_of_four_categories_have_every_week_once()
    {
        Assert.Equal(12 * 104, Prices.Distinct("product_id", "week").RowCount);
        Assert.Equal(12 * 104, Prices.RowCount);
        Assert.Equal(4, Prices.Distinct("category").RowCount);
    }
}
