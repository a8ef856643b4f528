using Microsoft.Playwright;

namespace MarketingNotebooks.Browser;

/// <summary>One browser for all tests, with the pages they open.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Pages of notebooks made for these tests.</summary>
    public IReadOnlyList<string> SamplePages { get; private set; } = [];

    /// <summary>Folder of the sample pages.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("browser-tests-").FullName;

    public async Task InitializeAsync()
    {
        if (Chromium.Obstacle is not null) return;
        SamplePages = SampleGallery.Write(Path.Combine(Folder, "samples"));
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Path, Args = Chromium.Arguments, Headless = true });
    }

    /// <summary>Opens a page in a fresh profile and waits until its figures are drawn.</summary>
    /// <param name="file">Path of the page.</param>
    /// <param name="scheme">The reader's colour scheme.</param>
    /// <param name="width">Width of the window in pixels.</param>
    internal async Task<OpenPage> OpenAsync(string file, ColorScheme scheme = ColorScheme.Light, int width = 1280)
    {
        var context = await _browser!.NewContextAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 800 }, ReducedMotion = ReducedMotion.Reduce });
        return await OpenPage.OpenAsync(context, file);
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}

[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<BrowserFixture>
{
    public const string Name = "browser";
}
