namespace MarketingNotebooks.Browser;

/// <summary>The browser that the tests drive: the machine's own, never downloaded.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>Full path; null when none is installed.</summary>
    public static string? Path { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
        .SelectMany(folder => Names.Select(name => System.IO.Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    /// <summary>Why the tests cannot run; null when they can.</summary>
    public static string? Obstacle { get; } = Path is null ? $"No browser: none of {string.Join(", ", Names)} is in PATH."
        : Assets.AssetFiles.PlotlyPath is null || Assets.AssetFiles.TemmlPath is null ? "npm did not restore plotly.js and Temml." : null;

    /// <summary>Arguments for a quiet browser in a container; SwiftShader draws WebGL without a graphics card.</summary>
    public static IReadOnlyList<string> Arguments { get; } =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--enable-unsafe-swiftshader", "--force-color-profile=srgb",
    ];
}

/// <summary>A test that needs a browser; skipped with the reason where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute() => Skip = Chromium.Obstacle;
}
