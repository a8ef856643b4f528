using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Tests.Frames;

namespace MarketingNotebooks.Data.Tests.Datasets.Truth;

public sealed class WebEventsTruthTests
{
    private static readonly System.Text.Json.JsonElement Truth = Recover.Of(Shops.Huge, "web_events");
    private static readonly DataFrame Log = Shops.Huge["web_events"];
    private static readonly DataFrame Events = Log.Distinct("event_id").Collect();

    [Fact]
    public void The_log_is_in_order_of_arrival_and_not_of_events()
    {
        var arrived = Log.Column<long>("received_at").Span.ToArray();
        Assert.Equal(arrived.Order(), arrived);
        var late = Log.With(("latest", c => c["event_time"].RunningMax().Over(order: "received_at"))).Where(c => c["event_time"] < c["latest"]).RowCount;
        Assert.InRange(late, Log.RowCount / 50, Log.RowCount / 2);
    }

    [Fact]
    public void Rows_repetitions_and_late_events_are_those_counted()
    {
        Assert.Equal(Truth.Number("rows"), Log.RowCount);
        Assert.Equal(Truth.Number("repeated_rows"), Log.RowCount - Events.RowCount);
        var first = Log.GroupBy("event_id").Aggregate(("seen", Agg.Min("received_at")), ("at", Agg.Min("event_time"))).Collect();
        Assert.Equal(Truth.Number("late_events"), first.Where(c => (c["seen"] - c["at"]).TotalDays() * 86_400 > 59.5).RowCount);
        Recover.Share(0.03, Truth.Number("late_events"), Events.RowCount);
        Recover.Share(0.01, Truth.Number("repeated_rows"), Events.RowCount);
        Assert.Equal(0, Log.Where(c => c["received_at"] < c["event_time"]).RowCount);
    }

    [Theory]
    [InlineData(26)]
    [InlineData(30)]
    [InlineData(119)]
    public void Any_gap_between_the_two_stated_ones_finds_every_session(int minutes)
    {
        var starts = Events.With(("gap", c => c["event_time"] - c["event_time"].Lag().Over(partition: "visitor_id", order: "event_time")))
            .Where(c => c["gap"].IsNull() | c["gap"].TotalDays() * 1_440 > minutes).Collect();
        Assert.Equal(Truth.Number("sessions"), starts.RowCount);
        Assert.Equal(0, starts.Where(c => c["event"] != "visit").RowCount);
        Assert.Equal(Truth.Number("visitors"), Events.Distinct("visitor_id").RowCount);
    }

    [Fact]
    public void Sessions_go_on_from_step_to_step_with_the_stated_probabilities()
    {
        string[] steps = ["visit", "view", "cart", "checkout", "purchase"];
        var sessions = Events.With(("session", c => Expr.If(c["event"] == "visit", 1, 0).RunningSum().Over(partition: "visitor_id", order: "event_time")))
            .GroupBy("visitor_id", "session", "device").Aggregate([.. steps.Select(step => (step, Agg.Any(c => c["event"] == step)))]).Collect();
        foreach (var device in Truth.List("goes_on"))
        {
            var own = sessions.Where(c => c["device"] == device.GetProperty("device").GetString()!).Collect();
            var counted = Truth.List("sessions_that_reached").Single(each => each.GetProperty("device").GetString() == device.GetProperty("device").GetString());
            double[] reached = [.. steps.Select(step => (double)own.Where(c => c[step]).RowCount)];
            for (var step = 0; step < steps.Length; step++)
            {
                Assert.Equal(counted.Number(steps[step]), reached[step]);
                if (step > 0) Recover.Share(device.Number(steps[step]), reached[step], reached[step - 1], $"{device.GetProperty("device")}, {steps[step]}");
            }
        }
    }
}
