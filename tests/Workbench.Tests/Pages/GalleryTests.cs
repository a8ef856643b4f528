using System.Text.Json.Nodes;
using MarketingNotebooks.Kernel.Documents;
using MarketingNotebooks.Workbench.Pages;
using MarketingNotebooks.Workbench.Pages.Galleries;
using static MarketingNotebooks.Workbench.Tests.Pages.Notebooks;

namespace MarketingNotebooks.Workbench.Tests.Pages;

public sealed class GalleryTests : IDisposable
{
    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("gallery-").FullName, "out");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    private static GalleryEntry Entry(string slug, params Cell[] cells) => new(slug, Of(cells));

    [Fact]
    public void It_writes_an_index_and_a_page_and_the_notebook_of_each()
    {
        var files = Gallery.Write(_folder, [Entry("01-a", Prose("# A")), Entry("02-b", Prose("# B"), Code("1")), Entry("03-c", Prose("# C"))]);
        Assert.Equal(["01-a.html", "01-a.ipynb", "02-b.html", "02-b.ipynb", "03-c.html", "03-c.ipynb", "index.html"], Directory.GetFiles(_folder).Select(Path.GetFileName).Order());
        Assert.Equal(Path.Combine(_folder, "02-b.html"), files.Pages[1]);
        Assert.Equal("1", NotebookDocument.Load(files.Notebooks[1]).Cells[1].Source);
        var second = File.ReadAllText(files.Pages[1]);
        Assert.Contains("<a class=\"prev\" rel=\"prev\" href=\"01-a.html\"><small>Previous</small><span>A</span></a>", second);
        Assert.Contains("<a class=\"next\" rel=\"next\" href=\"03-c.html\"><small>Next</small><span>C</span></a>", second);
        Assert.DoesNotContain("rel=\"prev\"", File.ReadAllText(files.Pages[0]));
        Assert.DoesNotContain("rel=\"next\"", File.ReadAllText(files.Pages[2]));
    }

    [Fact]
    public void Writing_again_replaces_and_leaves_other_files()
    {
        Gallery.Write(_folder, [Entry("01-a", Prose("# Old"))]);
        File.WriteAllText(Path.Combine(_folder, "mine.txt"), "kept");
        Gallery.Write(_folder, [Entry("01-a", Prose("# New"))]);
        Assert.Contains("<h1>New</h1>", File.ReadAllText(Path.Combine(_folder, "01-a.html")));
        Assert.Equal(["01-a.html", "01-a.ipynb", "index.html", "mine.txt"], Directory.GetFiles(_folder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_name_given_twice_is_refused_before_anything_is_written()
    {
        var error = Assert.Throws<ArgumentException>(() => Gallery.Write(_folder, [Entry("01-a"), Entry("01-A")]));
        Assert.StartsWith("Notebooks of one gallery need different names (case apart). Got '01-A' twice. Rename one of them.", error.Message);
        Assert.StartsWith("A notebook's page cannot be named 'index', which is the gallery's. Rename the notebook.", Assert.Throws<ArgumentException>(() => Gallery.Write(_folder, [Entry("Index")])).Message);
        Assert.False(Directory.Exists(_folder));
    }

    [Fact]
    public void Cards_say_number_title_question_methods_and_facts()
    {
        var entry = Entry("07-x", Prose("# A `<b>` & more\n\n> Why?"), Code("1", Metric("a", 1), Metric("b", 2))) with { Run = new PageRun(3.24), Ledger = new LedgerFindings(2, []) };
        entry.Document.Metadata["marketing_notebooks"] = new JsonObject { ["methods"] = new JsonArray("k-means", "<x>"), ["minutes"] = 12 };
        var index = Gallery.Render([entry]);
        Assert.Contains("<p class=\"number\">07</p><h2><a href=\"07-x.html\">A &lt;b&gt; &amp; more</a></h2>", index);
        Assert.Contains("<p class=\"question\">Why?</p>", index);
        Assert.Contains("<li>k-means</li><li>&lt;x&gt;</li>", index);
        Assert.Contains("<p class=\"facts\">ran in 3.2 s · 12 min to read · 2 numbers recorded, all agree with the ledger</p>", index);
        Assert.Contains("1 notebook · 2 numbers recorded · ran in 3.2 s", index);
        Assert.DoesNotContain("class=\"wrong\"", index);
    }

    [Fact]
    public void A_failed_notebook_shows_cell_and_line()
    {
        var index = Gallery.Render([
            Entry("01-a", Prose("# A")) with { Run = new PageRun(1, "Cell 7 (id q), line 3: ArgumentException: <no>") },
            Entry("02-b", Prose("# B")) with { Ledger = new LedgerFindings(5, ["x was 1, is 2.", "y is missing."]) },
        ]);
        Assert.Contains("<li class=\"card failed\"><div class=\"cover\"><span class=\"blank\" aria-hidden=\"true\">01</span>", index);
        Assert.Contains("<strong>Failed.</strong> Cell 7 (id q), line 3: ArgumentException: &lt;no&gt;</p>", index);
        Assert.Contains("<strong>Differs from the ledger:</strong> x was 1, is 2. and 1 more</p>", index);
        Assert.Contains("2 notebooks · 1 failed · 2 differ from the ledger", index);
    }

    [Fact]
    public void Thumbnails_have_ids_of_their_own_and_nothing_that_runs_or_leads_out()
    {
        const string Inside = "<defs><clipPath id=\"c\"><rect width=\"5\" height=\"5\"/></clipPath></defs><g clip-path=\"url(#c)\" onclick=\"x()\"><use href=\"#c\"/><use href=\"https://example.org/#c\"/>"
            + "<path d=\"M0 0\" style=\"fill:url(https://example.org/a)\" fill=\"#1F2933\"/><script>x()</script><foreignObject><p>x</p></foreignObject><image href=\"https://example.org/a.png\"/><style>*{}</style><a href=\"javascript:x()\"><text>t</text></a></g>";
        var index = Gallery.Render([Entry("01-a", Code("1", Display(("image/svg+xml", Svg(Inside))))), Entry("02-b", Code("1", Display(("image/svg+xml", Svg(Inside)))))]);
        foreach (var forbidden in (string[])["onclick", "example.org", "<foreignObject", "<image", "javascript:", "x()"]) Assert.DoesNotContain(forbidden, index);
        Assert.Contains("<clipPath id=\"t1-c\">", index);
        Assert.Contains("clip-path=\"url(#t1-c)\"", index);
        Assert.Contains("<use href=\"#t2-c\" />", index);
        Assert.Contains("viewBox=\"0 0 200 100\"", index);
        Assert.Contains("fill=\"#1F2933\"", index);
    }

    [Fact]
    public void Numbers_in_thumbnails_have_the_dark_scale_on_a_dark_page()
    {
        // The ends of the light scale, the middle of its first step of five, a colour of the diverging scale, and one of no scale.
        const string Inside = "<path stroke=\"#440154\"/><path stroke=\"#1F9E89\"/><path fill=\"#23908C\"/><path fill=\"#364B9A\"/><path fill=\"#FF00FF\"/>";
        var index = Gallery.Render([Entry("01-a", Code("1", Display(("image/svg+xml", Svg(Inside)))))]);
        Assert.Contains(".cover [stroke=\"#440154\" i]{stroke:light-dark(#440154,#FDE725)}", index);
        Assert.Contains(".cover [stroke=\"#1F9E89\" i]{stroke:light-dark(#1F9E89,#2A788E)}", index);
        Assert.Contains(".cover [fill=\"#23908C\" i]{fill:light-dark(#23908C,#25878D)}", index);
        Assert.Contains(".cover [fill=\"#364B9A\" i]{fill:light-dark(#364B9A,#4A7BB7)}", index);
        Assert.DoesNotContain("light-dark(#FF00FF", index);
    }

    [Theory]
    [InlineData("<svg")]
    [InlineData("<html/>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")]
    [InlineData("<!DOCTYPE svg [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><svg width=\"1\" height=\"1\">&a;</svg>")]
    public void A_picture_that_is_no_drawing_is_left_out(string svg) =>
        Assert.Contains("<span class=\"blank\" aria-hidden=\"true\">01</span>", Gallery.Render([Entry("01-a", Code("1", Display(("image/svg+xml", svg))))]));

    [Fact]
    public void An_empty_gallery_has_an_index() => Assert.Contains("0 notebooks", Gallery.Render([]));
}
