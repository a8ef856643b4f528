using System.Text.Json;
using Microsoft.Playwright;

namespace MarketingNotebooks.Browser;

/// <summary>A page in the browser, with everything it complained of or asked for since it was opened.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private static readonly string Inspector = ReadInspector();
    private readonly List<string> _problems = [];

    private OpenPage(IPage page) => Page = page;

    public IPage Page { get; }

    /// <summary>Errors and warnings of the console, exceptions, failed requests, and requests for anything but the page itself.</summary>
    public IReadOnlyList<string> Problems => [.. _problems];

    public static async Task<OpenPage> OpenAsync(IBrowserContext context, string file)
    {
        var page = await context.NewPageAsync();
        var open = new OpenPage(page);
        var address = new Uri(file).AbsoluteUri;
        // plotly.js reads one canvas often to measure, and a software renderer stalls when its pixels are read; advice on speed is no fault of the page.
        page.Console += (_, message) => open.Note(message.Type is "error" or "warning" && !message.Text.Contains("willReadFrequently", StringComparison.Ordinal)
            && !message.Text.Contains("GL Driver Message (OpenGL, Performance", StringComparison.Ordinal),
            $"console {message.Type}: {message.Text} ({message.Location})");
        page.PageError += (_, error) => open.Note(true, "exception: " + error);
        page.RequestFailed += (_, request) => open.Note(true, $"failed request: {request.Url} ({request.Failure})");
        page.Request += (_, request) => open.Note(!IsLocal(request.Url, address), "request: " + request.Url);
        await page.GotoAsync(address);
        await page.EvaluateAsync(Inspector);
        await page.WaitForFunctionAsync("() => inspector.settled()", null, new() { Timeout = 60_000 });
        return open;
    }

    /// <summary>What <c>inspector.name()</c> found.</summary>
    public async Task<T> FindAsync<T>(string name)
    {
        var json = await Page.EvaluateAsync<string>($"() => JSON.stringify(inspector.{name}())");
        return JsonSerializer.Deserialize<T>(json, JsonSerializerOptions.Web)!;
    }

    public async Task ResizeAsync(int width)
    {
        await Page.SetViewportSizeAsync(width, 800);
        await Page.EvaluateAsync("() => inspector.frames(20)");
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();

    private static bool IsLocal(string url, string page) =>
        url.StartsWith("data:", StringComparison.Ordinal) || url.StartsWith("blob:", StringComparison.Ordinal) || url.Split('#')[0] == page;

    private void Note(bool isProblem, string text)
    {
        if (isProblem) _problems.Add(text.Length <= 400 ? text : text[..400]);
    }

    private static string ReadInspector()
    {
        using var stream = typeof(OpenPage).Assembly.GetManifestResourceStream("inspector.js")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

/// <summary>One figure of a page as the reader sees it.</summary>
/// <param name="Title">Its description.</param>
/// <param name="State"><c>drawn</c> when plotly.js drew it.</param>
/// <param name="Marks">Marks with an extent in its SVG layers.</param>
/// <param name="Canvases">WebGL canvases.</param>
/// <param name="Pixels">Pixels with a colour in those canvases.</param>
/// <param name="Paper">Colour of its ground.</param>
/// <param name="Width">Width in pixels.</param>
internal sealed record FigureState(string Title, string State, int Marks, int Canvases, int Pixels, string Paper, double Width);

/// <summary>A text whose colour is too near its ground.</summary>
internal sealed record FaintText(string Text, double Contrast, string Color, string Ground);
