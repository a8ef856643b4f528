using System.Text.Json.Nodes;
using MarketingNotebooks.Kernel.Documents;
using static MarketingNotebooks.Workbench.Tests.Pages.Notebooks;

namespace MarketingNotebooks.Workbench.Tests.Pages;

public class OutputTests
{
    [Fact]
    public void The_richest_type_is_shown()
    {
        (string, JsonNode)[] all = [("text/html", "<b>html</b>"), ("image/svg+xml", Svg()), ("image/png", "AQID\n"), ("text/markdown", "*markdown*"), ("text/latex", "$latex$"),
            ("application/json", new JsonObject { ["json"] = 1 }), ("text/plain", "plain")];
        string[] expected = ["<b>html</b>", "src=\"data:image/svg+xml;base64,", "src=\"data:image/png;base64,AQID\"", "<em>markdown</em>", "<div class=\"mn-math mn-display\">latex</div>", "&quot;json&quot;: 1", ">plain</pre>"];
        for (var i = 0; i < all.Length; i++)
        {
            var body = Body(Code("x", Display([.. all[i..].Select(item => (item.Item1, item.Item2.DeepClone()))])));
            Assert.Contains(expected[i], body);
            foreach (var poorer in expected[(i + 1)..]) Assert.DoesNotContain(poorer, body);
        }
    }

    [Fact]
    public void A_type_not_known_leaves_nothing() => Assert.DoesNotContain("class=\"output", Body(Code("x", Display(("application/x-unknown", "?")))));

    [Fact]
    public void Text_given_as_lines_is_joined() => Assert.Contains("<p>one two</p>", Body(Code("x", Display(("text/html", new JsonArray("<p>one ", "two</p>"))))));

    [Fact]
    public void A_metric_is_shown_through_its_html() => Assert.Contains("<div class=\"output html\"><p>revenue.total</p></div>", Body(Code("x", Metric("revenue.total", 5))));

    [Fact]
    public void A_figure_that_came_as_json_alone_or_with_html_that_needs_a_server_is_drawn_by_the_page()
    {
        var figure = new JsonObject { ["data"] = new JsonArray(new JsonObject { ["type"] = "bar", ["y"] = new JsonArray(1, 2) }) };
        foreach (var output in new[] { Display(("application/vnd.plotly.v1+json", figure.DeepClone())), Display(("application/vnd.plotly.v1+json", figure.DeepClone()), ("text/html", "<script src=\"https://cdn.example/plotly.js\"></script>")) })
        {
            var body = Body(Code("x", output));
            Assert.Contains("data-mn-figure=", body);
            Assert.DoesNotContain("cdn.example", body);
        }
        Assert.Contains(">plain</pre>", Body(Code("x", Display(("application/vnd.plotly.v1+json", new JsonObject { ["no"] = "data" }), ("text/plain", "plain")))));
    }

    [Fact]
    public void Streams_are_joined_escaped_and_freed_of_escape_sequences()
    {
        var body = Body(Code("x", new StreamOutput("stdout", "\u001b[1;31mred\u001b[0m <b>"), new StreamOutput("stdout", " &\nnext\n"), new StreamOutput("stderr", "\u001b]8;;http://x\u0007oh")));
        Assert.Contains("<pre class=\"text\">red &lt;b&gt; &amp;\nnext</pre>", body);
        Assert.Contains("<pre class=\"text stderr\">oh</pre>", body);
    }

    [Theory]
    [InlineData("10 %\r50 %\r100 %\ndone", "100 %\ndone")]
    [InlineData("a\r\nb\r\n", "a\nb")]
    [InlineData("kept\r", "kept")]
    public void Progress_lines_are_shown_as_a_terminal_leaves_them(string text, string seen) =>
        Assert.Contains($"<pre class=\"text\">{seen}</pre>", Body(Code("x", new StreamOutput("stdout", text))));

    [Fact]
    public void Long_streams_are_cut_at_a_line_with_a_note()
    {
        var text = string.Concat(Enumerable.Range(0, 100_000).Select(i => $"{i:00000}\n"));
        var body = Body(Code("x", new StreamOutput("stdout", text)));
        Assert.InRange(body.Length, 190_000, 201_000);
        Assert.Contains("33332</pre><p class=\"note\">Cut here: 199,997 of 599,999 characters shown. The notebook file has all of them.</p>", body);
        var wide = Body(Code("x", new StreamOutput("stdout", string.Concat(Enumerable.Repeat("😀", 150_000)))));
        Assert.Contains("Cut here: 200,000 of 300,000", wide);
        Assert.DoesNotContain("\uFFFD", wide);
    }

    [Fact]
    public void Errors_show_name_message_and_trace_once()
    {
        var body = Body(Code("x", new ErrorOutput("InvalidOperationException", "No <orders>.", ["\u001b[31mInvalidOperationException\u001b[0m: No <orders>.", "   at Cell 1, line 3"])));
        Assert.Contains("<strong>InvalidOperationException: No &lt;orders&gt;.</strong>", body);
        Assert.Contains("at Cell 1, line 3</pre>", body);
        Assert.DoesNotContain("\u001b", body);
        Assert.DoesNotContain("<pre", Body(Code("x", new ErrorOutput("E", "v", ["E: v"]))).Split("</details>")[1]);
    }

    [Fact]
    public void Ids_of_a_later_output_that_are_taken_are_renamed_with_their_references()
    {
        const string Html = "<style>#box{color:red}#boxes{color:blue}</style><label for=\"box\">box</label><div id='box'></div><script>document.getElementById(\"box\").title='box';document.querySelector('#box b');Plotly.newPlot('box', [])</script>";
        var body = Body(Code("x", Display(("text/html", Html)), Display(("text/html", Html))));
        Assert.Contains(Html, body);
        Assert.Contains("<style>#box-2{color:red}#boxes{color:blue}</style><label for=\"box-2\">box</label><div id='box-2'></div><script>document.getElementById(\"box-2\").title='box';document.querySelector('#box-2 b');Plotly.newPlot('box-2', [])</script>", body);
    }

    [Fact]
    public void Ids_of_an_output_do_not_meet_those_of_the_page() =>
        Assert.Contains("<p id=\"content-2\"></p><p id=\"cell-1-2\"></p>", Body(Code("x", Display(("text/html", "<p id=\"content\"></p><p id=\"cell-1\"></p>")))));

    [Fact]
    public void Control_characters_do_not_break_the_page() => Assert.Contains("a\uFFFDb\tc", Body(Code("x", new StreamOutput("stdout", "a\0b\tc"))));
}
