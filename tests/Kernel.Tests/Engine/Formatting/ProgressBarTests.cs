using MarketingNotebooks.Kernel.Engine;

namespace MarketingNotebooks.Kernel.Tests.Engine.Formatting;

/// <summary>Bars that move in place.</summary>
public class ProgressBarTests
{
    [Fact]
    public async Task A_loop_shows_one_bar_that_ends_full()
    {
        using var session = new CSharpSession();
        var sink = await session.RunAsync("foreach (var x in new[] { 1, 2, 3, 4 }.WithProgress(\"Fit<ting\")) await Task.Delay(60);");
        Assert.Equal("display display-1:Fit<ting: 0 % (0 of 4)", sink.Events[0]);
        Assert.Equal("update display-1:Fit<ting: 100 % (4 of 4)", sink.Events[^1]);
        Assert.InRange(sink.Events.Count, 2, 5);
        Assert.Equal("<div style=\"font-variant-numeric: tabular-nums\"><progress value=\"1\" max=\"1\"></progress> Fit&lt;ting: 100 % (4 of 4)</div>", (string?)sink.Bundles[^1].Data["text/html"]);
    }

    [Fact]
    public async Task Shares_and_steps_are_reported_at_most_ten_times_a_second()
    {
        using var session = new CSharpSession();
        var sink = await session.RunAsync("""
            var clock = System.Diagnostics.Stopwatch.StartNew();
            using (var bar = Progress("Shares")) { IProgress<double> progress = bar; for (var i = 0; i <= 100_000; i++) progress.Report(i / 200_000.0); }
            using (var bar = Progress("Steps")) bar.Step(1500);
            using var late = Progress("Owned", 2);
            late.Step();
            var tenths = (int)(clock.Elapsed.TotalSeconds * 10);
            """);
        Assert.Null(sink.LastError);
        Assert.Contains("update display-1:Shares: 50 %", sink.Events);
        Assert.Contains("update display-2:Steps: 1,500 done", sink.Events);
        Assert.Equal("update display-3:Owned: 50 % (1 of 2)", sink.Events[^1]);
        // Each bar is shown, and ends; what comes between is no more often than time allows.
        Assert.InRange(sink.Events.Count, 6, 6 + int.Parse((await session.ValueAsync("tenths"))!, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_loop_left_early_says_how_far_it_came()
    {
        using var session = new CSharpSession();
        var sink = await session.RunAsync("foreach (var x in Enumerable.Range(0, 8).Where(x => true).WithProgress(\"Search\")) if (x == 3) break;");
        Assert.Equal("update display-1:Search: 3 done", sink.Events[^1]);
    }
}
