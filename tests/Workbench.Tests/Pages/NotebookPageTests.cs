using System.Text.Json.Nodes;
using MarketingNotebooks.Kernel.Documents;
using MarketingNotebooks.Workbench.Pages;
using static MarketingNotebooks.Workbench.Tests.Pages.Notebooks;

namespace MarketingNotebooks.Workbench.Tests.Pages;

public class NotebookPageTests
{
    [Fact]
    public void The_title_and_question_move_to_the_head_and_stay_out_of_the_body()
    {
        var page = Page(Prose("# Who *matters*?\n\n> Which customers are **worth** it?\n\nRest."), Prose("## Data"));
        Assert.Contains("<title>Who matters? · Marketing notebooks</title>", page);
        Assert.Contains("<h1>Who <em>matters</em>?</h1><div class=\"question\"><p>Which customers are <strong>worth</strong> it?</p></div>", page);
        Assert.Contains("content=\"Which customers are worth it?\"", page);
        Assert.Single(page.Split("<h1>").Skip(1));
        Assert.DoesNotContain("<blockquote>", page);
        Assert.Contains("<p>Rest.</p>", page);
    }

    [Theory]
    [InlineData("# T\n\nFirst.\n\nSecond.", "First.")]
    [InlineData("# T\n\nFirst.\n\n> Quoted?", "Quoted?")]
    [InlineData("# T\n\n## Not a question\n\n> Too late.", "")]
    [InlineData("Only prose.", "Only prose.")]
    public void The_question_is_the_quote_below_the_title_else_the_first_paragraph(string text, string expected) =>
        Assert.Equal(expected, NotebookSummary.Of(Of(Prose(text)), "01-x").Question);

    [Fact]
    public void The_question_may_open_the_cell_below_the_title()
    {
        var document = Of(Prose("# T"), Prose("> Asked here?"));
        Assert.Equal("Asked here?", NotebookSummary.Of(document, "01-x").Question);
        Assert.DoesNotContain("blockquote>", NotebookPage.Render(document, Options));
    }

    [Fact]
    public void Metadata_fills_the_summary()
    {
        var document = Of(Prose("# T"));
        document.Metadata["marketing_notebooks"] = new JsonObject
        {
            ["question"] = "Declared?", ["data"] = new JsonArray("orders", "customers"), ["methods"] = new JsonArray("k-means", 3, ""), ["minutes"] = 20, ["language"] = "zh-Hans",
        };
        Assert.Equal(("07", "T", "Declared?", "orders, customers", 20.0, "zh-Hans"),
            NotebookSummary.Of(document, "07-x") is var s ? (s.Number, s.Title, s.Question, s.Data, s.Minutes!.Value, s.Language) : default);
        Assert.Equal(["k-means"], NotebookSummary.Of(document, "07-x").Methods);
        Assert.Contains("<html lang=\"zh-Hans\">", NotebookPage.Render(document, Options));
    }

    [Theory]
    [InlineData("12-who-buys-again", "12", "Who buys again")]
    [InlineData("scratch", "", "Scratch")]
    [InlineData("12", "12", "12")]
    public void A_notebook_without_a_title_has_its_file_s_words(string slug, string number, string title)
    {
        var summary = NotebookSummary.Of(Of(Code("1")), slug);
        Assert.Equal((number, title), (summary.Number, summary.Title));
    }

    [Fact]
    public void Metadata_of_the_wrong_kinds_is_passed_over()
    {
        var document = Of(Prose("# T"));
        document.Metadata["marketing_notebooks"] = new JsonObject { ["question"] = 1, ["methods"] = "one", ["minutes"] = "long", ["language"] = "\"><script>", ["data"] = new JsonObject() };
        var summary = NotebookSummary.Of(document, "01-x");
        Assert.Equal(("", "", null, "en"), (summary.Question, summary.Data, summary.Minutes, summary.Language));
        Assert.Equal(["one"], summary.Methods);
    }

    [Fact]
    public void Contents_list_headings_of_prose_and_of_outputs_with_ids_of_their_own()
    {
        var page = Page(Prose("# T"), Prose("## Data & bias\n\n### Data\n\n#### Deep"), Code("x", Display(("text/markdown", "## Data"))), Prose("## 数据"), Prose("# Second title"));
        var contents = page[page.IndexOf("<nav class=\"contents\"", StringComparison.Ordinal)..page.IndexOf("<main", StringComparison.Ordinal)];
        Assert.Equal("ContentsData & biasDataData数据Second title", Text(contents).Trim());
        foreach (var id in (string[])["data-bias", "data", "data-2", "数据", "second-title"]) Assert.Contains($" id=\"{id}\">", page);
        Assert.Contains("<h2 id=\"second-title\">", page);
    }

    [Fact]
    public void Neighbours_the_run_and_the_notebook_are_linked()
    {
        var page = NotebookPage.Render(Of(Prose("# T"), Code("1", Metric("a", 1))), Options with
        {
            Previous = new("02-before", "What <came> before"), Next = new("04-谁", "Next"), Run = new(95.4), Ledger = new(1, []), SiteTitle = "Ours & theirs",
        });
        Assert.Contains("href=\"02-before.html\"", page);
        Assert.Contains("What &lt;came&gt; before", page);
        Assert.Contains("href=\"04-%E8%B0%81.html\"", page);
        Assert.Contains("<a href=\"03-personas.ipynb\" download>", page);
        Assert.Contains("Ran in 1 min 35 s", page);
        Assert.Contains("1 number recorded, all agree with the ledger", page);
        Assert.Contains("<a class=\"home\" href=\"index.html\">Ours &amp; theirs</a>", page);
    }

    [Fact]
    public void Code_is_open_unless_its_cell_hides_it_and_parameters_are_marked()
    {
        var body = Body(Prose("# T"), Code("var a = 1;").Tagged("parameters"), Code("var a = 2;").Tagged("injected-parameters"), Code("var b = 3;").Tagged("hide-input"), Code("  \n"));
        Assert.Contains("<details class=\"input\" open><summary><span>Code</span><em>parameters</em></summary>", body);
        Assert.Contains("<em>parameters of this run</em>", body);
        Assert.Contains("<details class=\"input\" data-closed><summary>", body);
        Assert.Equal(3, body.Split("<details").Length - 1);
    }

    [Fact]
    public void Exercises_are_labelled() =>
        Assert.Contains("<div class=\"cell prose exercise\" id=\"cell-2\"><p class=\"label\">Exercise</p><p>Try.</p></div>", Page(Start(), Prose("Try.", "exercise")));

    [Fact]
    public void The_code_of_a_computed_section_stands_below_its_heading()
    {
        var body = Body(Code("Section()", Display(("text/markdown", "## Result")), Display(("text/plain", "42"))));
        Assert.True(body.IndexOf("<h2", StringComparison.Ordinal) < body.IndexOf("<details", StringComparison.Ordinal));
        Assert.True(body.IndexOf("<details", StringComparison.Ordinal) < body.IndexOf(">42<", StringComparison.Ordinal));
    }

    [Fact]
    public void A_failed_run_is_told_at_the_top_with_a_link_to_the_cell()
    {
        var document = Of(Prose("# T"), Code("1"), Code("Boom()", new ErrorOutput("ArgumentException", "a <b>", ["at Cell 2, line 1"])), Code("2"));
        var known = NotebookPage.Render(document, Options with { Run = new(1, "Cell 2 (id x), line 1: ArgumentException: a <b>") });
        Assert.Contains("<strong>This notebook failed.</strong> Cell 2 (id x), line 1: ArgumentException: a &lt;b&gt; <a href=\"#cell-3\">", known);
        Assert.Contains("<div class=\"cell code failed\" id=\"cell-3\">", known);
        Assert.Contains("<strong>This notebook failed.</strong> Cell 1: ArgumentException: a &lt;b&gt;", NotebookPage.Render(document, Options));
        Assert.DoesNotContain("failed\"", NotebookPage.Render(Of(Code("Boom()", new ErrorOutput("E", "v", [])).Tagged("raises-exception")), Options).Split("</style>")[1]);
    }

    [Fact]
    public void A_run_that_died_outside_its_cells_is_told_too() =>
        Assert.Contains("the process ended with code 134", NotebookPage.Render(Of(Prose("# T"), Code("1")), Options with { Run = new(1, "the process ended with code 134") }));

    [Fact]
    public void Numbers_that_differ_are_listed() =>
        Assert.Contains("<li>a was 1, is 2 &lt;3&gt;</li>", NotebookPage.Render(Of(Prose("# T")), Options with { Ledger = new(1, ["a was 1, is 2 <3>"]) }));

    [Fact]
    public void Rendering_twice_gives_the_same_page_and_leaves_the_notebook()
    {
        var document = Of(Prose("# T\n\n> Q?\n\n## A"), Code("1", Display(("text/html", "<p id=\"a\">x</p>"))));
        var before = document.ToJson();
        Assert.Equal(NotebookPage.Render(document, Options), NotebookPage.Render(document, Options));
        Assert.Equal(before, document.ToJson());
    }

    [Theory]
    [InlineData("../up")]
    [InlineData("a b")]
    [InlineData("")]
    [InlineData(".hidden")]
    [InlineData("a\n")]
    public void A_slug_that_cannot_name_a_file_is_refused(string slug)
    {
        var error = Assert.Throws<ArgumentException>(() => NotebookPage.Render(Of(), new PageOptions(slug)));
        Assert.StartsWith($"A page's name must be 1 to 100 letters, digits, '-', '_' or '.', beginning with a letter or digit. Got '{slug}'. Rename the notebook.", error.Message);
    }

    [Fact]
    public void An_empty_notebook_has_a_page() => Assert.Contains("<h1>Personas</h1>", NotebookPage.Render(NotebookDocument.Create(), Options));
}
