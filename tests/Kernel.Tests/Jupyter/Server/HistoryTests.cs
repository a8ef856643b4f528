using System.Text.Json.Nodes;
using MarketingNotebooks.Kernel.Jupyter.Server.Histories;

namespace MarketingNotebooks.Kernel.Tests.Jupyter.Server;

public sealed class HistoryTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("history-").FullName;
    private readonly List<string> lines = [];

    private string File => Path.Combine(folder, "deep", "er", "history.jsonl");

    [Fact]
    public void Kernels_ask_for_the_tail_a_range_and_a_search()
    {
        using var served = new Served(history: File);
        var front = served.FrontEnd;
        foreach (var code in new[] { "var a = 1;", "a + 1", "var b = 2;", "a + 1" }) front.Run(code);
        Assert.Equal(["1/3 var b = 2;", "1/4 a + 1"], Asked(new() { ["hist_access_type"] = "tail", ["n"] = 2 }));
        Assert.Equal(["1/2 a + 1", "1/3 var b = 2;"], Asked(new() { ["hist_access_type"] = "range", ["session"] = 0, ["start"] = 2, ["stop"] = 4 }));
        Assert.Equal(["1/2 a + 1", "1/4 a + 1"], Asked(new() { ["hist_access_type"] = "search", ["pattern"] = "a*" }));
        Assert.Equal(["1/4 a + 1"], Asked(new() { ["hist_access_type"] = "search", ["pattern"] = "a*", ["unique"] = true }));
        Assert.Equal(["1/4 a + 1"], Asked(new() { ["hist_access_type"] = "search", ["pattern"] = "*", ["n"] = 1 }));
        var withOutput = front.Ask("history_request", new() { ["hist_access_type"] = "tail", ["n"] = 1, ["output"] = true });
        Assert.Equal("""[[1,4,["a \u002B 1",null]]]""", withOutput["history"]!.ToJsonString());

        IEnumerable<string> Asked(JsonObject content) =>
            front.Ask("history_request", content)["history"]!.AsArray().Select(entry => $"{entry![0]}/{entry[1]} {entry[2]}");
    }

    [Fact]
    public void Sessions_see_what_earlier_ones_kept()
    {
        Session().Add(1, "first");
        var second = Session();
        second.Add(1, "second");
        Assert.Equal(["1/1 first", "2/1 second"], Show(second.Tail(10)));
        Assert.Equal(["1/1 first"], Show(second.Range(-1, 0, int.MaxValue)));
        Assert.Equal(["1/1 first"], Show(second.Range(1, 0, int.MaxValue)));
        Assert.Equal(["2/1 second"], Show(second.Range(0, 1, 2)));
    }

    [Fact]
    public void Kernels_that_write_at_once_lose_nothing_and_share_no_number()
    {
        Parallel.For(0, 4, new ParallelOptions { MaxDegreeOfParallelism = 4 }, kernel =>
        {
            var session = Session();
            for (var i = 1; i <= 50; i++) session.Add(i, $"kernel {kernel} line {i}");
        });
        var all = Session().Tail(1000);
        Assert.Equal(200, all.Count);
        Assert.Equal(4, all.Select(entry => entry.Session).Distinct().Count());
        Assert.All(all.GroupBy(entry => entry.Session), group => Assert.Single(group.Select(entry => entry.Input[..8]).Distinct()));
        Assert.Empty(lines);
    }

    [Fact]
    public void A_line_cut_by_a_power_failure_costs_that_line_only()
    {
        Session().Add(1, "kept");
        System.IO.File.AppendAllText(File, "not json\n\0\0\0\n[]\nnull\n{\"session\":1,\"line\":2}\n{\"session\":1,\"line\":2,\"inp");
        var second = Session();
        second.Add(1, "next");
        var third = Session();
        Assert.Equal(["1/1 kept", "2/1 next"], Show(third.Tail(10)));
        third.Add(1, "last");
        Assert.Equal(["3/1 last"], Show(third.Range(0, 0, 10)));
    }

    [Fact]
    public void A_number_out_of_all_measure_does_not_become_a_session()
    {
        Session().Add(1, "kept");
        System.IO.File.AppendAllText(File, "{\"session\":2147483647,\"line\":1,\"input\":\"odd\"}\n");
        var next = Session();
        next.Add(1, "next");
        Assert.Equal("next", next.Range(0, 1, 2).Single().Input);
        Assert.True(next.Range(0, 1, 2).Single().Session > 0);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_costs_the_other_sessions_only()
    {
        System.IO.File.WriteAllText(Path.Combine(folder, "deep"), "a file in place of the folder");
        var session = Session();
        session.Add(1, "a");
        Assert.Equal(["1/1 a"], Show(session.Tail(5)));
        Assert.Single(lines);
    }

    [Fact]
    public void A_file_that_has_grown_huge_is_cut_to_its_end()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        using (var file = System.IO.File.CreateText(File))
        {
            var text = new string('x', 1_000_000);
            for (var i = 1; i <= 100; i++) file.Write($"{{\"session\":{i},\"line\":1,\"input\":\"{text}\"}}\n");
        }
        var session = Session();
        session.Add(1, "new");
        Assert.InRange(new FileInfo(File).Length, 1_000_000, 50_000_000);
        Assert.Equal(101, session.Tail(1).Single().Session);
    }

    [Fact]
    public void Only_its_owner_can_read_the_file()
    {
        if (OperatingSystem.IsWindows()) return;
        Session().Add(1, "password");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static IEnumerable<string> Show(IEnumerable<HistoryEntry> entries) => entries.Select(entry => $"{entry.Session}/{entry.Line} {entry.Input}");

    private History Session() => new(new HistoryStore(File, line =>
    {
        lock (lines) lines.Add(line);
    }));
}
