using MarketingNotebooks.Data.Datasets;
using MarketingNotebooks.Data.Engines.Sql;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Marketing.Journeys;

namespace MarketingNotebooks.Marketing.Tests.Journeys;

public sealed class FunnelTests
{
    private static readonly string[] Steps = ["view", "cart", "pay"];

    private static readonly DataFrame Shop = Events.Frame(
        // a goes through, with a detour; the nearest view before the cart is at 10:04.
        new("a", "2025-01-01 10:00", "view", "mobile"), new("a", "2025-01-01 10:04", "view", "mobile"), new("a", "2025-01-01 10:05", "cart", "desktop"),
        new("a", "2025-01-01 10:06", "help", "mobile"), new("a", "2025-01-01 10:15", "pay", "mobile"),
        // b pays without a cart, c has the cart before the view.
        new("b", "2025-01-01 10:00", "view", "desktop"), new("b", "2025-01-01 10:01", "pay", "desktop"),
        new("c", "2025-01-01 10:00", "cart", "desktop"), new("c", "2025-01-01 10:01", "view", "desktop"),
        // d needs two hours from view to pay.
        new("d", "2025-01-01 10:00", "view", "desktop"), new("d", "2025-01-01 10:03", "cart", "desktop"), new("d", "2025-01-01 12:00", "pay", "desktop"),
        // e never viewed.
        new("e", "2025-01-01 10:00", "pay", "mobile"), new(null, "2025-01-01 10:00", "view"), new("f", null, "view"));

    [Fact]
    public void Counts_by_hand()
    {
        var funnel = Shop.Funnel("user", "time", "step", Steps);
        Assert.Equal(["step", "name", "users", "conversion", "step_conversion", "median_seconds"], funnel.ColumnNames);
        Assert.Equal([1L, 2L, 3L], funnel.Values("step"));
        Assert.Equal(Steps, funnel.Values("name"));
        Assert.Equal([4L, 2L, 2L], funnel.Values("users")); // a, b, c, d; a, d; a, d
        Assert.Equal([1.0, 0.5, 0.5], funnel.Values("conversion"));
        Assert.Equal([1.0, 0.5, 1.0], funnel.Values("step_conversion"));
        Assert.Equal([null, 120.0, 3_810.0], funnel.Values("median_seconds")); // (60 + 180)/2, (600 + 7,020)/2
    }

    [Fact]
    public void The_window_runs_from_the_first_step_and_includes_its_end()
    {
        Assert.Equal([4L, 2L, 1L], Shop.Funnel("user", "time", "step", Steps, within: TimeSpan.FromHours(1)).Values("users"));
        Assert.Equal([4L, 2L, 2L], Shop.Funnel("user", "time", "step", Steps, within: TimeSpan.FromHours(2)).Values("users"));
        Assert.Equal([4L, 2L, 1L], Shop.Funnel("user", "time", "step", Steps, within: TimeSpan.FromHours(2) - TimeSpan.FromSeconds(1)).Values("users"));
        // The latest view leaves a the most time: 11 minutes to pay are enough.
        Assert.Equal([4L, 2L, 1L], Shop.Funnel("user", "time", "step", Steps, within: TimeSpan.FromMinutes(11)).Values("users"));
    }

    [Fact]
    public void A_late_start_counts_where_the_first_one_has_expired()
    {
        var twice = Events.Frame(new("a", "2025-01-01 10:00", "view"), new("a", "2025-01-01 10:50", "cart"), new("a", "2025-01-02 10:00", "view"),
            new("a", "2025-01-02 10:10", "cart"), new("a", "2025-01-02 10:20", "pay"));
        Assert.Equal([1L, 1L, 1L], twice.Funnel("user", "time", "step", Steps, within: TimeSpan.FromMinutes(30)).Values("users"));
        Assert.Equal([1L, 0L, 0L], twice.Head(3).Funnel("user", "time", "step", Steps, within: TimeSpan.FromMinutes(30)).Values("users"));
    }

    [Fact]
    public void A_user_belongs_to_the_segment_of_their_first_step()
    {
        var funnel = Shop.Funnel("user", "time", "step", Steps, by: "device");
        Assert.Equal(["desktop", "desktop", "desktop", "mobile", "mobile", "mobile"], funnel.Values("device"));
        Assert.Equal([3L, 1L, 1L, 1L, 1L, 1L], funnel.Values("users")); // b, c, d; a. e is mobile and never viewed.
        Assert.Equal(funnel.Values("users").Sum(users => (long)users!), Shop.Funnel("user", "time", "step", Steps).Values("users").Sum(users => (long)users!));
    }

    [Fact]
    public void Events_of_one_moment_count_in_the_order_of_the_steps()
    {
        var moment = Events.Frame(new("a", "2025-01-01 10:00", "pay"), new("a", "2025-01-01 10:00", "cart"), new("a", "2025-01-01 10:00", "view"));
        var funnel = moment.Funnel("user", "time", "step", Steps);
        Assert.Equal([1L, 1L, 1L], funnel.Values("users"));
        Assert.Equal([null, 0.0, 0.0], funnel.Values("median_seconds"));
    }

    [Fact]
    public void Nobody_gives_zeros_and_shares_that_are_not_there()
    {
        var funnel = Shop.Head(0).Funnel("user", "time", "step", Steps);
        Assert.Equal([0L, 0L, 0L], funnel.Values("users"));
        Assert.Equal([null, null, null], funnel.Values("conversion"));
        Assert.Equal([null, null, null], funnel.Values("median_seconds"));
        Assert.Equal(0, Shop.Head(0).Funnel("user", "time", "step", Steps, by: "device").RowCount);
        Assert.Equal([1L, 0L, 0L], Shop.Where(c => c["user"] == "b").Funnel("user", "time", "step", Steps).Values("users"));
        Assert.Equal([4L], Shop.Funnel("user", "time", "step", ["view"]).Values("users"));
    }

    [Fact]
    public void Conditions_can_say_what_a_step_is()
    {
        var funnel = Shop.Funnel("user", "time", [("sees", c => c["step"] == "view"), ("pays on a desktop", c => c["step"] == "pay" & c["device"] == "desktop")]);
        Assert.Equal(["sees", "pays on a desktop"], funnel.Values("name"));
        Assert.Equal([4L, 2L], funnel.Values("users")); // b, d
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(2, 10)]
    [InlineData(3, 60)]
    [InlineData(4, 600)]
    public void Random_events_reach_what_a_search_over_all_chains_finds(int seed, int? minutes)
    {
        var events = Events.Random(600, 40, seed, ["view", "cart", "pay", "help"]);
        var window = minutes is { } some ? TimeSpan.FromMinutes(some) : (TimeSpan?)null;
        var reached = events.Where(each => each.User is not null && each.Time is not null && Steps.Contains(each.Step)).GroupBy(each => each.User)
            .Select(group => Deepest([.. group.OrderBy(each => each.Time()).ThenBy(each => Array.IndexOf(Steps, each.Step))], window)).ToList();
        long[] expected = [.. Enumerable.Range(1, 3).Select(step => (long)reached.Count(deepest => deepest >= step))];
        Assert.Equal(expected, Events.Frame(events).Funnel("user", "time", "step", Steps, window).Values("users").Select(users => (long)users!));
        Engines.Agree(Events.Frame(events), frame => frame.Funnel("user", "time", "step", Steps, window));
        Engines.Agree(Events.Frame(events.Where(each => each.Device is not null).DistinctBy(each => (each.User, each.Time))),
            frame => frame.Funnel("user", "time", "step", Steps, window, by: "device"));
    }

    [Fact]
    public void It_is_written_for_PostgreSQL_as_one_statement()
    {
        var text = Shop.Funnel("user", "time", "step", Steps, TimeSpan.FromHours(1)).ToSql(Dialect.Postgres).ToString();
        Assert.Contains("over (partition by", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_funnel_of_the_company_is_the_one_it_was_made_with()
    {
        var shop = Company.Generate(new CompanyOptions { Customers = 3_000 });
        string[] steps = ["visit", "view", "cart", "checkout", "purchase"];
        var funnel = shop["web_events"].Distinct("event_id").WithSessions("visitor_id", "event_time")
            .Funnel(["visitor_id", "session"], "event_time", "event", steps, by: "device");
        foreach (var device in shop.Truth.GetProperty("tables").GetProperty("web_events").GetProperty("sessions_that_reached").EnumerateArray())
            Assert.Equal(steps.Select(step => (object?)(long)device.GetProperty(step).GetDouble()),
                funnel.Where(c => c["device"] == device.GetProperty("device").GetString()!).Values("users"));
    }

    [Fact]
    public void Errors_say_what_was_wrong()
    {
        Assert.Equal("A funnel takes 1 to 50 steps. Got 0.", Frames.Error(() => Shop.Funnel("user", "time", "step", Array.Empty<string>())));
        Assert.Equal("Each step of a funnel stands once. 'view' stands 2 times.", Frames.Error(() => Shop.Funnel("user", "time", "step", ["view", "pay", "view"])));
        Assert.Equal("The window of a funnel must be above 0. Got -00:01:00.", Frames.Error(() => Shop.Funnel("user", "time", "step", Steps, TimeSpan.FromMinutes(-1))));
        Assert.StartsWith("A funnel makes a column 'name' of its own.", Frames.Error(() => Shop.Rename(("device", "name")).Funnel("user", "time", "step", Steps, by: "name")));
        Assert.StartsWith("Column 'stage' is not in the frame.", Frames.Error(() => Shop.Funnel("user", "time", "stage", Steps)));
        Assert.StartsWith("A funnel needs a timestamp. Column 'device' is text", Frames.Error(() => Shop.Funnel("user", "device", "step", Steps)));
    }

    /// <summary>The deepest step that any chain of ordered events reaches within the window from its first.</summary>
    private static int Deepest(Event[] events, TimeSpan? window)
    {
        var best = 0;
        for (var i = 0; i < events.Length; i++)
            if (events[i].Step == Steps[0]) best = Math.Max(best, From(i, 1, events[i].Time()));
        return best;

        int From(int at, int depth, DateTime start)
        {
            var deepest = depth;
            for (var next = at + 1; depth < Steps.Length && next < events.Length; next++)
                if (events[next].Step == Steps[depth] && (window is null || events[next].Time() - start <= window)) deepest = Math.Max(deepest, From(next, depth + 1, start));
            return deepest;
        }
    }
}
