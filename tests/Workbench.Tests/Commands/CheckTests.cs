using System.Text.Json.Nodes;

namespace MarketingNotebooks.Workbench.Tests.Commands;

public sealed class CheckTests : IDisposable
{
    private readonly Mn _mn = new();

    public void Dispose() => _mn.Dispose();

    [Fact]
    public async Task A_planted_wrong_number_fails_the_check_and_is_named()
    {
        _mn.Notebook("01-a.ipynb", "Metric.Record(\"rows.total\", 12);\nMetric.Record(\"share.best\", 0.25, 0.001);");
        Assert.Equal(ExitCode.Drift, (await _mn.RunAsync("check")).Code); // Nothing is in the ledger yet.
        Assert.Equal(ExitCode.Ok, (await _mn.RunAsync("check", "--update")).Code);
        var (code, output, _) = await _mn.RunAsync("check");
        Assert.Equal(ExitCode.Ok, code);
        Assert.Contains("2 metrics checked, 0 drifted, 0 notebooks failed.", output);

        var path = Path.Combine(_mn.Folder, "notebooks", "ledger.json");
        var ledger = JsonNode.Parse(File.ReadAllText(path))!;
        ledger["01-a"]!["share.best"]!["value"] = 0.2503;
        File.WriteAllText(path, ledger.ToJsonString());
        (code, output, _) = await _mn.RunAsync("check");
        Assert.Equal(ExitCode.Drift, code);
        Assert.Contains("01-a / share.best was 0.2503, is 0.25;", output);
        Assert.Contains("2 metrics checked, 1 drifted, 0 notebooks failed.", output);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("Metric.Record(\"rows.total\", 1);\nMetric.Record(\"rows.total\", 2);")]
    [InlineData("Metric.Record(\"rows.total\", 1);\nthrow new Exception();")]
    public async Task An_update_keeps_what_the_ledger_has_of_a_notebook_that_gives_nothing_better(string cell)
    {
        const string before = """{"01-a":{"rows.total":{"value":12,"tolerance":0}}}""";
        var path = _mn.Write("notebooks/ledger.json", before);
        _mn.Notebook("01-a.ipynb", cell);
        var (code, _, errors) = await _mn.RunAsync("check", "--update");
        Assert.Contains(code, new[] { ExitCode.Drift, ExitCode.NotebookFailed });
        Assert.Equal("", errors);
        Assert.Equal(12, (int)JsonNode.Parse(File.ReadAllText(path))!["01-a"]!["rows.total"]!["value"]!);
    }

    [Fact]
    public async Task A_value_without_end_in_the_ledger_would_let_every_number_pass_so_it_is_refused()
    {
        _mn.Write("notebooks/ledger.json", """{"01-a":{"rows.total":{"value":1e999,"tolerance":0.01}}}""");
        _mn.Notebook("01-a.ipynb", "Metric.Record(\"rows.total\", 3.0, 0.01);");
        var (code, _, errors) = await _mn.RunAsync("check");
        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains("the value of 01-a / rows.total must be finite.", errors);
    }

    [Fact]
    public async Task A_crash_in_the_notebooks_process_is_a_failure_not_a_hang()
    {
        _mn.Notebook("01-a.ipynb", "Environment.FailFast(\"gone\");");
        var (code, output, _) = await _mn.RunAsync("check");
        Assert.Equal(ExitCode.NotebookFailed, code);
        Assert.Contains("before the notebook did.", output);
    }
}
