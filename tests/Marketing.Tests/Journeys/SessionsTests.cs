using MarketingNotebooks.Data.Datasets;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Marketing.Journeys;

namespace MarketingNotebooks.Marketing.Tests.Journeys;

public sealed class SessionsTests
{
    private static readonly DataFrame Clicks = Events.Frame(
        new("b", "2025-01-01 10:00", "home", "mobile"), new("a", "2025-01-01 10:31", "cart", "desktop"), new("a", "2025-01-01 10:00", "home", "mobile"),
        new("a", "2025-01-01 10:30", "tea", "mobile"), new("a", "2025-01-01 11:02", "home", "tablet"), new(null, "2025-01-01 10:00", "home"),
        new("b", null, "home"));

    [Fact]
    public void A_pause_longer_than_the_gap_starts_a_session_and_one_as_long_does_not()
    {
        // a: 10:00, 10:30 (30 minutes: the same), 10:31, 11:02 (31 minutes: another).
        var marked = Clicks.WithSessions("user", "time");
        Assert.Equal([1L, 1L, 1L, 1L, 2L, null, null], marked.Values("session"));
        Assert.Equal(["user", "time", "step", "device", "session"], marked.ColumnNames);
        Assert.Equal([1L, 2L, 1L, 2L, 3L, null, null], Clicks.WithSessions("user", "time", TimeSpan.FromMinutes(29), "visit").Values("visit"));
    }

    [Fact]
    public void Events_that_have_a_session_column_are_cut_anew()
    {
        var sessions = Clicks.With(("session", _ => "of the browser")).Sessions("user", "time");
        Assert.Equal([1L, 2L, 1L], sessions.Values("session"));
        Assert.Equal(Clicks.Sessions("user", "time").ToString(), sessions.ToString());
    }

    [Fact]
    public void A_kept_column_that_has_the_name_of_a_result_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Clicks.With(("duration", _ => 1)).Sessions("user", "time", keep: "duration"));
        Assert.Equal("Sessions makes a column 'duration' of its own. Rename yours first, e.g. Rename((\"duration\", \"my_duration\")).", error.Message);
    }

    [Fact]
    public void A_session_keeps_first_last_and_counts()
    {
        var sessions = Clicks.Sessions("user", "time", page: "step", keep: "device");
        Assert.Equal(["user", "session", "start", "end", "duration", "events", "bounce", "pages", "first_page", "last_page", "device"], sessions.ColumnNames);
        Assert.Equal(["a", "a", "b"], sessions.Values("user"));
        Assert.Equal([1L, 2L, 1L], sessions.Values("session"));
        Assert.Equal([3L, 1L, 1L], sessions.Values("events"));
        Assert.Equal([3L, 1L, 1L], sessions.Values("pages"));
        Assert.Equal([false, true, true], sessions.Values("bounce"));
        Assert.Equal([TimeSpan.FromMinutes(31), TimeSpan.Zero, TimeSpan.Zero], sessions.Values("duration"));
        Assert.Equal(["home", "home", "home"], sessions.Values("first_page"));
        Assert.Equal(["cart", "home", "home"], sessions.Values("last_page"));
        Assert.Equal(["mobile", "tablet", "mobile"], sessions.Values("device"));
    }

    [Fact]
    public void Events_of_one_moment_are_in_one_session_whatever_their_order()
    {
        var ties = Events.Frame(new("a", "2025-01-01 10:00", "x"), new("a", "2025-01-01 12:00", "y"), new("a", "2025-01-01 12:00", "z"), new("a", "2025-01-01 12:00", "z"));
        Assert.Equal([1L, 2L, 2L, 2L], ties.WithSessions("user", "time").Values("session"));
        Assert.Equal([1L, 3L], ties.Sessions("user", "time", page: "step").Values("events"));
        Assert.Equal([1L, 2L], ties.Sessions("user", "time", page: "step").Values("pages"));
    }

    [Fact]
    public void No_events_are_no_sessions_and_one_event_is_one()
    {
        Assert.Equal(0, Clicks.Head(0).Sessions("user", "time", page: "step").RowCount);
        Assert.Equal(0, Clicks.Head(0).WithSessions("user", "time").RowCount);
        Assert.Equal([true], Clicks.Head(1).Sessions("user", "time").Values("bounce"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Random_events_are_cut_as_a_loop_cuts_them(int seed)
    {
        var events = Events.Random(3_000, 20, seed, ["home", "tea", "cart"]);
        var expected = events.Where(each => each.User is not null && each.Time is not null).GroupBy(each => each.User!).OrderBy(group => group.Key, StringComparer.Ordinal)
            .SelectMany(group =>
            {
                var sessions = new List<(string User, long Session, DateTime Start, DateTime End, long Events)>();
                foreach (var time in group.Select(each => each.Time()).Order())
                    if (sessions.Count == 0 || time - sessions[^1].End > TimeSpan.FromMinutes(15)) sessions.Add((group.Key, sessions.Count + 1, time, time, 1));
                    else sessions[^1] = sessions[^1] with { End = time, Events = sessions[^1].Events + 1 };
                return sessions;
            }).ToList();
        var found = Events.Frame(events).Sessions("user", "time", TimeSpan.FromMinutes(15));
        Assert.Equal(expected, Enumerable.Range(0, found.RowCount).Select(row => ((string)found["user"][row]!, (long)found["session"][row]!,
            (DateTime)found["start"][row]!, (DateTime)found["end"][row]!, (long)found["events"][row]!)));
        // Pages without ties in time, as a database keeps no order among them.
        Engines.Agree(Events.Frame(events), frame => frame.Sessions("user", "time", TimeSpan.FromMinutes(15)));
        Engines.Agree(Events.Frame(events.DistinctBy(each => (each.User, each.Time))), frame => frame.Sessions("user", "time", page: "step", keep: "device"));
    }

    [Fact]
    public void Sessions_of_the_company_are_those_it_was_made_of()
    {
        var shop = Company.Generate(new CompanyOptions { Customers = 3_000 });
        var truth = shop.Truth.GetProperty("tables").GetProperty("web_events");
        var sessions = shop["web_events"].Distinct("event_id").Sessions("visitor_id", "event_time", page: "event", keep: ["device"]);
        Assert.Equal(truth.GetProperty("sessions").GetInt32(), sessions.RowCount);
        Assert.All(sessions.Values("first_page"), page => Assert.Equal("visit", page));
        var reached = truth.GetProperty("sessions_that_reached").EnumerateArray().Sum(device => device.GetProperty("visit").GetDouble() - device.GetProperty("view").GetDouble());
        Assert.Equal(reached, sessions.Where(c => c["bounce"]).RowCount);
    }

    [Fact]
    public void Errors_name_the_column_and_the_remedy()
    {
        Assert.Equal("Sessions needs a timestamp. Column 'step' is text; convert it first, e.g. With((\"step\", c => c[\"step\"].ToTimestamp())).",
            Frames.Error(() => Clicks.Sessions("user", "step")));
        Assert.Equal("The gap between sessions must be above 0. Got 00:00:00.", Frames.Error(() => Clicks.Sessions("user", "time", TimeSpan.Zero)));
        Assert.Equal("The events have a column 'step' already. Choose another with name:.", Frames.Error(() => Clicks.WithSessions("user", "time", name: "step")));
        Assert.Equal("Column 'usr' is not in the frame. Did you mean 'user'? Columns: user, time, step, device.", Frames.Error(() => Clicks.Sessions("usr", "time")));
        Assert.Equal("Sessions makes a column 'start' of its own. Rename yours first, e.g. Rename((\"start\", \"my_start\")).",
            Frames.Error(() => Clicks.Rename(("device", "start")).Sessions("user", "time", keep: "start")));
        Assert.Equal(3, Clicks.Rename(("device", "session")).Sessions("user", "time").RowCount); // not asked for, not in the way
        Assert.Equal("Sessions needs a column for the user. Got none.", Frames.Error(() => Clicks.Sessions(default, "time")));
    }
}
