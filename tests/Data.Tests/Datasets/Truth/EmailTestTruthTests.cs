using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Tests.Frames;

namespace MarketingNotebooks.Data.Tests.Datasets.Truth;

public sealed class EmailTestTruthTests
{
    private static readonly System.Text.Json.JsonElement Truth = Recover.Of(Shops.Huge, "email_test");
    private static readonly DataFrame Test = Shops.Huge["email_test"].Join(Shops.Huge["truth_customers"], "customer_id", Join.Inner, Match.OneToOne).Collect();

    [Fact]
    public void Each_persona_buys_in_each_arm_with_the_stated_probability()
    {
        foreach (var persona in Truth.List("purchase_probability"))
        {
            var members = Test.Where(c => c["persona"] == persona.GetProperty("persona").GetString()!).Collect();
            Assert.Equal(persona.Number("customers"), members.RowCount);
            foreach (var arm in new[] { "none", "voucher", "story" })
            {
                var sent = members.Where(c => c["arm"] == arm).Collect();
                Recover.Share(1 / 3.0, sent.RowCount, members.RowCount, arm);
                Recover.Share(persona.Number(arm), sent.Where(c => c["bought"]).RowCount, sent.RowCount, $"{persona.GetProperty("persona")}, {arm}");
            }
        }
    }

    [Fact]
    public void Differences_of_shares_find_the_average_effects()
    {
        var arms = Test.GroupBy("arm").Aggregate(("n", Agg.Count()), ("share", Agg.Mean(c => Expr.If(c["bought"], 1.0, 0.0)))).Collect();
        var by = Enumerable.Range(0, arms.RowCount).ToDictionary(row => arms.Value<string>("arm", row), row => (N: (double)arms.Value<long>("n", row), P: arms.Value<double>("share", row)));
        foreach (var effect in Truth.GetProperty("average_effect_on_purchase").EnumerateObject())
        {
            var (none, sent) = (by["none"], by[effect.Name]);
            var error = Math.Sqrt(none.P * (1 - none.P) / none.N + sent.P * (1 - sent.P) / sent.N);
            Recover.Within(effect.Value.GetDouble(), sent.P - none.P, error, effect.Name);
        }
    }

    [Fact]
    public void The_story_wins_over_some_and_annoys_others_so_that_its_average_hides_both()
    {
        Assert.True(Effect("devotee", "story").Error < Effect("devotee", "story").Value / 4);
        Assert.True(Effect("bargain hunter", "story").Error < -Effect("bargain hunter", "story").Value / 4);
        Assert.True(Effect("bargain hunter", "voucher").Error < Effect("bargain hunter", "voucher").Value / 8);

        static (double Value, double Error) Effect(string persona, string arm)
        {
            var members = Test.Where(c => c["persona"] == persona).Collect();
            var (sent, none) = (members.Where(c => c["arm"] == arm), members.Where(c => c["arm"] == "none"));
            var (p, q) = (sent.Where(c => c["bought"]).RowCount / (double)sent.RowCount, none.Where(c => c["bought"]).RowCount / (double)none.RowCount);
            return (p - q, Math.Sqrt(p * (1 - p) / sent.RowCount + q * (1 - q) / none.RowCount));
        }
    }

    [Fact]
    public void Those_who_buy_spend_their_mean_order_less_the_voucher()
    {
        foreach (var factor in Truth.GetProperty("spend_factor").EnumerateObject())
        {
            var ratios = Test.Where(c => c["bought"] && c["arm"] == factor.Name).Select(("ratio", c => c["spend"] / c["mean_order"]))["ratio"].ToDoubles();
            Recover.Within(factor.Value.GetDouble(), ratios.Average(), factor.Value.GetDouble() / Math.Sqrt(6.0 * ratios.Length), factor.Name);
        }
        Assert.Equal(0, Test.Where(c => c["spend"] > 0 != c["bought"]).RowCount);
        Assert.Equal(0, Test.Where(c => c["opened"] && c["arm"] == "none" || c["clicked"] && !c["opened"]).RowCount);
    }

    [Fact]
    public void History_before_the_test_is_that_of_the_orders()
    {
        var day = DateTime.SpecifyKind(DateTime.Parse(Truth.GetProperty("day").GetString()!, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);
        var before = Shops.Large["orders"].Where(c => c["order_date"] < day).GroupBy("customer_id")
            .Aggregate(("orders", Agg.Count()), ("spend_", Agg.Sum("amount")), ("last", Agg.Max("order_date"))).Collect();
        Assert.Equal(before.RowCount, Shops.Large["email_test"].RowCount);
        Assert.Equal(before.RowCount, Shops.Large["email_test"].Join(before, "customer_id", Join.Inner, Match.OneToOne).Where(c => c["orders"] == c["orders_before"]
            && (c["spend_"] - c["spend_before"]).Abs() < 1e-6 && c["last"].Trunc(Unit.Day).AddUnits(c["recency_days"], Unit.Day) == day).RowCount);
    }
}
