#pragma warning disable CA1822 // members found by reflection cannot be static
using System.Collections;
using System.Text.Json.Nodes;
using MarketingNotebooks.Kernel.Engine;
using MarketingNotebooks.Kernel.Engine.Formatting;
using Microsoft.DotNet.Interactive.Formatting;

namespace MarketingNotebooks.Kernel.Tests.Engine.Formatting;

/// <summary>How values look.</summary>
public class FormatterTests
{
    public static TheoryData<object?, string> Plain => new()
    {
        { null, "null" },
        { "two\nlines", "two\nlines" },
        { 1.5, "1.5" },
        { 1e-7, "1E-07" },
        { 2.50m, "2.50" },
        { true, "true" },
        { 'c', "c" },
        { new DateTime(2024, 2, 29), "2024-02-29" },
        { new DateTime(2024, 2, 29, 8, 30, 0), "2024-02-29 08:30:00" },
        { DayOfWeek.Friday, "Friday" },
        { new object?[] { 1, "a\"b", 'c', null, 0.5f }, "[1, \"a\\\"b\", 'c', null, 0.5]" },
        { (1, "a", (2, 3)), "(1, \"a\", (2, 3))" },
        { new { Id = 1, Name = "x" }, "{ Id = 1, Name = \"x\" }" },
        { new Order(1, ["a"]), "Order { Id = 1, Lines = [\"a\"] }" },
        { new Dictionary<string, int> { ["a"] = 1 }, "{ [\"a\"] = 1 }" },
        { new Plainly(), "Plainly { X = 3, Broken = <InvalidOperationException: no> }" },
        { new Talker(), "I talk" },
        { new BadTalker(), "<InvalidOperationException: mute>" },
        { typeof(List<int>), "List<int>" },
        { Array.Empty<int>(), "[]" },
        { Enumerable.Range(0, 1000).ToArray(), "[" + string.Join(", ", Enumerable.Range(0, 100)) + ", … 100 of 1,000]" },
    };

    [Theory]
    [MemberData(nameof(Plain))]
    public void Values_as_text(object? value, string expected) => Assert.Equal(expected, value.ToDisplayString());

    [Fact]
    public void Endless_sequences_and_circles_end()
    {
        Assert.EndsWith("99, … more than 100]", Forever().ToDisplayString(), StringComparison.Ordinal);
        var circle = new Node();
        circle.Next = circle;
        Assert.Equal("Node { Next = … }", circle.ToDisplayString());
        var list = new List<object>();
        list.Add(list);
        Assert.Equal("[…]", list.ToDisplayString());
    }

    [Fact]
    public void A_sequence_that_fails_says_so() =>
        Assert.Equal("[1, <InvalidOperationException: half way>]", Failing().ToDisplayString());

    [Fact]
    public void Sequences_of_records_are_tables_of_at_most_twenty_rows()
    {
        var rows = Enumerable.Range(0, 1234).Select(i => new { Id = i, Name = "<b>" }).ToList();
        var html = rows.ToDisplayString("text/html");
        Assert.StartsWith("<table>\n<thead><tr><th>Id</th><th>Name</th></tr></thead>\n<tbody>\n<tr><td style=\"text-align: right\">0</td><td style=\"text-align: left\">&lt;b&gt;</td></tr>\n", html, StringComparison.Ordinal);
        Assert.EndsWith("</table>\n<p>… and 1,214 more rows</p>", html, StringComparison.Ordinal);
        Assert.Equal(21, html.Split("<tr>").Length - 1);
        Assert.Equal(["text/html", "text/plain"], Formatter.ToBundle(rows).Data.Select(pair => pair.Key));
    }

    [Fact]
    public void Dictionaries_and_tuples_are_tables_and_scalars_are_not()
    {
        Assert.Contains("<td style=\"text-align: left\">a</td><td style=\"text-align: right\">1</td>", new Dictionary<string, int> { ["a"] = 1 }.ToDisplayString("text/html"), StringComparison.Ordinal);
        Assert.Contains("<td style=\"text-align: left\">Item2</td><td style=\"text-align: left\">&quot;</td>", (1, "\"").ToDisplayString("text/html"), StringComparison.Ordinal);
        Assert.Equal("<pre>1 &lt; 2</pre>", "1 < 2".ToDisplayString("text/html"));
        Assert.Equal(["text/plain"], Formatter.ToBundle(new[] { 1, 2 }).Data.Select(pair => pair.Key));
        Assert.Equal(["text/plain"], Formatter.ToBundle("x").Data.Select(pair => pair.Key));
    }

    [Fact]
    public void A_library_that_does_not_know_us_renders_in_all_its_mime_types()
    {
        var bundle = Formatter.ToBundle(new Chart());
        Assert.Equal(["application/vnd.plotly.v1+json", "text/html", "image/svg+xml", "text/plain"], bundle.Data.Select(pair => pair.Key));
        Assert.Equal(3, (int)Assert.IsType<JsonObject>(bundle.Data["application/vnd.plotly.v1+json"])["data"]!);
        Assert.Equal("<div>chart</div>", (string?)bundle.Data["text/html"]);
        Assert.Equal("Chart", (string?)bundle.Data["text/plain"]);
        Assert.Equal("<div>chart</div>", new ChartOnTop().ToDisplayString("text/html"));
    }

    [Fact]
    public void Registered_formatters_come_first_for_type_base_interface_and_open_generic()
    {
        var registry = new FormatterRegistry();
        registry.Register(typeof(IEnumerable), (_, writer) => writer.Write("sequence"));
        Assert.Equal("sequence", registry.Format(new[] { 1 }, "text/html"));
        registry.Register(typeof(List<>), (value, writer) => writer.Write("list of " + ((IList)value).Count));
        Assert.Equal("list of 2", registry.Format(new List<int> { 1, 2 }, "text/html"));
        registry.Register(typeof(Chart), (_, writer) => writer.Write("mine"));
        Assert.Equal("mine", (string?)registry.Bundle(new ChartOnTop()).Data["text/html"]);
        registry.SetPreferredMimeTypes(typeof(Chart), "text/plain");
        Assert.Equal(["text/plain"], registry.Bundle(new Chart()).Data.Select(pair => pair.Key));
        registry.Reset();
        Assert.Equal("<div>chart</div>", registry.Format(new Chart(), "text/html"));
    }

    [Fact]
    public async Task Registering_in_a_cell_holds_for_that_session_only()
    {
        using var one = new CSharpSession();
        using var two = new CSharpSession();
        await one.ValueAsync("record P(int X);", "Formatter.Register<P>(p => $\"<b>{p.X}</b>\", \"text/html\"); Formatter.Register<int>((x, w) => w.Write($\"int {x}\"), \"text/plain\");");
        var sink = await one.RunAsync("new P(3)");
        Assert.Equal("<b>3</b>", (string?)sink.Bundles[0].Data["text/html"]);
        Assert.Equal("int 7", await one.ValueAsync("7"));
        Assert.Equal("7", await two.ValueAsync("7"));
    }

    [Fact]
    public async Task A_formatter_that_throws_does_not_end_the_cell()
    {
        using var session = new CSharpSession();
        await session.ValueAsync("record P(int X); Formatter.Register<P>((Func<P, string>)(p => throw new Exception(\"<no>\")), \"text/html\");");
        var sink = await session.RunAsync("new P(3)");
        Assert.Null(sink.LastError);
        Assert.Equal("<pre>The formatter of P for text/html threw Exception: &lt;no&gt;</pre>", (string?)sink.Bundles[0].Data["text/html"]);
    }

    private static IEnumerable<int> Forever()
    {
        for (var i = 0; ; i++) yield return i;
    }

    private static IEnumerable<int> Failing()
    {
        yield return 1;
        throw new InvalidOperationException("half way");
    }

    private sealed record Order(int Id, List<string> Lines);

    private sealed class Plainly
    {
        public int X => 3;

        public int Broken => throw new InvalidOperationException("no");
    }

    private sealed class Talker
    {
        public override string ToString() => "I talk";
    }

    private sealed class BadTalker
    {
        public override string ToString() => throw new InvalidOperationException("mute");
    }

    private sealed class Node
    {
        public Node? Next { get; set; }
    }

    [TypeFormatterSource(typeof(ChartSource), PreferredMimeTypes = ["application/vnd.plotly.v1+json"])]
    private class Chart
    {
    }

    private sealed class ChartOnTop : Chart
    {
    }

    [AttributeUsage(AttributeTargets.Class)]
    private sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
    {
        public Type FormatterSourceType { get; } = formatterSourceType;

        public string[] PreferredMimeTypes { get; set; } = [];
    }

    private sealed class ChartSource
    {
        public IEnumerable<object> CreateTypeFormatters() =>
            [new ChartFormatter("text/html", "<div>chart</div>"), new ChartFormatter("application/vnd.plotly.v1+json", "{\"data\":3}"), new ChartFormatter("image/svg+xml", "<svg/>")];
    }

    private sealed class ChartFormatter(string mimeType, string text)
    {
        public string MimeType => mimeType;

        public bool Format(object instance, TextWriter writer)
        {
            writer.Write(text);
            return instance is Chart;
        }
    }
}
