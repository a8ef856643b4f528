namespace MarketingNotebooks.Assets;

/// <summary>What the build restores with npm, browser assets and DuckDB's native library, found beside the assemblies.</summary>
public static class AssetFiles
{
    /// <summary>Version of plotly.js that pages are written for.</summary>
    public const string PlotlyVersion = "4.1.2";

    /// <summary>Where pages load plotly.js from when it is not restored: Plotly's own CDN.</summary>
    public const string PlotlyCdn = "https://cdn.plot.ly/plotly-4.1.2.min.js";

    /// <summary>Subresource-integrity hash of plotly.min.js, computed from the file that npm restores.</summary>
    public const string PlotlyIntegrity = "sha384-hHv6D3tTUUBpp4tVv6t2Dc3oGuRhphmWOTKUR8jWyN0Pnon1g3iebKCNDNmKmxo8";

    /// <summary>Version of Temml, which turns TeX into MathML in the reader's browser.</summary>
    public const string TemmlVersion = "0.13.5";

    /// <summary>Full path of plotly.min.js, or null when npm did not restore it.</summary>
    public static string? PlotlyPath { get; } = Find("plotly.min.js");

    /// <summary>Full path of temml.min.js (about 170 KB, MIT licence), or null when npm did not restore it.</summary>
    public static string? TemmlPath { get; } = Find("temml.min.js");

    /// <summary>Version of DuckDB, the embedded SQL engine.</summary>
    public const string DuckDbVersion = "1.5.6";

    /// <summary>Full path of DuckDB's native library for this platform (about 70 MB, MIT licence), or null when npm did not restore it.</summary>
    public static string? DuckDbPath { get; } =
        Find(OperatingSystem.IsWindows() ? "duckdb.dll" : OperatingSystem.IsMacOS() ? "libduckdb.dylib" : "libduckdb.so");

    private static string? Find(string name)
    {
        var folder = Path.GetDirectoryName(typeof(AssetFiles).Assembly.Location);
        if (string.IsNullOrEmpty(folder)) folder = AppContext.BaseDirectory;
        var path = Path.Combine(folder, "assets", name);
        return File.Exists(path) ? path : null;
    }
}
