using MarketingNotebooks.Data.Datasets;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Learning.Clustering;
using MarketingNotebooks.Learning.Evaluation;
using MarketingNotebooks.Learning.Preprocessing;
using MarketingNotebooks.Marketing.Cohorts;
using MarketingNotebooks.Marketing.Segmentation;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Marketing.Tests.Segmentation;

/// <summary>The simulated company's hidden personas against what its orders show: found well, not perfectly.</summary>
public sealed class PersonaRecoveryTests
{
    private static readonly CompanyData Shop = Company.Generate();

    private static readonly DataFrame Customers = Shop["orders"].Rfm("customer_id", "order_date", "amount", new DateTime(2026, 1, 1))
        .Join(Shop["truth_customers"], "customer_id", Join.Inner, Match.OneToOne)
        .With(("log_r", c => c["recency"].Log()), ("log_f", c => c["frequency"].Log()), ("log_m", c => c["monetary"].Log()),
            ("log_a", c => c["average"].Log()));

    private static readonly int[] Planted = [.. Customers.Text("persona").Codes];

    [Theory]
    [InlineData("log_m", 0.45, 0.55)] // total value repeats what frequency says
    [InlineData("log_a", 0.68, 0.80)] // the average order does not
    public void K_means_on_standardised_logs_finds_the_personas(string money, double low, double high)
    {
        var model = KMeans.Fit(Rows(money), new() { Clusters = 4 });
        Assert.InRange(AdjustedRand.Compute(Planted, model.Labels), low, high);
    }

    [Fact]
    public void The_silhouette_has_a_peak_at_the_planted_number()
    {
        var rows = Rows("log_m");
        var at = Enumerable.Range(3, 3).Select(k => Silhouette.Score(rows, KMeans.Fit(rows, new() { Clusters = k }).Labels).Mean).ToArray();
        Assert.True(at[1] > at[0] + 0.005 && at[1] > at[2] + 0.005, $"{at[0]:0.000} {at[1]:0.000} {at[2]:0.000}");
    }

    [Fact]
    public void Retention_falls_by_half_in_a_year_and_not_to_nothing()
    {
        var curve = Shop["orders"].Cohorts("customer_id", "order_date").Curve["retention"].ToDoubles();
        Assert.Equal(24, curve.Length);
        Assert.InRange(curve[1], 0.18, 0.28);
        Assert.InRange(curve[13..18].Average() / curve[1..4].Average(), 0.45, 0.7);
    }

    [Fact]
    public void Revenue_is_concentrated_as_shops_know_it() => Assert.InRange(Shop["orders"].Concentration("customer_id", "order_date", "amount").TopShare(0.2), 0.6, 0.8);

    [Fact]
    public void The_largest_difference_of_each_persona_is_the_planted_one()
    {
        var profile = Customers.Profile("persona", ["log_r", "log_f", "log_a"], "monetary").Frame;
        var apart = profile.Values("segment").Zip(profile.Values("apart")).ToDictionary(pair => (string)pair.First!, pair => (string)pair.Second!);
        Assert.StartsWith("log_f high", apart["devotee"]);
        Assert.StartsWith("log_a high", apart["gifter"]);
        Assert.StartsWith("log_a low", apart["bargain hunter"]);
        Assert.StartsWith("log_f low", apart["passer-by"]);
    }

    private static Matrix Rows(string money) => Customers.ToMatrix(["log_r", "log_f", money]).Standardize();
}
