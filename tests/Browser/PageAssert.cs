using Microsoft.Playwright;

namespace MarketingNotebooks.Browser;

/// <summary>What must hold of every page, whoever wrote the notebook.</summary>
internal static class PageAssert
{
    private static readonly int[] Widths = [1280, 360];

    /// <summary>Opens the page under both colour schemes and looks at it wide and narrow.</summary>
    public static async Task IsSoundAsync(BrowserFixture browser, string file)
    {
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await using var page = await browser.OpenAsync(file, scheme);
            foreach (var figure in await page.FindAsync<FigureState[]>("figures"))
            {
                var what = $"{Path.GetFileName(file)}, {scheme}: {figure}";
                Assert.True(figure.State == "drawn", what);
                Assert.True(figure.Marks > 0 || figure.Pixels > 0, what);
                Assert.True(figure.Canvases == 0 || figure.Pixels > 0, what);
            }
            foreach (var width in Widths)
            {
                await page.ResizeAsync(width);
                var wide = await page.FindAsync<string[]>("overflow");
                Assert.True(wide.Length == 0, $"{Path.GetFileName(file)} at {width} px: {string.Join("; ", wide)}");
            }
            var faint = await page.FindAsync<FaintText[]>("faint");
            Assert.True(faint.Length == 0, $"{Path.GetFileName(file)}, {scheme}: {string.Join("\n", faint.Select(text => text.ToString()))}");
            Assert.Empty(await page.FindAsync<string[]>("doubleIds"));
            Assert.Empty(await page.FindAsync<string[]>("deadEnds"));
            Assert.True(page.Problems.Count == 0, $"{Path.GetFileName(file)}, {scheme}: {string.Join("\n", page.Problems)}");
        }
    }
}
