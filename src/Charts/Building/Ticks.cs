namespace MarketingNotebooks.Charts.Building;

/// <summary>Round numbers for axes.</summary>
internal static class Ticks
{
    /// <summary>The number nearest to <paramref name="value"/> (as a ratio) among 1, 2, 5 times powers of ten.</summary>
    public static double Round(double value)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        var lead = value / power;
        var round = lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10;
        return round * power;
    }
}
