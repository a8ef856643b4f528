namespace MarketingNotebooks.Tests;

[Collection("host")]
public sealed class MetricTests
{
    [Theory]
    [InlineData("Rows", 1, 0, "A metric's name is lower-case words joined by '_' or '.', such as revenue.top_decile_share. Got 'Rows'. (Parameter 'name')")]
    [InlineData("a..b", 1, 0, "A metric's name is lower-case words joined by '_' or '.', such as revenue.top_decile_share. Got 'a..b'. (Parameter 'name')")]
    [InlineData("rows", double.NaN, 0, "Metric 'rows' must be finite. Got NaN; check the cells above for empty groups or division by zero. (Parameter 'value')")]
    [InlineData("rows", 1, 0.02, "The tolerance of metric 'rows' must be in [0, 0.01], a share of the value. Got 0.02. (Parameter 'tolerance')")]
    public void Bad_metrics_are_refused_whole(string name, double value, double tolerance, string message) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => Metric.Record(name, value, tolerance)).Message);

    [Fact]
    public void A_metric_shows_its_value_to_people_and_to_the_check()
    {
        var shown = Host.Shown(() => Metric.Record("revenue.share_2", 0.1, 0.001)).Single();
        var texts = new MetricFormatters().CreateTypeFormatters().Cast<Data.Display.MimeFormatter<Metric>>().ToDictionary(formatter => formatter.MimeType, formatter =>
        {
            using var writer = new StringWriter();
            Assert.True(formatter.Format(shown, writer));
            return writer.ToString();
        });
        Assert.Equal("""{"name":"revenue.share_2","value":0.1,"tolerance":0.001}""", texts[Metric.MimeType]);
        Assert.Equal("revenue.share_2 = 0.1", texts["text/plain"]);
    }
}
