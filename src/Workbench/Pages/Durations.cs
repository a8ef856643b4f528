using System.Globalization;

namespace MarketingNotebooks.Workbench.Pages;

/// <summary>Run times as readers say them.</summary>
internal static class Durations
{
    /// <summary><c>0.4 s</c>, <c>12.3 s</c>, <c>2 min 05 s</c>.</summary>
    public static string Text(TimeSpan time) => time.TotalSeconds < 59.95
        ? time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s"
        : string.Create(CultureInfo.InvariantCulture, $"{(int)Math.Round(time.TotalSeconds) / 60} min {(int)Math.Round(time.TotalSeconds) % 60:00} s");
}
