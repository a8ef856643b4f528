using MarketingNotebooks.Assets;
using MarketingNotebooks.Workbench.Pages;
using MarketingNotebooks.Workbench.Pages.Galleries;
using static MarketingNotebooks.Workbench.Tests.Pages.Notebooks;

namespace MarketingNotebooks.Workbench.Tests.Pages;

public class OfflineTests
{
    private static readonly string Drawing = MarketingNotebooks.Charts.Figure.Of(new { type = "bar", y = new[] { 1, 2 } }).ToHtml();

    [Fact]
    public void A_page_asks_for_nothing()
    {
        var page = Page(Prose("# T\n\n![far](https://example.org/a.png) ![near](near.png) ![inside](data:image/png;base64,AA==)\n\n$x$"), Code("1", Figure(Drawing)));
        if (AssetFiles.PlotlyPath is null) Assert.Equal([AssetFiles.PlotlyCdn], Requests(page));
        else Assert.Empty(Requests(page));
        Assert.Contains("<a href=\"https://example.org/a.png\">far</a>", page);
        Assert.Contains("<a href=\"near.png\">near</a>", page);
        Assert.Contains("<img src=\"data:image/png;base64,AA==\" alt=\"inside\"", page);
        Assert.Empty(Requests(Gallery.Render([new GalleryEntry("01-a", Of(Code("1", Figure(Drawing))))])));
    }

    [Fact]
    public void A_question_s_pictures_and_formulas_are_served_as_well()
    {
        var page = Page(Prose("# T\n\n> Is $x > 0$? ![far](https://example.org/a.png)"));
        Assert.Empty(Requests(page));
        Assert.Contains("<a href=\"https://example.org/a.png\">far</a>", page);
        Assert.Equal(AssetFiles.TemmlPath is not null, page.Contains("Temml 0", StringComparison.Ordinal));
    }

    [Fact]
    public void The_policy_allows_what_the_page_holds_and_no_more()
    {
        var plain = Page(Prose("# T"));
        Assert.Contains("content=\"default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:;", plain);
        Assert.DoesNotContain("unsafe-eval", plain);
        Assert.DoesNotContain("connect-src", plain);
        Assert.Contains("'unsafe-eval'", Page(Code("1", Figure(Drawing))));
    }

    [Fact]
    public void Libraries_are_in_a_page_once_and_only_when_it_needs_them()
    {
        if (AssetFiles.PlotlyPath is null || AssetFiles.TemmlPath is null) return;
        var (plain, figures, math) = (Page(Prose("# T")), Page(Code("1", Figure(Drawing)), Code("2", Figure(Drawing))), Page(Prose("$x$")));
        Assert.InRange(plain.Length, 5_000, 40_000);
        Assert.InRange(figures.Length, (int)new FileInfo(AssetFiles.PlotlyPath).Length, (int)(1.1 * new FileInfo(AssetFiles.PlotlyPath).Length));
        Assert.InRange(math.Length - plain.Length, 150_000, 200_000);
        Assert.Contains("Temml", math);
        Assert.DoesNotContain("Temml 0", figures);
    }

    [Fact]
    public void Pictures_of_the_notebook_s_folder_are_put_in_and_none_from_elsewhere()
    {
        var root = Directory.CreateTempSubdirectory("pages-");
        try
        {
            var folder = root.CreateSubdirectory("collection").CreateSubdirectory("notebooks").FullName;
            File.WriteAllBytes(Path.Combine(folder, "own.png"), [1, 2, 3]);
            File.WriteAllBytes(Path.Combine(root.FullName, "other.png"), [4]);
            File.WriteAllText(Path.Combine(folder, "secret.txt"), "no picture");
            var page = NotebookPage.Render(Of(Start(), Prose("![own](own.png) ![other](../../other.png) ![text](secret.txt)")), Options with { Folder = folder });
            Assert.Contains("<img src=\"data:image/png;base64,AQID\" alt=\"own\"", page);
            Assert.Contains("<a href=\"../../other.png\">other</a>", page);
            Assert.Contains("<a href=\"secret.txt\">text</a>", page);
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    [Fact]
    public void Attachments_are_put_in()
    {
        var cell = Prose("![pasted](attachment:a%20b.png)");
        cell.Attachments = new() { ["a b.png"] = new System.Text.Json.Nodes.JsonObject { ["image/png"] = "AQID\n" } };
        Assert.Contains("<img src=\"data:image/png;base64,AQID\" alt=\"pasted\"", Page(cell));
    }

    [Fact]
    public void Links_to_notebooks_of_the_gallery_lead_to_their_pages()
    {
        var page = NotebookPage.Render(Of(Start(), Prose("[a](02-b.ipynb#data) [b](./02-b.ipynb) [c](99-x.ipynb)")), Options with { Siblings = ["02-b"] });
        Assert.Contains("href=\"02-b.html#data\">a", page);
        Assert.Contains("href=\"02-b.html\">b", page);
        Assert.Contains("href=\"99-x.ipynb\">c", page);
    }
}
