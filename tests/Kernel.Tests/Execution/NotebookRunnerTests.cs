using MarketingNotebooks.Kernel.Documents;
using MarketingNotebooks.Kernel.Execution;

namespace MarketingNotebooks.Kernel.Tests.Execution;

/// <summary>Running notebooks without a front end.</summary>
public class NotebookRunnerTests
{
    internal static NotebookDocument Notebook(params string[] cells)
    {
        var document = NotebookDocument.Create();
        foreach (var cell in cells)
        {
            if (cell.StartsWith('#') && !cell.StartsWith("#!", StringComparison.Ordinal))
            {
                document.Cells.Add(new Cell(CellKind.Markdown, cell));
                continue;
            }
            var parts = cell.Split("||");
            var code = new Cell(CellKind.Code, parts[^1]);
            if (parts.Length > 1) code.Metadata["tags"] = new System.Text.Json.Nodes.JsonArray(parts[0]);
            document.Cells.Add(code);
        }
        return document;
    }

    [Fact]
    public async Task Outputs_and_counts_are_filled_in_as_Jupyter_does()
    {
        var document = Notebook("# Tea", "var bar = \"0 %\".Display();", "", "Console.WriteLine(\"a\"); Console.WriteLine(\"b\"); bar.Update(\"100 %\"); 6 * 7");
        var reports = new List<RunProgress>();
        var result = await NotebookRunner.RunAsync(document, progress: new Reports(reports));
        Assert.Equal(RunStatus.Ok, result.Status);
        Assert.Equal([1, null, 2], document.Cells.Skip(1).Select(cell => cell.ExecutionCount));
        Assert.Equal("100 %", (string?)Assert.IsType<DisplayOutput>(Assert.Single(document.Cells[1].Outputs)).Data["text/plain"]);
        Assert.Equal(new StreamOutput("stdout", "a\nb\n"), document.Cells[3].Outputs[0]);
        Assert.Equal("42", (string?)Assert.IsType<ResultOutput>(document.Cells[3].Outputs[1]).Data["text/plain"]);
        Assert.Equal(["1/2 Tea: var bar = \"0 %\".Display();", "2/2 Tea: Console.WriteLine(\"a\"); Console.WriteLine(\"b\"); bar.Update(\"100 %\"); 6 * 7"],
            reports.Select(report => $"{report.Cell}/{report.Of} {report.Heading}: {report.FirstLine}"));
    }

    [Fact]
    public async Task Running_twice_gives_the_same_bytes()
    {
        var document = Notebook("display(1); Console.Write(2); new[] { (1, \"a\") }");
        await NotebookRunner.RunAsync(document);
        var first = document.ToJson();
        await NotebookRunner.RunAsync(document);
        Assert.Equal(first, document.ToJson());
    }

    [Fact]
    public async Task The_first_failure_ends_the_run_and_names_cell_and_line()
    {
        var document = Notebook("# Tea", "Console.Write(1);", "Console.Write(2);\nthrow new InvalidOperationException(\"no tea\");", "Console.Write(3);");
        document.ToJson();
        var result = await NotebookRunner.RunAsync(document);
        Assert.Equal(RunStatus.Failed, result.Status);
        Assert.Equal($"Cell 2 (id {document.Cells[2].Id}), line 2: InvalidOperationException: no tea", result.Failure!.ToString());
        Assert.Equal(2, result.Failure.Index);
        Assert.Equal(new StreamOutput("stdout", "2"), document.Cells[2].Outputs[0]);
        Assert.Equal("InvalidOperationException", Assert.IsType<ErrorOutput>(document.Cells[2].Outputs[1]).Name);
        Assert.Null(document.Cells[3].ExecutionCount);
        Assert.Empty(document.Cells[3].Outputs);
    }

    [Fact]
    public async Task Tags_skip_cells_and_allow_failures()
    {
        var document = Notebook("skip-execution||throw new Exception();", "raises-exception||int.Parse(\"x\")", "1");
        Assert.Equal(RunStatus.Ok, (await NotebookRunner.RunAsync(document)).Status);
        Assert.Equal([null, 1, 2], document.Cells.Select(cell => cell.ExecutionCount));
        Assert.IsType<ErrorOutput>(document.Cells[1].Outputs[0]);
    }

    [Fact]
    public async Task A_cell_that_takes_too_long_is_stopped()
    {
        await MarketingNotebooks.Kernel.Engine.CSharpSession.WarmUpAsync();
        var document = Notebook("1", "while (true) { }");
        var result = await NotebookRunner.RunAsync(document, new RunOptions { CellTimeout = TimeSpan.FromSeconds(10) });
        Assert.Equal(RunStatus.TimedOut, result.Status);
        Assert.Equal(2, result.Failure!.Number);
    }

    [Fact]
    public async Task The_caller_can_cancel()
    {
        using var cancel = new CancellationTokenSource();
        var begun = Path.Combine(Path.GetTempPath(), $"mn-begun-{Guid.NewGuid():N}");
        var running = NotebookRunner.RunAsync(Notebook($"System.IO.File.Create(@\"{begun}\").Dispose(); await Task.Delay(-1);"), cancellationToken: cancel.Token);
        while (!File.Exists(begun) && !running.IsCompleted) await Task.Delay(10);
        File.Delete(begun);
        cancel.Cancel();
        Assert.Equal(RunStatus.Cancelled, (await running).Status);
    }

    [Fact]
    public async Task Clearing_drops_outputs()
    {
        var document = Notebook("Console.Write(1); display(1); ClearOutput(); Console.Write(2); ClearOutput(wait: true); Console.Write(3); ClearOutput(wait: true);");
        await NotebookRunner.RunAsync(document);
        Assert.Equal([new StreamOutput("stdout", "3")], document.Cells[0].Outputs);
    }

    [Fact]
    public async Task Text_of_a_thread_goes_below_the_cell_that_started_it_while_the_notebook_runs()
    {
        var document = Notebook("Console.Write(1); var go = new TaskCompletionSource(); var late = Task.Run(async () => { await go.Task; Console.Write(2); await Task.Delay(80); });", "go.SetResult(); await late;");
        await NotebookRunner.RunAsync(document);
        Assert.Equal([new StreamOutput("stdout", "12")], document.Cells[0].Outputs);
        Assert.Empty(document.Cells[1].Outputs);
    }

    [Fact]
    public async Task Metadata_choose_the_language_of_a_cell()
    {
        var document = Notebook("<b>1</b>", "#!csharp\n1 + 1", "let x = 1");
        document.Cells[0].Metadata["polyglot_notebook"] = new System.Text.Json.Nodes.JsonObject { ["kernelName"] = "html" };
        document.Cells[1].Metadata["dotnet_interactive"] = new System.Text.Json.Nodes.JsonObject { ["language"] = "html" };
        document.Cells[2].Metadata["dotnet_interactive"] = new System.Text.Json.Nodes.JsonObject { ["language"] = "fsharp" };
        var result = await NotebookRunner.RunAsync(document);
        Assert.Equal("<b>1</b>", (string?)Assert.IsType<DisplayOutput>(document.Cells[0].Outputs[0]).Data["text/html"]);
        Assert.Equal("2", (string?)Assert.IsType<ResultOutput>(document.Cells[1].Outputs[0]).Data["text/plain"]);
        Assert.StartsWith("F# ('#!fsharp') cannot be run here;", result.Failure?.Error.Value, StringComparison.Ordinal);
    }

    private sealed class Reports(List<RunProgress> list) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => list.Add(value);
    }
}
