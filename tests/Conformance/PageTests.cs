using MarketingNotebooks.Conformance.Browsing;
using Microsoft.Playwright;

namespace MarketingNotebooks.Conformance;

/// <summary>The page that nbconvert makes of an executed notebook, in a browser. RequireJS is on it.</summary>
public sealed class PageTests(KernelFixture kernel, BrowserFixture browser) : IClassFixture<KernelFixture>, IClassFixture<BrowserFixture>
{
    // Between a table's numbers and the page under them.
    private const string TableContrast = """
        () => {
          const channels = text => text.match(/[\d.]+/g).slice(0, 3).map(Number);
          const light = text => channels(text).map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
          const pair = [light(getComputedStyle(document.querySelector('.mn-frame td')).color), light(getComputedStyle(document.body).backgroundColor)];
          return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
        }
        """;

    [FrontEndFact]
    public async Task Figures_are_drawn_in_the_colours_of_the_page_without_an_error()
    {
        await kernel.RunAsync("notebooks.py", NotebookTests.Repository, "to_html");
        foreach (var (theme, paper) in new[] { ("light", "#ffffff"), ("dark", "#14181f") })
        {
            // The page has the theme it was made with, whatever the reader's system prefers.
            await using var page = await browser.NewPageAsync(theme == "dark" ? ColorScheme.Light : ColorScheme.Dark);
            await page.Page.GotoAsync(new Uri(Path.Combine(kernel.Folder, theme + ".html")).AbsoluteUri);
            Assert.True(await page.Page.EvaluateAsync<bool>("() => typeof define === 'function' && !!define.amd"), "RequireJS is not on the page.");
            var figures = await page.FiguresAsync();
            foreach (var (name, selector) in new[] { ("figure", ".mn-figure"), ("table", ".mn-frame") })
            {
                await page.Page.Locator(selector).First.ScrollIntoViewIfNeededAsync();
                await BrowserFixture.PictureAsync(page.Page, $"nbconvert-{theme}-{name}");
            }
            Assert.NotEmpty(figures);
            Assert.All(figures, figure => Assert.True(figure is { State: "drawn", Marks: > 0, Width: > 500 and < 1280 } && string.Equals(figure.Paper, paper, StringComparison.OrdinalIgnoreCase), figure.ToString()));
            Assert.True(await page.Page.EvaluateAsync<double>(TableContrast) > 7);
            Assert.Equal(["right", "left"], await page.Page.EvaluateAsync<string[]>("() => ['td.n', 'td:not(.n):not(.null)'].map(cell => getComputedStyle(document.querySelector('.mn-frame ' + cell)).textAlign)"));
            Assert.Equal([], page.Problems);
        }
    }
}
