using System.Text.Json;
using Microsoft.Playwright;

namespace MarketingNotebooks.Conformance.Browsing;

/// <summary>A page with everything it complained of since it was opened.</summary>
internal sealed class WatchedPage : IAsyncDisposable
{
    private static readonly string Inspector = ReadInspector();
    private readonly List<string> problems = [];

    public WatchedPage(IPage page)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type == "error") problems.Add($"console: {message.Text} ({message.Location})");
        };
        page.PageError += (_, error) => problems.Add("exception: " + error);
    }

    public IPage Page { get; }

    /// <summary>Errors of the console and exceptions.</summary>
    public IReadOnlyList<string> Problems => [.. problems];

    /// <summary>Waits until all figures of MarketingNotebooks are drawn or were given up, and says how each came out.</summary>
    public async Task<FigureState[]> FiguresAsync()
    {
        await Page.EvaluateAsync(Inspector);
        await Page.WaitForFunctionAsync("() => inspector.settled()", null, new() { Timeout = 120_000 });
        return JsonSerializer.Deserialize<FigureState[]>(await Page.EvaluateAsync<string>("() => JSON.stringify(inspector.figures())"), JsonSerializerOptions.Web)!;
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();

    private static string ReadInspector()
    {
        using var stream = typeof(WatchedPage).Assembly.GetManifestResourceStream("inspector.js")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

/// <summary>One figure of a page as the reader sees it.</summary>
/// <param name="Title">Its description.</param>
/// <param name="State"><c>drawn</c> when plotly.js drew it.</param>
/// <param name="Marks">Marks with an extent in its SVG layers.</param>
/// <param name="Paper">Colour of its ground.</param>
/// <param name="Width">Width in pixels.</param>
internal sealed record FigureState(string Title, string State, int Marks, string Paper, double Width);
