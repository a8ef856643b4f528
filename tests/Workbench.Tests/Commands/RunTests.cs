using MarketingNotebooks.Workbench.Running;

namespace MarketingNotebooks.Workbench.Tests.Commands;

public sealed class RunTests : IDisposable
{
    private readonly Mn _mn = new();

    public void Dispose() => _mn.Dispose();

    [Fact]
    public async Task A_notebook_that_throws_stops_there_keeps_its_outputs_and_names_cell_and_line()
    {
        _mn.Notebook("01-a.ipynb", "Console.WriteLine(\"before\");", "var x = 1;\nthrow new InvalidOperationException(\"no such luck\");", "Console.WriteLine(\"after\");");
        var (code, output, _) = await _mn.RunAsync("run", "01", "--out", "done");
        Assert.Equal(ExitCode.NotebookFailed, code);
        Assert.Contains("Cell 2 (id cell-2), line 2: InvalidOperationException: no such luck", output);
        var cells = _mn.Cells("done/01-a.ipynb");
        Assert.Equal("before\n", cells[0]!["outputs"]![0]!["text"]![0]!.ToString());
        Assert.Equal("InvalidOperationException", cells[1]!["outputs"]![0]!["ename"]!.ToString());
        Assert.Empty(cells[2]!["outputs"]!.AsArray());
    }

    [Theory]
    [InlineData("nothing.csv", null, "nothing.csv does not exist")]
    [InlineData("empty.csv", "", "empty.csv is empty")]
    [InlineData("header.csv", "a,b\n", "header.csv")]
    public async Task A_file_that_cannot_be_read_is_one_sentence(string file, string? text, string expected)
    {
        if (text is not null) _mn.Write($"notebooks/{file}", text);
        _mn.Notebook("01-a.ipynb", $"DataFrame.ReadCsv(\"{file}\")");
        var (code, output, _) = await _mn.RunAsync("run", "01", "--out", "done");
        Assert.Equal(ExitCode.NotebookFailed, code);
        Assert.Contains(expected, output);
        Assert.Single(output.Trim().Split('\n'));
    }

    [Fact]
    public async Task A_missing_column_names_the_nearest()
    {
        _mn.Write("notebooks/orders.csv", "order_id,amount\n1,2.5\n2,3.5\n");
        _mn.Notebook("01-a.ipynb", "var orders = DataFrame.ReadCsv(\"orders.csv\");", "orders.Where(c => c[\"amuont\"] > 1)");
        var (code, output, _) = await _mn.RunAsync("run", "01", "--out", "done");
        Assert.Equal(ExitCode.NotebookFailed, code);
        Assert.Contains("Cell 2 (id cell-2), line 1: ArgumentException: Column 'amuont' is not in the frame. Did you mean 'amount'? Columns: order_id, amount.", output);
    }

    [Theory]
    [InlineData("frobnicate")]
    [InlineData("run", "--nope")]
    [InlineData("data")]
    [InlineData("parameters")]
    [InlineData("run", "01", "--timeout", "abc")]
    [InlineData("run", "01", "--timeout", "1e300")]
    [InlineData("run", "01", "--timeout", "9999999")]
    public async Task A_command_line_that_cannot_be_used_ends_with_code_2_and_says_so_on_standard_error(params string[] arguments)
    {
        _mn.Notebook("01-a.ipynb", "1");
        var (code, output, errors) = await _mn.RunAsync(arguments);
        Assert.Equal((ExitCode.Usage, ""), (code, output));
        Assert.InRange(errors.Trim().Split('\n').Length, 1, 3);
        Assert.DoesNotContain("   at ", errors);
    }

    [Fact]
    public async Task A_cell_that_ends_the_process_is_a_failure_that_says_so()
    {
        _mn.Notebook("01-a.ipynb", "Environment.Exit(0);");
        var (code, _, errors) = await _mn.RunAsync("run", "01", "--out", "done");
        Assert.Equal(ExitCode.NotebookFailed, code);
        Assert.Equal("A cell of 01-a.ipynb ended the process, so nothing was saved. Remove Environment.Exit from it.", errors.Trim());
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_said_before_the_run()
    {
        _mn.Notebook("01-a.ipynb", "File.WriteAllText(\"../ran\", \"\");");
        _mn.Write("taken", "a file");
        var (code, _, errors) = await _mn.RunAsync("run", "01", "--out", "taken");
        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains("taken cannot be written to (", errors);
        Assert.Contains("Name another with --out.", errors);
        Assert.False(File.Exists(Path.Combine(_mn.Folder, "ran")));
    }

    [Fact]
    public async Task A_notebook_beyond_its_time_is_said_to_be_so()
    {
        _mn.Notebook("01-a.ipynb", "while (true) { }");
        var (code, output, _) = await _mn.RunAsync("run", "01", "--out", "done", "--timeout", "0.5");
        Assert.Equal(ExitCode.NotebookFailed, code);
        Assert.Contains("stopped after 1 cell: took longer than 0.5 s, in cell 1", output);
    }

    [Fact]
    public async Task Unusable_notebooks_and_arguments_end_with_one_sentence_and_code_2()
    {
        _mn.Notebook("01-first.ipynb", "//parameters\nvar k = 3; // how many");
        _mn.Write("notebooks/broken.ipynb", "{ \"cells\": [");
        foreach (var (arguments, expected) in new (string[], string)[]
        {
            (["run", "notebooks/broken.ipynb"], "broken.ipynb, line 1: this is not JSON"),
            (["run", "elsewhere/01-first.ipynb"], "There is no notebook 'elsewhere/01-first.ipynb'."),
            (["run", "01-frist.ipynb"], "There is no notebook '01-frist.ipynb'. Did you mean 01-first.ipynb?"),
            (["run", "01", "-p", "k"], "A parameter is written name=value. Got 'k'."),
            (["run", "01", "-p", "k=abc"], "Parameter 'k' of 01-first.ipynb is an int. Got 'abc'."),
            (["run", "01", "-p", "q=1"], "01-first.ipynb has no parameter 'q'. Parameters: k."),
            (["run", "01", "--out", "notebooks"], "--out would overwrite"),
        })
        {
            var (code, output, errors) = await _mn.RunAsync(arguments);
            Assert.Equal(ExitCode.Usage, code);
            Assert.Contains(expected, errors);
            Assert.Single(errors.Trim().Split('\n'));
            Assert.Equal("", output);
        }
    }

    [Fact]
    public async Task Json_gives_one_object_a_line_with_parameters_and_metrics()
    {
        _mn.Notebook("01-a.ipynb", "//parameters\nvar k = 3; // how many", "Metric.Record(\"twice.k\", 2 * k);");
        var (code, output, _) = await _mn.RunAsync("run", "01", "-p", "k=21", "--json");
        Assert.Equal(ExitCode.Ok, code);
        var events = output.Trim().Split('\n').Select(RunEvents.Parse).ToList();
        var outcome = Assert.IsType<NotebookOutcome>(events[^1]);
        Assert.Equal([new RecordedMetric("twice.k", 42, 0)], outcome.Metrics);
        Assert.DoesNotContain(null, events);
        var (_, listed, _) = await _mn.RunAsync("parameters", "01");
        Assert.Equal("k (int) = 3: how many", listed.Trim());
    }
}
