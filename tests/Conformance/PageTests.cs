using MarketingNotebooks.Conformance.Browsing;
using Microsoft.Playwright;

namespace MarketingNotebooks.Conformance;

/// <summary>The page that nbconvert makes of an executed notebook, in a browser. RequireJS is on it.</summary>
public sealed class PageTests(KernelFixture kernel, BrowserFixture browser) : IClassFixture<KernelFixture>, IClassFixture<BrowserFixture>
{
    [FrontEndFact]
    public async Task Figures_are_drawn_in_both_schemes_without_an_error()
    {
        await kernel.RunAsync("notebooks.py", NotebookTests.Repository, "to_html");
        foreach (var (scheme, paper) in new[] { (ColorScheme.Light, "#ffffff"), (ColorScheme.Dark, "#14181f") })
        {
            await using var page = await browser.NewPageAsync(scheme);
            await page.Page.GotoAsync(new Uri(Path.Combine(kernel.Folder, "page.html")).AbsoluteUri);
            Assert.True(await page.Page.EvaluateAsync<bool>("() => typeof define === 'function' && !!define.amd"), "RequireJS is not on the page.");
            var figures = await page.FiguresAsync();
            await BrowserFixture.PictureAsync(page.Page, $"nbconvert-{scheme}", fullPage: true);
            Assert.NotEmpty(figures);
            Assert.All(figures, figure => Assert.True(figure is { State: "drawn", Marks: > 0, Width: > 500 and < 1280 }, figure.ToString()));
            Assert.Equal([], page.Problems);
        }
    }
}
