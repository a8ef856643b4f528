using MarketingNotebooks.Kernel.Execution;
using MarketingNotebooks.Marketing.Tests;

namespace MarketingNotebooks.Notebooks.Tests;

/// <summary>Notebook 02 on real purchases: a file without a header, separated by runs of blanks, dates written yyyymmdd.</summary>
[Collection("notebooks")]
public sealed class CdnowTests
{
    private const string Notebook = "02-who-matters-and-who-returns.ipynb";

    [CdnowFact]
    public async Task RFM_totals_equal_a_direct_count() => await Check(("orders", Cdnow.Sample));

    [CdnowFact]
    public async Task Columns_can_be_named() =>
        await Check(("orders", Cdnow.Sample), ("customer", "column2"), ("date", "column3"), ("amount", "column5"), ("personas", "3"));

    private static async Task Check(params (string, string)[] parameters)
    {
        var (outcome, _) = await ContractTests.RunAsync(ContractTests.PathOf(Notebook), parameters);
        Assert.Equal((RunStatus.Ok, (string?)null), (outcome.Status, outcome.Failure));
        var lines = Cdnow.Lines().ToList();
        double Metric(string name) => outcome.Metrics.Single(metric => metric.Name == name).Value;
        Assert.Equal(lines.Select(line => line.Customer).Distinct().Count(), Metric("customers"));
        Assert.Equal(lines.Count, Metric("rfm.frequency_total"));
        Assert.Equal((double)lines.Sum(line => (decimal)line.Dollars), Metric("rfm.monetary_total"), 1e-6);
    }

    [Fact]
    public async Task A_file_that_does_not_exist_is_named_with_a_remedy()
    {
        var (outcome, _) = await ContractTests.RunAsync(ContractTests.PathOf(Notebook), ("orders", "data/ordres.csv"));
        Assert.Equal(RunStatus.Failed, outcome.Status);
        Assert.Contains("does not exist", outcome.Failure);
    }
}
