using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Tests.Frames;

namespace MarketingNotebooks.Data.Tests.Datasets.Truth;

public sealed class TouchpointsTruthTests
{
    private static readonly System.Text.Json.JsonElement Truth = Recover.Of(Shops.Large, "touchpoints");
    private static readonly DataFrame Touches = Shops.Large["touchpoints"];
    private static readonly string[] Channels = [.. Truth.GetProperty("start").EnumerateObject().Select(each => each.Name)];

    [Fact]
    public void First_touches_and_transitions_have_the_stated_probabilities()
    {
        var next = Touches.With(("next", c => c["channel"].Lead().Over(partition: "journey_id", order: "position")))
            .With(("to", c => Expr.If(c["converted"], "conversion", c["next"].OrElse("null")))).Collect();
        var first = next.Where(c => c["position"] == 1).Collect();
        foreach (var start in Truth.GetProperty("start").EnumerateObject())
            Recover.Share(start.Value.GetDouble(), first.Where(c => c["channel"] == start.Name).RowCount, first.RowCount, start.Name);
        foreach (var from in Truth.GetProperty("transitions").EnumerateObject())
        {
            var left = next.Where(c => c["channel"] == from.Name).Collect();
            foreach (var to in from.Value.EnumerateObject())
                Recover.Share(to.Value.GetDouble(), left.Where(c => c["to"] == to.Name).RowCount, left.RowCount, $"{from.Name} to {to.Name}");
        }
    }

    [Fact]
    public void Removal_effects_are_the_share_of_purchases_whose_path_has_the_channel()
    {
        // In a chain where whoever would step into a removed channel gives up, exactly the journeys through it are lost.
        var bought = Touches.Join(Touches.Where(c => c["converted"]).Select("journey_id"), "journey_id", Join.Semi).Collect();
        var purchases = bought.Distinct("journey_id").RowCount;
        Recover.Share(Truth.Number("conversion"), purchases, Touches.Distinct("journey_id").RowCount, "conversion");
        foreach (var channel in Channels)
            Recover.Share(Truth.GetProperty("removal_effects").Number(channel),
                bought.Where(c => c["channel"] == channel).Distinct("journey_id").RowCount, purchases, channel);
        Assert.Equal(1, Channels.Sum(channel => Truth.GetProperty("markov_credits").Number(channel)), 6);
    }

    [Fact]
    public void Last_touch_misses_the_credits_of_the_chain()
    {
        // What the table is there to show: display starts journeys and hardly ever ends one.
        var last = Touches.Where(c => c["converted"]).Collect();
        var share = last.Where(c => c["channel"] == "display").RowCount / (double)last.RowCount;
        Assert.InRange(share, 0, Truth.GetProperty("markov_credits").Number("display") / 3);
    }

    [Fact]
    public void Values_are_log_normal_and_costs_around_the_stated_means()
    {
        var logs = Touches.Where(c => c["converted"])["value"].ToDoubles().Select(value => Math.Log(value)).ToArray();
        Recover.Within(Truth.Number("value_log_mean"), logs.Average(), Truth.Number("value_log_deviation") / Math.Sqrt(logs.Length));
        foreach (var channel in Channels)
        {
            var costs = Touches.Where(c => c["channel"] == channel)["cost"].ToDoubles();
            var mean = Truth.GetProperty("mean_cost_of_touch").Number(channel);
            Recover.Within(mean, costs.Average(), (0.4 * mean + 0.01) / Math.Sqrt(12 * costs.Length) + 1e-9, channel);
        }
        Assert.Equal(0, Touches.Where(c => c["value"] > 0 != c["converted"]).RowCount);
    }

    [Fact]
    public void Journeys_run_forward_in_time_and_end_at_their_purchase()
    {
        var ordered = Touches.With(("before", c => c["touched_at"].Lag().Over(partition: "journey_id", order: "position")),
            ("after", c => c["position"].Lead().Over(partition: "journey_id", order: "position"))).Collect();
        Assert.Equal(0, ordered.Where(c => c["before"] > c["touched_at"]).RowCount);
        Assert.Equal(0, ordered.Where(c => c["converted"] && !c["after"].IsNull()).RowCount);
    }
}
