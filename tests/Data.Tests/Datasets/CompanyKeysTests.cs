using MarketingNotebooks.Data.Datasets;
using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Tests.Datasets;

/// <summary>What must hold between and within the clean tables.</summary>
public sealed class CompanyKeysTests
{
    private static readonly CompanyData Shop = Shops.Committed;

    [Theory]
    [InlineData("customers", "customer_id")]
    [InlineData("customers", "email")]
    [InlineData("products", "product_id")]
    [InlineData("promotions", "promotion_id")]
    [InlineData("orders", "order_id")]
    [InlineData("order_lines", "order_id", "product_id")]
    [InlineData("ratings", "customer_id", "product_id")]
    [InlineData("reviews", "customer_id", "product_id")]
    [InlineData("touchpoints", "journey_id", "position")]
    [InlineData("email_test", "customer_id")]
    [InlineData("survey", "survey_id")]
    [InlineData("media_weekly", "week")]
    [InlineData("regions_weekly", "week", "region")]
    [InlineData("prices_weekly", "week", "product_id")]
    [InlineData("keyword_auctions", "week", "keyword", "bidder")]
    [InlineData("keyword_auctions", "week", "keyword", "position")]
    [InlineData("truth_customers", "customer_id")]
    [InlineData("truth_tastes", "customer_id")]
    [InlineData("truth_reviews", "customer_id", "product_id")]
    [InlineData("truth_faults", "table", "row")]
    public void Keys_are_unique(string table, params string[] key) =>
        Assert.Equal(Shop[table].RowCount, Shop[table].Distinct(key).RowCount);

    [Theory]
    [InlineData("orders", "customer_id", "customers")]
    [InlineData("orders", "promotion_id", "promotions")]
    [InlineData("order_lines", "order_id", "orders")]
    [InlineData("order_lines", "product_id", "products")]
    [InlineData("ratings", "customer_id", "customers")]
    [InlineData("ratings", "product_id", "products")]
    [InlineData("email_test", "customer_id", "customers")]
    [InlineData("survey", "customer_id", "customers")]
    [InlineData("prices_weekly", "product_id", "products")]
    [InlineData("web_events", "product_id", "products")]
    [InlineData("truth_customers", "customer_id", "customers")]
    [InlineData("truth_tastes", "customer_id", "customers")]
    [InlineData("customers", "customer_id", "truth_tastes")]
    [InlineData("customers", "customer_id", "orders")]
    [InlineData("orders", "order_id", "order_lines")]
    public void Keys_are_found_in_the_other_table(string table, string key, string other) =>
        Assert.Equal(0, Shop[table].Where(c => !c[key].IsNull()).Join(Shop[other].Select(key), key, Join.Anti).RowCount);

    [Fact]
    public void Amount_cost_refund_and_discount_of_an_order_are_sums_over_its_lines()
    {
        var lines = Shop["order_lines"].Join(Shop["products"].Select("product_id", "unit_cost"), "product_id", Join.Inner, Match.ManyToOne)
            .With(("gross", c => c["quantity"] * c["unit_price"]), ("line_cost", c => c["quantity"] * c["unit_cost"]),
                ("back", c => Expr.If(c["returned"], c["amount"], 0.0)))
            .GroupBy("order_id").Aggregate(("paid", Agg.Sum("amount")), ("gross", Agg.Sum("gross")), ("line_cost", Agg.Sum("line_cost")),
                ("back", Agg.Sum("back")));
        var gaps = Shop["orders"].Join(lines, "order_id", Join.Inner, Match.OneToOne).Select(
            ("amount", c => c["amount"] - c["paid"]), ("cost", c => c["cost"] - c["line_cost"]), ("refund", c => c["refund"] - c["back"]),
            ("discount", c => c["discount"] - (c["gross"] - c["paid"])));
        Assert.Equal(Shop["orders"].RowCount, gaps.RowCount);
        foreach (var name in gaps.ColumnNames) Assert.All(gaps[name].ToDoubles(), gap => Assert.InRange(gap, -1e-6, 1e-6));
    }

    [Fact]
    public void Orders_come_in_order_within_the_two_years_and_not_before_registration()
    {
        var dates = Shop["orders"].Column<long>("order_date").Span.ToArray();
        Assert.Equal(dates.Order(), dates);
        Assert.Equal(new DateTime(2024, 1, 1), ((DateTime)Shop["orders"]["order_date"][0]!).Date);
        Assert.Equal(new DateTime(2025, 12, 31), ((DateTime)Shop["orders"]["order_date"][dates.Length - 1]!).Date);
        Assert.Equal(0, Shop["orders"].Join(Shop["customers"], "customer_id").Where(c => c["signup_date"] > c["order_date"]).RowCount);
    }

    [Fact]
    public void Promotions_are_used_only_while_they_run_and_take_their_share_off()
    {
        var used = Shop["orders"].Where(c => !c["promotion_id"].IsNull())
            .Join(Shop["promotions"].Rename(("discount", "share")), "promotion_id");
        Assert.InRange(used.RowCount, 1_000, 6_000);
        for (var row = 0; row < used.RowCount; row++)
        {
            Assert.InRange(((DateTime)used["order_date"][row]!).Date, (DateTime)used["first_day"][row]!, (DateTime)used["last_day"][row]!);
            var (amount, discount) = ((double)used["amount"][row]!, (double)used["discount"][row]!);
            // Half a cent of rounding a line, at most six lines, of at least 2.60 paid.
            Assert.InRange(discount - (double)used["share"][row]! * (amount + discount), -0.031, 0.031);
        }
        Assert.Equal(0, Shop["orders"].Where(c => c["promotion_id"].IsNull() && c["discount"] > 0).RowCount);
    }

    [Fact]
    public void Status_follows_from_the_refund()
    {
        var orders = Shop["orders"];
        Assert.Equal(0, orders.Where(c => (c["status"] == "completed") != (c["refund"] == 0)).RowCount);
        Assert.Equal(0, orders.Where(c => (c["status"] == "returned") != (c["refund"] == c["amount"])).RowCount);
        Assert.Equal(3, orders.Distinct("status").RowCount);
    }
}
