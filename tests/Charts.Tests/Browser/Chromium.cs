using System.Diagnostics;
using MarketingNotebooks.Assets;

namespace MarketingNotebooks.Charts.Tests.Browser;

/// <summary>Loads a page in headless Chromium and gives the document that its scripts leave.</summary>
internal static class Chromium
{
    private static readonly string[] Candidates = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    public static string? Path { get; } = Candidates.FirstOrDefault(File.Exists);

    /// <summary>Why browser tests cannot run here; null when they can.</summary>
    public static string? Obstacle =>
        Path is null ? "Chromium is not installed." : AssetFiles.PlotlyPath is null ? "plotly.js was not restored by npm." : null;

    /// <summary>The document after its scripts ran, as HTML.</summary>
    public static string DumpDom(string html, params string[] flags) => WithPage(html, page => Run([.. flags, "--dump-dom", page]));

    /// <summary>Writes a picture of the page.</summary>
    public static void Screenshot(string html, string file, int width = 800, int height = 480, params string[] flags) =>
        WithPage(html, page => Run([.. flags, $"--screenshot={file}", $"--window-size={width},{height}", "--hide-scrollbars", page]));

    private static string WithPage(string html, Func<string, string> use)
    {
        var folder = Directory.CreateTempSubdirectory("charts-page-").FullName;
        try
        {
            var file = System.IO.Path.Combine(folder, "page.html");
            File.WriteAllText(file, html);
            return use(new Uri(file).AbsoluteUri);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Run(string[] arguments)
    {
        var profile = Directory.CreateTempSubdirectory("charts-profile-").FullName;
        try
        {
            var start = new ProcessStartInfo(Path!) { RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (var flag in (string[])["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--enable-unsafe-swiftshader",
                "--force-color-profile=srgb", "--virtual-time-budget=15000", $"--user-data-dir={profile}"]) start.ArgumentList.Add(flag);
            foreach (var argument in arguments) start.ArgumentList.Add(argument);
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output : throw new InvalidOperationException($"Chromium ended with {process.ExitCode}: {errors.Result}");
        }
        finally
        {
            try
            {
                Directory.Delete(profile, recursive: true);
            }
            catch (IOException)
            {
                // A helper process of the browser may still hold a file; the folder is temporary.
            }
        }
    }
}

/// <summary>A test that needs a browser and plotly.js; skipped with the reason where one is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute() => Skip = Chromium.Obstacle;
}
