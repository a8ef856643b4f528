namespace MarketingNotebooks.Marketing.Journeys;

/// <summary>Settings of <see cref="Paths"/>. Vary one with <c>options with { Lookback = null }</c>.</summary>
public sealed record PathOptions
{
    /// <summary>How long before its end a path may begin: earlier touches do not count. Null for any. Range: above 0. Default: 30 days.</summary>
    public TimeSpan? Lookback { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Touches spelled out in a path, the last ones; a longer path begins with …. Range: 1 to 100. Default: 20.</summary>
    public int MostTouches { get; init; } = 20;

    /// <summary>What stands between two channels. Not empty. Default: " &gt; ".</summary>
    public string Separator { get; init; } = " > ";

    internal const int MostMostTouches = 100;

    internal PathOptions Checked()
    {
        var errors = new List<string>();
        if (Lookback <= TimeSpan.Zero) errors.Add($"PathOptions.Lookback must be above 0 or null. Got {Lookback}.");
        if (MostTouches is < 1 or > MostMostTouches) errors.Add($"PathOptions.MostTouches must be in [1, {MostMostTouches}]. Got {MostTouches:N0}.");
        if (string.IsNullOrEmpty(Separator)) errors.Add("PathOptions.Separator must not be empty. Got an empty text.");
        return errors.Count == 0 ? this : throw new ArgumentException(string.Join(" ", errors));
    }
}
