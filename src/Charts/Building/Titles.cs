namespace MarketingNotebooks.Charts.Building;

/// <summary>What the words of a chart say: title, alt text, axis labels with units, and whether axes are logarithmic.</summary>
internal sealed record Titles(string? Title, string? Alt = null, string? XLabel = null, string? YLabel = null,
    string? XUnit = null, string? YUnit = null, bool LogX = false, bool LogY = false)
{
    public string X(Channel? channel, string fallback = "") => Label(XLabel ?? Words(channel?.Name ?? fallback), XUnit ?? channel?.Unit);

    public string Y(Channel? channel, string fallback = "") => Label(YLabel ?? Words(channel?.Name ?? fallback), YUnit ?? channel?.Unit);

    /// <summary>A label with its unit in brackets.</summary>
    public static string Label(string name, string? unit) => string.IsNullOrEmpty(unit) ? name : $"{name} ({unit})";

    /// <summary>A column's name for people: underscores become spaces.</summary>
    public static string Words(string name) => name.Replace('_', ' ');
}
