using MarketingNotebooks.Charts.Estimates;
using MarketingNotebooks.Charts.LifetimeValue;
using MarketingNotebooks.Charts.Segmentation;

namespace MarketingNotebooks.Charts.Tests;

public class ErrorTests
{
    private static readonly Data.Frames.DataFrame Frame = Samples.Customers(30);

    [Fact]
    public void A_misspelt_column_is_named_with_the_nearest() =>
        Says("Column 'monetry' is not in the frame. Did you mean 'monetary'? Columns: customer_id, recency, monetary, segment, channel, age, tenure, repeat, order_date.",
            () => Chart.Scatter(Frame, x: "recency", y: "monetry"));

    [Fact]
    public void A_column_of_the_wrong_kind_is_refused()
    {
        Says("Chart.Scatter needs numbers or times for y. Column 'segment' is text.", () => Chart.Scatter(Frame, x: "recency", y: "segment"));
        Says("Chart.Line needs numbers for y. Column 'order_date' is timestamp.", () => Chart.Line(Frame, x: "recency", y: "order_date"));
        Says("Chart.Histogram needs numbers or times for x. Column 'segment' is text.", () => Chart.Histogram(Frame, x: "segment"));
        Says("Chart.Treemap needs numbers for color. Column 'channel' is text.", () => Chart.Treemap(Frame, ["segment"], color: "channel"));
    }

    [Fact]
    public void Several_rows_for_one_bar_or_cell_are_refused()
    {
        Assert.Matches("^Chart.Bar needs one row a bar. '.+' of column 'segment' has \\d+. Aggregate first, e.g. frame.GroupBy\\(\"segment\"\\).Aggregate\\(\\(\"monetary\", Agg.Sum\\(\"monetary\"\\)\\)\\), or leave out y to count rows.$",
            Assert.Throws<ArgumentException>(() => Chart.Bar(Frame, x: "segment", y: "monetary")).Message);
        Assert.StartsWith("Chart.Heatmap needs one row a cell.", Assert.Throws<ArgumentException>(() => Chart.Heatmap(Frame, x: "segment", y: "channel", z: "monetary")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_facets_are_refused() =>
        Says("Chart.Scatter draws at most 16 facets. Column 'customer_id' has 30 distinct values. Filter rows or choose another column.",
            () => Chart.Scatter(Frame, x: "recency", y: "monetary", facet: "customer_id"));

    [Fact]
    public void Sequences_must_fit()
    {
        Says("Chart.Line needs as many values of y as of x. Got 2 and 3.", () => Chart.Line([1, 2, 3], [1, 2]));
        Says("Chart.Scatter needs sizes of at least 0. Row 1 of column 'size' is -4.", () => Chart.Scatter([1, 2], [1, 2], size: new[] { 1, -4 }));
        Says("Chart.Pie needs values of at least 0. Row 0 of column 'values' is -1.", () => Chart.Pie(["a"], [-1]));
        Says("Chart.Pie needs a total above 0. Got 1 parts with a total of 0.", () => Chart.Pie(["a"], [0]));
    }

    [Fact]
    public void Scenario_charts_check_their_input()
    {
        Says("SegmentationCharts.Elbow can mark one of 2, 3. Got 9.", () => SegmentationCharts.Elbow([2, 3], [5, 4], knee: 9));
        Says("Silhouettes must be in [-1, 1]. Sample 1 is 1.5.", () => SegmentationCharts.SilhouetteBlades([0.2, 1.5], [0, 0]));
        Says("The interval of 'a' must hold its estimate. Got 5 and [1, 2].", () => EstimateCharts.Forest(["a"], [5], [1], [2]));
        Says("The share to mark must be in (0, 1). Got 1.", () => ValueCharts.Lorenz([1, 2], share: 1));
        Says("ValueCharts.Lorenz needs values of at least 0 with a total above 0. Got 2 values from -1.", () => ValueCharts.Lorenz([3, -1]));
    }

    private static void Says(string message, Func<Figure> draw) => Assert.Equal(message, Assert.ThrowsAny<ArgumentException>(draw).Message.Split(" (Parameter")[0]);
}
