using MarketingNotebooks.Kernel.Documents;
using MarketingNotebooks.Kernel.Execution;
using MarketingNotebooks.Marketing.Tests;
using MarketingNotebooks.Workbench.Running;

namespace MarketingNotebooks.Notebooks.Tests;

/// <summary>Notebook 03: the planted kinds are found, alike in every run, and real purchases go through it too.</summary>
[Collection("notebooks")]
public sealed class KindsTests
{
    private const string Notebook = "03-how-many-kinds-of-customer.ipynb";

    [Fact]
    public async Task The_planted_number_is_found_and_two_runs_show_the_same()
    {
        var (first, once) = await ContractTests.RunAsync(ContractTests.PathOf(Notebook));
        Assert.Equal((RunStatus.Ok, (string?)null), (first.Status, first.Failure));
        foreach (var witness in (string[])["elbow", "silhouette", "stability"]) Assert.Equal(Metric(first, "planted.kinds"), Metric(first, $"kinds.{witness}"));
        Assert.True(Metric(first, "planted.rand_kmeans") > 0.85);
        Assert.InRange(Metric(first, "catalogue.gain_true"), Metric(first, "catalogue.gain_low"), Metric(first, "catalogue.gain_high"));
        var (_, again) = await ContractTests.RunAsync(ContractTests.PathOf(Notebook));
        foreach (var (a, b) in once.Cells.Zip(again.Cells)) Assert.Equal(Shown(a), Shown(b));
    }

    [CdnowFact]
    public async Task Real_purchases_are_sorted_without_a_truth_to_compare_with()
    {
        var (outcome, document) = await ContractTests.RunAsync(ContractTests.PathOf(Notebook), ("orders", Cdnow.Sample), ("kinds", "3"), ("radius", "0"), ("currency", "$"));
        Assert.Equal((RunStatus.Ok, (string?)null), (outcome.Status, outcome.Failure));
        Assert.Equal(Cdnow.Lines().GroupBy(line => line.Customer).Count(customer => customer.Sum(line => line.Dollars) > 0), Metric(outcome, "customers"));
        Assert.DoesNotContain(outcome.Metrics, metric => metric.Name.StartsWith("planted.", StringComparison.Ordinal));
        Assert.Contains(document.Cells.SelectMany(Shown), text => text.Contains("nobody knows its hidden kinds", StringComparison.Ordinal));
    }

    private static double Metric(NotebookOutcome outcome, string name) => outcome.Metrics.Single(metric => metric.Name == name).Value;

    private static string[] Shown(Cell cell) =>
        [.. cell.Outputs.Select(output => (output switch { DisplayOutput display => display.Data, ResultOutput result => result.Data, _ => null })?.ToJsonString() ?? "")];
}
