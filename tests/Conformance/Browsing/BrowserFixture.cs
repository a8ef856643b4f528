using MarketingNotebooks.Browser;
using Microsoft.Playwright;

namespace MarketingNotebooks.Conformance.Browsing;

/// <summary>One browser for the tests of a class.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    /// <summary>Names a folder that pictures of the pages are put into, for people to look at.</summary>
    private const string PicturesVariable = "CONFORMANCE_PICTURES";

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async Task InitializeAsync()
    {
        if (Chromium.Obstacle is not null) return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Path, Args = Chromium.Arguments, Headless = true });
    }

    /// <summary>An empty page in a fresh profile, cut off from the network but for this machine.</summary>
    internal async Task<WatchedPage> NewPageAsync(ColorScheme scheme = ColorScheme.Light)
    {
        var context = await browser!.NewContextAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = 1280, Height = 900 }, ReducedMotion = ReducedMotion.Reduce });
        await ContentNetwork.StandInAsync(context);
        return new WatchedPage(await context.NewPageAsync());
    }

    /// <summary>Takes a picture when someone asked for pictures.</summary>
    internal static async Task PictureAsync(IPage page, string name, bool fullPage = false)
    {
        if (System.Environment.GetEnvironmentVariable(PicturesVariable) is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = fullPage });
    }

    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
