using System.Globalization;

namespace MarketingNotebooks.Workbench.Pages;

/// <summary>Run times as readers say them.</summary>
internal static class Durations
{
    /// <summary><c>0.4 s</c>, <c>12.3 s</c>, <c>2 min 05 s</c>.</summary>
    public static string Text(double seconds)
    {
        if (seconds < 59.95) return seconds.ToString("0.0", CultureInfo.InvariantCulture) + " s";
        var whole = (long)Math.Round(seconds);
        return string.Create(CultureInfo.InvariantCulture, $"{whole / 60} min {whole % 60:00} s");
    }
}
