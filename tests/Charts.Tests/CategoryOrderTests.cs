using MarketingNotebooks.Data.Frames;
using static MarketingNotebooks.Data.Frames.Sort;

namespace MarketingNotebooks.Charts.Tests;

public sealed class CategoryOrderTests
{
    [Fact]
    public void Categories_and_their_colours_follow_the_rows_not_the_columns_history()
    {
        var frame = DataFrame.FromColumns(("channel", TextColumn.From(["email", "search", "direct"])), ("lost", new Column<double>(ColumnKind.Number, [1, 3, 2])));
        var bars = Chart.Bar(frame.OrderBy(Desc("lost")), x: "channel", y: "lost");
        Assert.Equal(["search", "direct", "email"], bars.Traces[0]["x"]!.AsArray().Select(name => name!.ToString()));
        var points = Chart.Scatter(frame.OrderBy(Desc("lost")), x: "lost", y: "lost", color: "channel");
        Assert.Equal(["search", "direct", "email"], points.Traces.Select(trace => trace["name"]!.ToString()));
    }
}
