using MarketingNotebooks.Data.Datasets;
using MarketingNotebooks.Data.Engines.Sql;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Marketing.Journeys;
using static MarketingNotebooks.Marketing.Tests.Frames;

namespace MarketingNotebooks.Marketing.Tests.Journeys;

public sealed class PathsTests
{
    private static readonly DataFrame Touches = Make(
        ("a", "2025-01-01 10:00", "search", false, 0), ("a", "2025-01-03 10:00", "email", true, 40), ("a", "2025-01-04 10:00", "social", false, 0),
        ("b", "2025-01-02 10:00", "display", false, 0), ("b", "2025-01-01 10:00", "social", false, 0),
        ("c", "2024-11-01 10:00", "display", false, 0), ("c", "2025-01-05 10:00", "search", false, 0), ("c", "2025-01-06 10:00", "direct", true, 25),
        ("d", "2025-01-06 10:00", null, true, 10), (null, "2025-01-06 10:00", "search", true, 10));

    [Fact]
    public void Touches_become_paths_that_end_with_a_purchase_or_without()
    {
        var paths = Paths(Touches);
        Assert.Equal(["user", "path_number", "path", "touches", "converted", "value", "start", "end"], paths.ColumnNames);
        Assert.Equal(["a", "a", "b", "c", "d"], paths.Values("user"));
        Assert.Equal([1L, 2L, 1L, 1L, 1L], paths.Values("path_number"));
        // c's first touch lies more than 30 days back; d bought without a touch.
        Assert.Equal(["search > email", "social", "social > display", "search > direct", null], paths.Values("path"));
        Assert.Equal([2L, 1L, 2L, 2L, 0L], paths.Values("touches"));
        Assert.Equal([true, false, false, true, true], paths.Values("converted"));
        Assert.Equal([40.0, 0.0, 0.0, 25.0, 10.0], paths.Values("value"));
        Assert.Equal(new DateTime(2025, 1, 5, 10, 0, 0), paths.Values("start")[3]);
    }

    [Fact]
    public void A_value_that_is_text_is_refused_and_not_taken_for_0()
    {
        var error = Assert.Throws<ArgumentException>(() => Touches.Paths("user", "time", "channel", c => c["bought"], "channel"));
        Assert.StartsWith("Paths needs a numeric column for the value. Column 'channel' is text; convert it first, ", error.Message);
    }

    [Fact]
    public void The_look_back_includes_its_first_moment()
    {
        Assert.Equal("display > search > direct", Paths(Touches, new() { Lookback = null }).Values("path")[3]);
        Assert.Equal("display > search > direct", Paths(Touches, new() { Lookback = TimeSpan.FromDays(66) }).Values("path")[3]);
        Assert.Equal("search > direct", Paths(Touches, new() { Lookback = TimeSpan.FromDays(66) - TimeSpan.FromSeconds(1) }).Values("path")[3]);
    }

    [Fact]
    public void Long_paths_keep_their_last_touches_and_say_so()
    {
        var path = Paths(Touches, new() { Lookback = null, MostTouches = 2, Separator = "," });
        Assert.Equal(["search,email", "social", "social,display", "…,search,direct", null], path.Values("path"));
        Assert.Equal([2L, 1L, 2L, 3L, 0L], path.Values("touches"));
    }

    [Fact]
    public void Touches_of_one_moment_keep_their_order_or_take_that_of_the_columns_named()
    {
        var moment = Make(("a", "2025-01-01 10:00", "one", false, 0), ("a", "2025-01-01 10:00", "two", false, 0), ("a", "2025-01-01 10:00", "three", false, 0));
        Assert.Equal(["one > two > three"], Paths(moment).Values("path"));
        var placed = moment.With("place", Integers(3, 1, 2));
        Assert.Equal(["two > three > one"], placed.Paths("user", ["time", "place"], "channel", c => c["bought"]).Values("path"));
        // A purchase comes after the touches of its moment, wherever its row stands.
        var bought = Make(("a", "2025-01-01 10:00", null, true, 5), ("a", "2025-01-01 10:00", "one", false, 0));
        Assert.Equal(["one"], Paths(bought).Values("path"));
        Assert.Equal([true], Paths(bought).Values("converted"));
    }

    [Fact]
    public void Purchases_in_a_table_of_their_own_end_paths_too()
    {
        var touches = Touches.Where(c => !c["bought"]).Select("user", "time", "channel");
        var orders = Make(("a", "2025-01-03 12:00", null, true, 40)).Select("user", "time", "bought", "value");
        var paths = touches.Union(orders, UnionColumns.Fill).Paths("user", "time", "channel", c => c["bought"], "value");
        Assert.Equal(["search", "social"], paths.Where(c => c["user"] == "a").Values("path"));
        Assert.Equal([40.0, 0.0], paths.Where(c => c["user"] == "a").Values("value"));
    }

    [Fact]
    public void Paths_are_counted_with_and_without_purchase()
    {
        var counts = Make(
            ("a", "2025-01-01", "x", false, 0), ("a", "2025-01-02", "y", true, 3), ("b", "2025-01-01", "x", false, 0), ("b", "2025-01-02", "y", false, 0),
            ("c", "2025-01-02", "x", false, 0), ("d", "2025-01-01", "x", false, 0), ("d", "2025-01-02", "y", true, 4)).Paths("user", "time", "channel", c => c["bought"], "value").PathCounts();
        Assert.Equal(["x > y", "x"], counts.Values("path"));
        Assert.Equal([3L, 1L], counts.Values("paths"));
        Assert.Equal([2L, 0L], counts.Values("conversions"));
        Assert.Equal([1L, 1L], counts.Values("nulls"));
        Assert.Equal([7.0, 0.0], counts.Values("value"));
    }

    [Fact]
    public void No_touches_are_no_paths() => Assert.Equal(0, Paths(Touches.Head(0)).RowCount);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Random_touches_give_the_paths_that_a_loop_finds(int seed)
    {
        var rng = new Numerics.Rng(seed);
        var rows = Enumerable.Range(0, 2_000).Select(i => (User: $"u{rng.Next(60)}", Time: new DateTime(2025, 1, 1).AddMinutes(rng.Next(200_000)),
            Channel: rng.NextBool(0.05) ? null : rng.Choice<string>(["search", "email", "social"]), Bought: rng.NextBool(0.15)))
            .DistinctBy(row => (row.User, row.Time)).ToList(); // a database keeps no order within a moment
        var frame = Make([.. rows.Select(row => ((string?)row.User, $"{row.Time:yyyy-MM-dd HH:mm}", row.Channel, row.Bought, 2.0))]);
        var expected = new List<(string, long, string?, bool)>();
        foreach (var user in rows.GroupBy(row => row.User).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var (number, open) = (1L, new List<(DateTime Time, string? Channel, bool Bought)>());
            foreach (var row in user.OrderBy(row => row.Time))
            {
                open.Add((row.Time, row.Channel, row.Bought));
                if (row.Bought) Close();
            }
            Close();

            void Close()
            {
                if (open.Count == 0) return;
                var channels = open.Where(row => open[^1].Time - row.Time <= TimeSpan.FromDays(7) && row.Channel is not null).Select(row => row.Channel!).ToList();
                if (channels.Count > 0 || open[^1].Bought)
                    expected.Add((user.Key, number, channels.Count == 0 ? null : (channels.Count > 5 ? "… > " : "") + string.Join(" > ", channels.TakeLast(5)), open[^1].Bought));
                number++;
                open.Clear();
            }
        }
        var options = new PathOptions { Lookback = TimeSpan.FromDays(7), MostTouches = 5 };
        var paths = Paths(frame, options);
        Assert.Equal(expected, Enumerable.Range(0, paths.RowCount).Select(row => ((string)paths["user"][row]!, (long)paths["path_number"][row]!,
            (string?)paths["path"][row], (bool)paths["converted"][row]!)));
        Engines.Agree(frame, each => Paths(each, options));
        Engines.Agree(frame, each => Paths(each, options).PathCounts());
    }

    [Fact]
    public void Paths_of_the_company_convert_as_often_as_stated()
    {
        var shop = Company.Generate(new CompanyOptions { Customers = 3_000 });
        var paths = shop["touchpoints"].Paths("journey_id", ["touched_at", "position"], "channel", c => c["converted"], "value", new() { Lookback = null });
        Assert.Equal(3_000, paths.RowCount);
        Assert.Equal(shop["touchpoints"].RowCount, paths.Values("touches").Sum(touches => (long)touches!));
        Assert.Equal(shop["touchpoints"].Where(c => c["converted"]).RowCount, paths.Where(c => c["converted"]).RowCount);
        var share = paths.Where(c => c["converted"]).RowCount / 3_000.0;
        var truth = shop.Truth.GetProperty("tables").GetProperty("touchpoints").GetProperty("conversion").GetDouble();
        Assert.InRange(share - truth, -4 * Math.Sqrt(truth * (1 - truth) / 3_000), 4 * Math.Sqrt(truth * (1 - truth) / 3_000));
    }

    [Fact]
    public void They_are_written_for_PostgreSQL_as_one_statement() =>
        Assert.Contains("row_number() over (partition by", Paths(Touches).ToSql(Dialect.Postgres).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Columns_carried_over_must_not_bear_the_names_made() => Assert.Equal(
        "Paths makes a column 'value' of its own. Rename yours first, e.g. Rename((\"value\", \"my_value\")).",
        Error(() => Touches.Paths(["user", "value"], "time", "channel", c => c["bought"])));

    [Fact]
    public void Option_errors_come_together() => Assert.Equal(
        "PathOptions.Lookback must be above 0 or null. Got 00:00:00. PathOptions.MostTouches must be in [1, 100]. Got 101. PathOptions.Separator must not be empty. Got an empty text.",
        Error(() => Paths(Touches, new() { Lookback = TimeSpan.Zero, MostTouches = 101, Separator = "" })));

    private static DataFrame Paths(DataFrame touches, PathOptions? options = null) => touches.Paths("user", "time", "channel", c => c["bought"], "value", options);

    private static DataFrame Make(params (string? User, string Time, string? Channel, bool Bought, double Value)[] rows) => DataFrame.FromColumns(
        ("user", TextColumn.From(rows.Select(row => row.User))), ("time", Dates(rows.Select(row => row.Time))),
        ("channel", TextColumn.From(rows.Select(row => row.Channel))), ("bought", new Column<bool>(ColumnKind.Boolean, [.. rows.Select(row => row.Bought)])),
        ("value", Numbers([.. rows.Select(row => row.Value)])));
}
