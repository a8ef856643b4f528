using System.Data;
using System.Text.Json.Nodes;
using MarketingNotebooks.Kernel.Engine;
using MarketingNotebooks.Kernel.Engine.Formatting;
using Microsoft.DotNet.Interactive.Formatting;

namespace MarketingNotebooks.Kernel.Tests.Engine.Formatting;

/// <summary>Values as HTML.</summary>
public class HtmlTests
{
    private static string Html(object value) => new FormatterRegistry().Format(value, "text/html")!;

    [Fact]
    public void An_object_is_a_table_of_its_properties_and_those_that_throw_say_so()
    {
        Assert.Equal("""
            <table>
            <thead><tr><th>Order</th><th></th></tr></thead>
            <tbody>
            <tr><td style="text-align: left">Id</td><td style="text-align: right">7</td></tr>
            <tr><td style="text-align: left">Note</td><td style="text-align: left">&lt;b&gt;</td></tr>
            <tr><td style="text-align: left">Lines</td><td style="text-align: left">[&quot;tea&quot;]</td></tr>
            <tr><td style="text-align: left">Broken</td><td style="text-align: left">&lt;InvalidOperationException: no&gt;</td></tr>
            </tbody>
            </table>
            """, Html(new Order(7, "<b>", ["tea"])));
    }

    [Fact]
    public void Objects_inside_objects_open_on_demand_to_the_limit_of_levels()
    {
        var registry = new FormatterRegistry { RecursionLimit = 2 };
        var html = registry.Format(new Box(new Box(new Box(new Box(null)))), "text/html")!;
        Assert.Equal(2, html.Split("<details><summary>").Length - 1);
        Assert.Contains("<em>… Box</em>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_circle_names_what_was_shown()
    {
        var box = new Box(null);
        box.Inner = new List<Box> { box };
        Assert.Contains("<em>↑ List&lt;Box&gt;, shown above</em>", Html(new { box }), StringComparison.Ordinal);
        Assert.Contains("<em>↑ Box, shown above</em>", Html(new Loop()), StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_are_cut_and_what_is_left_out_is_counted()
    {
        Assert.EndsWith("<p>… and 80 more rows</p>", Html(Enumerable.Range(0, 100).ToDictionary(i => i)), StringComparison.Ordinal);
        Assert.EndsWith("<p>… and more rows</p>", Html(Enumerable.Range(0, 100).Select(i => new { i })), StringComparison.Ordinal);
        Assert.EndsWith("</table>", Html(Enumerable.Range(0, 20).Select(i => new { i })), StringComparison.Ordinal);
        Assert.DoesNotContain("<tr><td", new FormatterRegistry { ListExpansionLimit = 0 }.Format(new[] { new { X = 1 } }, "text/html"), StringComparison.Ordinal);
        Assert.EndsWith("<p>… and 5 more columns</p>", Html(new int[1, 35]), StringComparison.Ordinal);
    }

    [Fact]
    public void Grids_maps_and_data_tables_have_their_columns()
    {
        Assert.Contains("<th>0</th><th>1</th></tr></thead>\n<tbody>\n<tr><td style=\"text-align: right\">1</td><td style=\"text-align: right\">2</td></tr>\n", Html(new[,] { { 1, 2 }, { 3, 4 } }), StringComparison.Ordinal);
        Assert.Equal("[[1, 2], [3, 4]]", new[,] { { 1, 2 }, { 3, 4 } }.ToDisplayString());
        var maps = new[] { new Dictionary<string, object?> { ["a"] = 1 }, new Dictionary<string, object?> { ["b"] = "x" } };
        Assert.Contains("<th>a</th><th>b</th></tr></thead>\n<tbody>\n<tr><td style=\"text-align: right\">1</td><td style=\"text-align: left\"></td></tr>\n<tr><td style=\"text-align: left\"></td><td style=\"text-align: left\">x</td></tr>", Html(maps), StringComparison.Ordinal);
        using var table = new DataTable { Columns = { "name" }, Rows = { { "tea" } } };
        Assert.Contains("<th>name</th></tr></thead>\n<tbody>\n<tr><td style=\"text-align: left\">tea</td></tr>", Html(table), StringComparison.Ordinal);
    }

    [Fact]
    public void Formatters_of_types_hold_inside_tables()
    {
        var registry = new FormatterRegistry();
        registry.Register(typeof(Box), (_, writer) => writer.Write("<i>box</i>"));
        Assert.Contains("<td style=\"text-align: left\"><i>box</i></td><td style=\"text-align: left\"><b>x</b></td>", registry.Format(new[] { (new Box(null), NotebookFunctions.HTML("<b>x</b>")) }, "text/html"), StringComparison.Ordinal);
    }

    [Fact]
    public void No_colour_is_set_so_that_dark_pages_stay_dark() =>
        Assert.DoesNotContain("color", Html(new { A = new Box(new Box(null)), B = Enumerable.Range(0, 200) }), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void A_sequence_is_read_once_for_all_mime_types()
    {
        var reads = 0;
        IEnumerable<object> Rows()
        {
            reads++;
            yield return new { A = 1 };
            throw new InvalidOperationException("half way");
        }

        var bundle = Formatter.ToBundle(Rows());
        Assert.Equal(1, reads);
        Assert.Equal("[{ A = 1 }, <InvalidOperationException: half way>]", (string?)bundle.Data["text/plain"]);
    }

    [Fact]
    public void A_sequence_a_formatter_knows_is_not_read()
    {
        var registry = new FormatterRegistry();
        registry.Register(typeof(IEnumerable<object>), (_, writer) => writer.Write("known"));
        registry.SetPreferredMimeTypes(typeof(IEnumerable<object>), "text/html");
        var reads = 0;
        IEnumerable<object> Rows()
        {
            reads++;
            yield return new { A = 1 };
        }

        Assert.Equal("known", (string?)registry.Bundle(Rows(), "text/html").Data["text/html"]);
        Assert.Equal(0, reads);
        Assert.Equal("known", registry.Format(Task.FromResult(Rows()), "text/html"));
    }

    [Fact]
    public async Task Asynchronous_sequences_are_read_to_the_limit_and_stop_when_the_cell_does()
    {
        using var session = new CSharpSession();
        await session.ValueAsync("async IAsyncEnumerable<(int, int)> Squares() { for (var i = 0; ; i++) { await Task.Yield(); yield return (i, i * i); } } async IAsyncEnumerable<int> Never() { yield return 1; Console.Write(1); await Task.Delay(-1); }");
        var sink = await session.RunAsync("Squares()");
        Assert.StartsWith("[(0, 0), (1, 1), ", sink.Value, StringComparison.Ordinal);
        Assert.EndsWith("<p>… and more rows</p>", (string?)sink.Bundles[0].Data["text/html"], StringComparison.Ordinal);
        using var cancel = new CancellationTokenSource();
        var waiting = new RecordingSink();
        var running = session.RunAsync("Never()", waiting, cancel.Token);
        while (waiting.Output.Length == 0 && !running.IsCompleted) await Task.Delay(10);
        cancel.Cancel();
        Assert.Equal(CellStatus.Interrupted, (await running).Status);
    }

    [Fact]
    public async Task Tasks_show_their_end()
    {
        Assert.Equal("[1, 2]", Task.FromResult(new[] { 1, 2 }).ToDisplayString());
        Assert.Equal("Task (done)", Task.CompletedTask.ToDisplayString());
        Assert.Equal("Task (running; await it to see its end)", new TaskCompletionSource().Task.ToDisplayString());
        Assert.Equal("Task (failed: FormatException: bad)", Task.FromException<int>(new FormatException("bad")).ToDisplayString());
        await Task.CompletedTask;
    }

    [Fact]
    public void JSON_is_a_tree_and_indented_text()
    {
        var bundle = Formatter.ToBundle(NotebookFunctions.Json("""{"a": [1, "é"]}"""));
        Assert.Equal(["application/json", "text/plain"], bundle.Data.Select(pair => pair.Key));
        Assert.IsType<JsonObject>(bundle.Data["application/json"]);
        Assert.Equal("{\n  \"a\": [\n    1,\n    \"é\"\n  ]\n}", (string?)bundle.Data["text/plain"]);
        Assert.Equal("[1,2]", NotebookFunctions.Json(new[] { 1, 2 })?.ToJsonString());
        Assert.StartsWith("The text is not JSON: ", Assert.Throws<ArgumentException>(() => NotebookFunctions.Json("{")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x^2", "$$ x^2 $$")]
    [InlineData("inline $x$", "inline $x$")]
    [InlineData("\\begin{align}x\\end{align}", "\\begin{align}x\\end{align}")]
    public void Formulas_are_marked_as_such(string formula, string expected) => Assert.Equal(expected, (string?)Formatter.ToBundle(NotebookFunctions.Latex(formula)).Data["text/latex"]);

    private sealed record Order(int Id, string Note, List<string> Lines)
    {
        public int Broken => throw new InvalidOperationException("no");
    }

    private sealed class Box(object? inner)
    {
        public object? Inner { get; set; } = inner;
    }

    private sealed class Loop
    {
        public Box Own { get; } = Circle();

        private static Box Circle()
        {
            var box = new Box(null);
            box.Inner = new Box(box);
            return box;
        }
    }
}
