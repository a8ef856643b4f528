using System.Diagnostics;

namespace MarketingNotebooks.Tests;

[Collection("host")]
public sealed class ProgressLineTests
{
    [Fact]
    public void Short_work_shows_nothing_and_long_work_one_line_kept_up_to_date()
    {
        var clock = Stopwatch.StartNew();
        Assert.True(Host.Shown(() => new ProgressLine("fit").Report(1)).Count == 0 || clock.Elapsed.TotalSeconds > 0.5);
        var shown = Host.Shown(() =>
        {
            var line = new ProgressLine("fit");
            Thread.Sleep(600);
            line.Report(0.5);
            line.Report(0.6); // Too soon to be shown.
            line.Report(1);
        });
        Assert.Equal("fit: done", Assert.Single(shown).ToString());
    }
}
