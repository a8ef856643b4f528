using System.Text.Json;
using MarketingNotebooks.Data.Datasets;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Tests.Frames;

namespace MarketingNotebooks.Data.Tests.Datasets;

/// <summary>Recovers from a large sample the parameters that truth.json says it was drawn from. A miss of four standard errors has
/// probability 6·10⁻⁵, and the seed is fixed.</summary>
public sealed class CompanyTruthTests
{
    private const double Errors = 4;
    private const int Customers = Shops.LargeCustomers;
    private static readonly CompanyData Shop = Shops.Large;

    public static TheoryData<string> PersonaNames => [.. Shop.Truth.GetProperty("personas").EnumerateArray().Select(each => each.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(PersonaNames))]
    public void Shares_rates_dropouts_and_order_values_have_the_stated_means(string name)
    {
        var persona = Persona(name);
        var members = Shop["truth_customers"].Where(c => c["persona"] == name);
        double n = members.RowCount;

        var share = persona.GetProperty("share").GetDouble();
        Assert.InRange(n / Customers - share, -Errors * Math.Sqrt(share * (1 - share) / Customers), Errors * Math.Sqrt(share * (1 - share) / Customers));
        Assert.Equal(persona.GetProperty("customers").GetInt32(), members.RowCount);

        var (r, alpha) = Pair(persona, "rate", "r", "alpha");
        MeanIs(r / alpha, Math.Sqrt(r) / alpha, members["rate"].ToDoubles());
        var (a, b) = Pair(persona, "dropout", "a", "b");
        MeanIs(a / (a + b), Math.Sqrt(a * b / (a + b + 1)) / (a + b), members["dropout"].ToDoubles());
        var (q, gamma) = Pair(persona, "spend", "q", "gamma");
        var p = persona.GetProperty("spend").GetProperty("p").GetDouble();
        // p/ν with ν ~ Gamma(q, rate γ) is inverse gamma: mean pγ/(q − 1), variance mean²/(q − 2).
        MeanIs(p * gamma / (q - 1), p * gamma / (q - 1) / Math.Sqrt(q - 2), members["mean_order"].ToDoubles());
    }

    [Theory]
    [MemberData(nameof(PersonaNames))]
    public void Customers_leave_after_a_repeat_purchase_with_their_own_probability(string name)
    {
        // Each repeat purchase is one trial: expected leavers are Σ p, with variance Σ p(1 − p).
        var repeats = Shop["orders"].GroupBy("customer_id").Aggregate(("orders", Agg.Count()));
        var members = Shop["truth_customers"].Where(c => c["persona"] == name).Join(repeats, "customer_id", Join.Inner, Match.OneToOne);
        var (dropout, orders) = (members["dropout"].ToDoubles(), members["orders"].ToDoubles());
        double left = 0, expected = 0, variance = 0;
        for (var row = 0; row < dropout.Length; row++)
        {
            expected += dropout[row] * (orders[row] - 1);
            variance += dropout[row] * (1 - dropout[row]) * (orders[row] - 1);
            if (!members["left_on"].IsNull(row)) left++;
        }
        Assert.InRange(left - expected, -Errors * Math.Sqrt(variance), Errors * Math.Sqrt(variance));
    }

    [Fact]
    public void Repeat_purchases_while_active_come_at_the_stated_rate()
    {
        // Devotees' clock runs nearly evenly, so weeks of the calendar do for weeks of the clock, up to the season's ± 5 %.
        var lives = Shop["orders"].GroupBy("customer_id").Aggregate(("orders", Agg.Count()), ("first", Agg.Min("order_date")))
            .Join(Shop["truth_customers"].Where(c => c["persona"] == "devotee"), "customer_id");
        var end = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        double expected = 0, observed = 0;
        for (var row = 0; row < lives.RowCount; row++)
        {
            var until = lives["left_on"].IsNull(row) ? end : ((DateTime)lives["left_on"][row]!).AddDays(1);
            expected += (double)lives["rate"][row]! * (until - ((DateTime)lives["first"][row]!).Date.AddDays(1)).TotalDays / 7;
            observed += (long)lives["orders"][row]! - 1;
        }
        Assert.InRange(observed / expected, 0.95, 1.05);
    }

    [Fact]
    public void Orders_cost_what_was_intended_up_to_whole_products()
    {
        var orders = Shop["orders"].Join(Shop["truth_customers"], "customer_id").GroupBy("persona")
            .Aggregate(("paid", Agg.Sum("amount")), ("intended", Agg.Sum("mean_order")));
        foreach (var ratio in orders.Column<double>("paid").Span.ToArray().Zip(orders.Column<double>("intended").Span.ToArray(), (a, b) => a / b))
            Assert.InRange(ratio, 1.02, 1.14); // the bias that data/README.md admits to
    }

    [Fact]
    public void Countries_come_with_the_stated_shares()
    {
        foreach (var country in Shop.Truth.GetProperty("countries").EnumerateArray())
        {
            var code = country.GetProperty("country").GetString()!;
            var share = country.GetProperty("share").GetDouble();
            var error = Errors * Math.Sqrt(share * (1 - share) / Customers);
            Assert.InRange(Shop["customers"].Where(c => c["country"] == code).RowCount / (double)Customers - share, -error, error);
        }
    }

    [Fact]
    public void The_truth_counts_its_own_orders()
    {
        Assert.Equal(Customers, Shop.Truth.GetProperty("customers").GetInt32());
        Assert.Equal(Shop["orders"].RowCount, Shop.Truth.GetProperty("orders").GetInt32());
    }

    private static void MeanIs(double mean, double deviation, double[] values) =>
        Assert.InRange(values.Average() - mean, -Errors * deviation / Math.Sqrt(values.Length), Errors * deviation / Math.Sqrt(values.Length));

    private static JsonElement Persona(string name) =>
        Shop.Truth.GetProperty("personas").EnumerateArray().Single(each => each.GetProperty("name").GetString() == name);

    private static (double, double) Pair(JsonElement persona, string group, string first, string second) =>
        (persona.GetProperty(group).GetProperty(first).GetDouble(), persona.GetProperty(group).GetProperty(second).GetDouble());
}
