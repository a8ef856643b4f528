using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Tests.Frames;

namespace MarketingNotebooks.Data.Tests.Datasets.Truth;

public sealed class SurveyTruthTests
{
    private static readonly System.Text.Json.JsonElement Truth = Recover.Of(Shops.Huge, "survey");
    private static readonly DataFrame Customers = Shops.Huge["survey"].Where(c => c["source"] == "customers").Collect();
    private static readonly DataFrame Answers = Customers.Where(c => c["responded"]).Collect();
    private static readonly DataFrame Panel = Shops.Huge["survey"].Where(c => c["source"] == "panel").Collect();
    private static readonly string[] Drivers = ["taste", "delivery", "service", "price"];

    [Fact]
    public void Regression_weighted_against_non_response_finds_the_drivers()
    {
        // Those who answer are weighted by 1/probability of an answer. Rounding adds noise; cutting at 10 takes 2 to 6 % off the slopes, so
        // rows near the end of the scale are left out by their drivers, not by their answer.
        var rows = Answers.Where(c => c["satisfied_taste"] <= 4 && c["satisfied_delivery"] <= 4 && c["satisfied_service"] <= 4 && c["satisfied_price"] <= 4).Collect();
        var recommends = rows["recommends"].ToDoubles();
        double[] weight = [.. recommends.Select(score => Math.Sqrt(1 / Responds(score)))];
        var fit = LeastSquares.Fit([.. recommends.Select((score, row) => weight[row] * (score - Truth.Number("recommendation_at_3_of_5")))],
            [weight, .. Drivers.Select(driver => rows[$"satisfied_{driver}"].ToDoubles().Select((level, row) => weight[row] * (level - 3)).ToArray())]);
        Recover.Within(0, fit.Estimates[0], fit.Errors[0], "constant");
        for (var i = 0; i < Drivers.Length; i++) Recover.Within(Truth.GetProperty("weights").Number(Drivers[i]), fit.Estimates[i + 1], fit.Errors[i + 1], Drivers[i]);
    }

    [Fact]
    public void Weighting_repairs_the_score_that_non_response_flatters()
    {
        var scores = Answers["recommends"].ToDoubles();
        var plain = 100 * scores.Average(Side);
        Assert.Equal(Truth.Number("nps_of_respondents"), plain, 1e-6);
        Assert.Equal(Truth.Number("invited"), Customers.RowCount);
        Assert.InRange(plain - Truth.Number("nps_of_invited"), 8, 30);

        var weights = scores.Select(score => 1 / Responds(score)).ToArray();
        var repaired = scores.Select((score, row) => weights[row] * Side(score)).Sum() / weights.Sum();
        var error = 100 * Math.Sqrt(scores.Select((score, row) => Math.Pow(weights[row] * (Side(score) - repaired), 2)).Sum()) / weights.Sum();
        Recover.Within(Truth.Number("nps_of_invited"), 100 * repaired, error);
    }

    [Fact]
    public void Answers_are_as_frequent_as_stated_and_empty_without_a_response()
    {
        var none = Customers.Where(c => !c["responded"]).Collect();
        foreach (var column in Drivers.Select(driver => $"satisfied_{driver}").Append("recommends"))
        {
            Assert.Equal(none.RowCount, none[column].NullCount);
            Assert.Equal(0, Answers[column].NullCount);
        }
        Assert.Equal(0, Customers.Join(Shops.Huge["truth_customers"], "customer_id", Join.Anti).RowCount);
    }

    [Fact]
    public void Exposure_by_the_toss_of_a_coin_finds_the_lifts()
    {
        var (shown, not) = (Panel.Where(c => c["exposed"]).Collect(), Panel.Where(c => !c["exposed"]).Collect());
        Recover.Share(0.5, shown.RowCount, Panel.RowCount);
        Lift("lift_of_awareness", shown, not, "aware");
        Lift("lift_of_consideration", shown.Where(c => c["aware"]).Collect(), not.Where(c => c["aware"]).Collect(), "considers");
        var considering = Panel.Where(c => c["considers"]);
        Recover.Share(Truth.Number("intention_of_considering"), considering.Where(c => c["intends"]).RowCount, considering.RowCount);
        var first = not.Where(c => c["wave"] == new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Recover.Share(Truth.Number("awareness_first_wave"), first.Where(c => c["aware"]).RowCount, first.RowCount);
        Assert.Equal(0, Panel.Where(c => c["considers"] && !c["aware"] || c["intends"] && !c["considers"]).RowCount);

        static void Lift(string name, DataFrame shown, DataFrame not, string answer)
        {
            var (a, b) = (shown.Where(c => c[answer]).RowCount / (double)shown.RowCount, not.Where(c => c[answer]).RowCount / (double)not.RowCount);
            Recover.Within(Truth.Number(name), a - b, Math.Sqrt(a * (1 - a) / shown.RowCount + b * (1 - b) / not.RowCount), name);
        }
    }

    private static double Side(double score) => score >= 9 ? 1 : score <= 6 ? -1 : 0;

    private static double Responds(double score) =>
        Truth.GetProperty("responds").Number(score >= 9 ? "promoters" : score >= 7 ? "passives" : "detractors");
}
