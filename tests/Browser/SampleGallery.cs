using System.Text.Json.Nodes;
using MarketingNotebooks.Charts;
using MarketingNotebooks.Data.Display;
using MarketingNotebooks.Kernel.Documents;
using MarketingNotebooks.Workbench.Pages;
using MarketingNotebooks.Workbench.Pages.Galleries;

namespace MarketingNotebooks.Browser;

/// <summary>A gallery with everything a page can hold: charts drawn in SVG and in WebGL, formulas, tables, both languages, a failure.</summary>
internal static class SampleGallery
{
    /// <summary>Writes it and gives the pages, the index first.</summary>
    public static IReadOnlyList<string> Write(string folder)
    {
        var files = Gallery.Write(folder,
        [
            new GalleryEntry("01-who-buys-again", Charts(), new PageRun(12.34), new LedgerFindings(2, [])),
            new GalleryEntry("02-what-a-page-can-hold", Prose(), new PageRun(71.2), new LedgerFindings(1, ["revenue.total was 100, is 101; allowed is a difference of 0.5."])),
            new GalleryEntry("03-a-run-that-failed", Failed(), new PageRun(0.8, "Cell 2, line 3: InvalidOperationException: No orders after <2026-01-01>.")),
            new GalleryEntry("04-谁会再次购买", Chinese(), new PageRun(3)),
        ]);
        return [files.Index, .. files.Pages];
    }

    private static NotebookDocument Charts()
    {
        var document = NotebookDocument.Create();
        document.Metadata["marketing_notebooks"] = new JsonObject
        {
            ["data"] = "orders, customers", ["methods"] = new JsonArray("k-means", "BG/NBD", "Shapley values"), ["minutes"] = 15,
        };
        Markdown(document, "# Who buys again?\n\n> Retention mail costs 0.40 € a customer. **Which customers are worth it**, and how much do we lose if we write to all?");
        Code(document, "var personas = 4;           // number of groups\nvar since = new DateTime(2026, 1, 1);", tags: ["parameters"]);
        Markdown(document, "## Recency and frequency\n\nLet $r$ be the days since the last order and $f$ the number of orders. We weigh them as\n\n$$\n s(r, f) = \\frac{f}{1 + e^{\\lambda (r - \\bar r)}}, \\qquad \\lambda > 0\n$$\n\nThe *naive* answer is `r < 90`.");
        Code(document, "Chart.Scatter(orders, x: \"recency\", y: \"frequency\", color: \"group\")", [Show(Scatter())]);
        Code(document, "Chart.Bar(revenue, x: \"group\", y: \"revenue\")\n    .WithTitle(\"A third of the customers bring two thirds of the revenue\")", [Show(Bars())]);
        Code(document, "Chart.Line(weeks)", [Show(Chart.Line(x: [1, 2, 3, 4, 5, 6], y: [2.5, 3.5, 3.0, 5.0, 4.6, 6.1], markers: true, title: "Six weeks of sales"))], ["hide-input"]);
        Markdown(document, "### Every point at once");
        Code(document, "Chart.Scatter(allOrders, webgl: true)", [Show(Cloud())]);
        Code(document, "Chart.Heatmap(cohorts)", [Show(Chart.Heatmap(new[,] { { 1.2, -0.4, 0.1 }, { -0.9, 0.8, -0.2 } }, rows: ["loyal", "lost"], columns: ["recency", "frequency", "monetary"]))]);
        Markdown(document, "## Decision\n\nWrite to the loyal and the new: **12,400 €** [10,900 €, 13,800 €].");
        Code(document, "Metric.Record(\"revenue.top\", 0.66, 0.01);", [Metric("revenue.top", 0.66), Metric("customers", 4000)]);
        Markdown(document, "What changes when the mail costs 0.80 €? Set `cost` and run again.", ["exercise"]);
        return document;
    }

    private static NotebookDocument Prose()
    {
        var document = NotebookDocument.Create();
        Markdown(document, "# What a page can hold\n\nThis notebook has every kind of prose and output; see [the first](01-who-buys-again.ipynb#decision).");
        Markdown(document, """
            ## Prose

            Money is not mathematics: it costs $5 and $10, or $5–$10. A formula is $\hat\beta = (X^\top X)^{-1} X^\top y$, with a note[^1].

            | channel | spend | revenue |
            |---|--:|--:|
            | search | 1,200 | 4,800 |
            | a channel with a rather long name that wants to be wide | 900 | 1,100 |

            - [x] loaded
            - [ ] cleaned

            > [!NOTE]
            > An alert in GitHub's manner.

            > A plain quotation.

            ```csharp
            var rows = frame.Where(c => c["amount"] > 50); // a comment
            ```

            ![a picture elsewhere](https://example.org/picture.png)

            [^1]: Ordinary least squares.
            """);
        Markdown(document, "A second cell with a note[^1].\n\n[^1]: Its own.");
        Code(document, "Console.Write(\"…\");", [new StreamOutput("stdout", "plain \u001b[31mred\u001b[0m <b>not bold</b>\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"line {i}\n"))), new StreamOutput("stderr", "a warning\n")]);
        Code(document, "orders", [Html(Table("orders"))]);
        Code(document, "HTML(\"…\")", [Html("<div id=\"box\"></div><script>document.getElementById('box').textContent = 'first';</script>")]);
        Code(document, "HTML(\"…\")", [Html("<div id=\"box\"></div><script>document.getElementById('box').textContent = 'second';</script>")]);
        Code(document, "Markdown(\"…\")", [Display("text/markdown", "## A computed section\n\nThe sum is **1,234 €** and $\\alpha = 0.05$.")]);
        Code(document, "Latex(\"…\")", [Display("text/latex", "$$\\sum_{i=1}^n x_i = \\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}$$")]);
        Code(document, "new { a = 1 }", [new DisplayOutput(new JsonObject { ["application/json"] = new JsonObject { ["a"] = 1, ["b"] = new JsonArray(1, 2) } }, [])]);
        Code(document, "svg", [Display("image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"200\" height=\"60\"><rect id=\"r\" width=\"200\" height=\"60\" fill=\"#e07b39\"/></svg>")]);
        Code(document, "#!sql\nselect channel, sum(amount) from orders group by 1", [Html(Table("sums"))]);
        Code(document, "// The answer to the exercise\nreturn 42;", [new ResultOutput(9, new JsonObject { ["text/plain"] = "42" }, [])], ["exercise"]);
        return document;
    }

    private static NotebookDocument Failed()
    {
        var document = NotebookDocument.Create();
        Markdown(document, "# A run that failed\n\n> Why is there <nothing> here?");
        Code(document, "var a = 1;");
        Code(document, "var orders = Load();\nvar late = orders.After(2026);\nlate.First()",
            [new ErrorOutput("InvalidOperationException", "No orders after <2026-01-01>.", ["\u001b[31mInvalidOperationException\u001b[0m: No orders after <2026-01-01>.", "   at Cell 2, line 3"])]);
        Code(document, "late.Count()");
        return document;
    }

    private static NotebookDocument Chinese()
    {
        var document = NotebookDocument.Create();
        document.Metadata["marketing_notebooks"] = new JsonObject { ["language"] = "zh", ["methods"] = new JsonArray("聚类") };
        Markdown(document, "# 谁会再次购买?\n\n> 挽留邮件每封0.40欧元。**哪些客户值得?**\n\n## 数据\n\n订单表来自一家虚构的茶叶与家居网店。");
        Code(document, "Chart.Bar(orders)", [Show(Chart.Bar(x: ["绿茶", "红茶", "乌龙"], y: [3, 1, 2]).WithTitle("绿茶卖得最好"))]);
        return document;
    }

    private static Figure Scatter()
    {
        var random = new Random(3);
        var groups = new[] { "loyal", "new", "lost" }.Select((name, g) => (object)new
        {
            type = "scatter", mode = "markers", name,
            x = Enumerable.Range(0, 80).Select(_ => 20 + 90 * g + 60 * random.NextDouble()).ToArray(),
            y = Enumerable.Range(0, 80).Select(_ => 12 - 4 * g + 4 * random.NextDouble()).ToArray(),
        });
        return Figure.Of(groups).WithTitle("Those who bought lately buy most often")
            .WithLayout(new { xaxis = new { title = new { text = "recency (days)" } }, yaxis = new { title = new { text = "orders" } } });
    }

    private static Figure Bars() => Figure.Of(
            new { type = "bar", name = "2025", x = new[] { "loyal", "new", "lost" }, y = new[] { 52_000, 21_000, 4_000 } },
            new { type = "bar", name = "2026", x = new[] { "loyal", "new", "lost" }, y = new[] { 58_000, 19_000, 3_000 } })
        .WithTitle("A third of the customers bring two thirds of the revenue").WithLayout(new { yaxis = new { title = new { text = "revenue (€)" } } });

    private static Figure Cloud()
    {
        var random = new Random(5);
        return Figure.Of(new
        {
            type = "scattergl", mode = "markers", marker = new { size = 3 },
            x = Enumerable.Range(0, 5_000).Select(_ => random.NextDouble()).ToArray(), y = Enumerable.Range(0, 5_000).Select(_ => random.NextDouble()).ToArray(),
        }).WithTitle("Five thousand orders in WebGL");
    }

    private static DisplayOutput Show(Figure figure)
    {
        var data = new JsonObject();
        foreach (var formatter in new FigureFormatters().CreateTypeFormatters().OfType<MimeFormatter<Figure>>())
        {
            using var text = new StringWriter();
            formatter.Format(figure, text);
            data[formatter.MimeType] = formatter.MimeType.EndsWith("+json", StringComparison.Ordinal) ? JsonNode.Parse(text.ToString()) : text.ToString();
        }
        return new DisplayOutput(data, []);
    }

    private static DisplayOutput Metric(string name, double value) => new(new JsonObject
    {
        ["application/vnd.marketing-notebooks.metric+json"] = new JsonObject { ["name"] = name, ["value"] = value, ["tolerance"] = 0.0 },
        ["text/html"] = $"<p>{name} = <strong>{value}</strong></p>",
    }, []);

    private static string Table(string name) => "<table><thead><tr>" + string.Concat(Enumerable.Range(0, 14).Select(i => $"<th>{name}_{i}</th>")) + "</tr></thead><tbody><tr>"
        + string.Concat(Enumerable.Range(0, 14).Select(i => $"<td style=\"text-align: right\">{i * 12345:N0}</td>")) + "</tr></tbody></table>";

    private static DisplayOutput Html(string html) => Display("text/html", html);

    private static DisplayOutput Display(string mime, string text) => new(new JsonObject { [mime] = text, ["text/plain"] = "plain" }, []);

    private static void Markdown(NotebookDocument document, string text, string[]? tags = null) => Add(document, CellKind.Markdown, text, [], tags);

    private static void Code(NotebookDocument document, string text, CellOutput[]? outputs = null, string[]? tags = null) => Add(document, CellKind.Code, text, outputs ?? [], tags);

    private static void Add(NotebookDocument document, CellKind kind, string text, CellOutput[] outputs, string[]? tags)
    {
        var cell = new Cell(kind, text);
        if (tags is not null) cell.Metadata["tags"] = new JsonArray([.. tags.Select(tag => (JsonNode?)tag)]);
        foreach (var output in outputs) cell.Outputs.Add(output);
        if (kind == CellKind.Code) cell.ExecutionCount = document.Cells.Count(each => each.Kind == CellKind.Code) + 1;
        document.Cells.Add(cell);
    }
}
