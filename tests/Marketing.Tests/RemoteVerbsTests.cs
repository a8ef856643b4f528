using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Sources;
using MarketingNotebooks.Data.Tests.Engines.Remote;
using MarketingNotebooks.Marketing.Baskets;
using MarketingNotebooks.Marketing.Cohorts;
using MarketingNotebooks.Marketing.Journeys;
using MarketingNotebooks.Marketing.Segmentation;
using MarketingNotebooks.Marketing.Tests.Journeys;

namespace MarketingNotebooks.Marketing.Tests;

/// <summary>The marketing verbs over tables of a PostgreSQL server.</summary>
public sealed class PostgresVerbsTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    [PostgresFact]
    public void Every_verb_gives_what_it_gives_in_memory()
    {
        using var source = Source.Open(server.Url);
        foreach (var (name, (frame, verb)) in RemoteVerbs.All)
        {
            source.Write(name, frame);
            Engines.Same(verb(frame).Collect(), verb(source.Table(name)).Collect());
        }
    }
}

/// <summary>The marketing verbs over a table of two ClickHouse servers.</summary>
public sealed class ClickHouseVerbsTests(ClickHouseCluster cluster) : IClassFixture<ClickHouseCluster>
{
    [ClickHouseFact]
    public void Verbs_without_windows_run_there_and_the_others_say_what_is_missing()
    {
        using var source = Source.Open(cluster.Url);
        foreach (var (name, (frame, verb)) in RemoteVerbs.All)
        {
            source.Write(name, frame);
            if (name is "cohorts" or "baskets") Engines.Same(verb(frame).Collect(), verb(source.Table(name)).Collect());
            else Assert.Contains("no window functions", Assert.Throws<NotSupportedException>(() => verb(source.Table(name)).Collect()).Message);
        }
    }

    [ClickHouseFact]
    public async Task A_funnel_counts_as_windowFunnel_does()
    {
        var events = Events.Random(3_000, 200, 17, ["view", "cart", "pay", "help"]).Where(each => each.User is not null && each.Time is not null && each.Step is not null).ToList();
        using var source = Source.Open(cluster.Url);
        source.Write("funnel_events", DataFrame.FromColumns(
            ("user", TextColumn.From(events.Select(each => each.User))), ("step", TextColumn.From(events.Select(each => each.Step))),
            ("second", Frames.Integers([.. events.Select(each => (long)(each.Time() - DateTime.UnixEpoch).TotalSeconds)]))));
        using var client = new HttpClient();
        foreach (var minutes in new[] { 5, 60, 1_000 })
        {
            // Users that reach at least each step; both shards' events of a user must come together, hence no aggregation on the shards.
            var sql = $"select sum(level >= 1), sum(level >= 2), sum(level >= 3) from (select user, windowFunnel({60 * minutes})(toDateTime(second), "
                + "step = 'view', step = 'cart', step = 'pay') as level from (select user, step, second from funnel_events) group by user) format TSV";
            var answer = await client.GetStringAsync($"http://127.0.0.1:{cluster.Ports[0]}/?query={Uri.EscapeDataString(sql)}");
            var funnel = Events.Frame(events).Funnel("user", "time", "step", ["view", "cart", "pay"], TimeSpan.FromMinutes(minutes));
            Assert.Equal(answer.Trim(), string.Join('\t', funnel.Values("users")));
        }
    }
}

/// <summary>Each verb with rows to try it on; no two events of a user at one moment, as databases keep no order among them.</summary>
internal static class RemoteVerbs
{
    private static readonly string[] Steps = ["view", "cart", "pay"];

    public static Dictionary<string, (DataFrame Frame, Func<DataFrame, DataFrame> Verb)> All { get; } = Make();

    private static Dictionary<string, (DataFrame, Func<DataFrame, DataFrame>)> Make()
    {
        var rng = new Numerics.Rng(11);
        var events = Events.Frame(Events.Random(1_500, 30, 9, ["view", "cart", "pay", "help"]).Where(each => each.User is not null && each.Device is not null && each.Step is not null)
            .DistinctBy(each => (each.User, each.Time)));
        var orders = Frames.Orders([.. Enumerable.Range(0, 1_000).Select(_ =>
            ($"c{rng.Next(150)}", $"{new DateTime(2024, 1, 1).AddMinutes(rng.Next(600_000)):yyyy-MM-dd HH:mm}", (double)rng.Next(-5, 60)))]);
        return new()
        {
            ["sessions"] = (events, frame => frame.Sessions("user", "time", page: "step", keep: "device")),
            ["funnel"] = (events, frame => frame.Funnel("user", "time", "step", Steps, TimeSpan.FromHours(5), "device")),
            ["paths"] = (events, frame => frame.Paths("user", "time", "step", c => c["step"] == "pay", options: new() { Lookback = TimeSpan.FromDays(1) })),
            ["rfm"] = (orders, frame => frame.Rfm("customer_id", "order_date", "amount").OrderBy("customer_id")),
            ["cohorts"] = (orders, frame => frame.Cohorts("customer_id", "order_date").Long),
            ["baskets"] = (events, frame => frame.BasketItems("user", "step")),
        };
    }
}
