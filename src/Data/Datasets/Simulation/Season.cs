namespace MarketingNotebooks.Data.Datasets.Simulation;

/// <summary>A time of year when the market buys more: demand rises in a straight line to the peak and falls faster after it.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Peak">The day of most purchases, since <see cref="Period.Start"/>.</param>
/// <param name="Before">Days of rise.</param>
/// <param name="After">Days of fall.</param>
/// <param name="English">Share by which demand of English-speaking customers is higher at the peak.</param>
/// <param name="Chinese">The same for Chinese-speaking customers.</param>
internal sealed record Season(string Name, int Peak, int Before, int After, double English, double Chinese)
{
    /// <summary>The holidays of both years. Peaks lie a few days before the day itself, as presents must arrive.</summary>
    public static readonly Season[] All =
    [
        Of("Lunar New Year", (2024, 2, 4), 18, 5, 0.15, 1.40),
        Of("Mother's Day", (2024, 5, 7), 9, 4, 0.35, 0.30),
        Of("Mid-Autumn", (2024, 9, 12), 14, 5, 0.10, 1.10),
        Of("Singles' Day", (2024, 11, 11), 5, 3, 0.40, 2.20),
        Of("Christmas", (2024, 12, 16), 28, 8, 1.60, 0.35),
        Of("Lunar New Year", (2025, 1, 23), 18, 5, 0.15, 1.40),
        Of("Mother's Day", (2025, 5, 6), 9, 4, 0.35, 0.30),
        Of("Mid-Autumn", (2025, 10, 1), 14, 5, 0.10, 1.10),
        Of("Singles' Day", (2025, 11, 11), 5, 3, 0.40, 2.20),
        Of("Christmas", (2025, 12, 16), 28, 8, 1.60, 0.35),
    ];

    /// <summary>Factor of each weekday, Monday first; they average 1.</summary>
    public static readonly double[] Weekday = [1.06, 1.02, 1.00, 0.98, 0.92, 0.92, 1.10];

    /// <summary>Factor of each month: tea is a winter drink.</summary>
    public static readonly double[] Month = [1.08, 1.05, 1.02, 1.00, 0.95, 0.88, 0.84, 0.86, 0.96, 1.05, 1.12, 1.10];

    /// <summary>Demand of a language's customers on a day relative to a plain day.</summary>
    /// <param name="day">Days since <see cref="Period.Start"/>.</param>
    /// <param name="language">Position in <see cref="Markets.Languages"/>.</param>
    public static double Factor(int day, int language)
    {
        var date = Period.Date(day);
        var lift = 0.0;
        foreach (var season in All) lift += season.Near(day) * (language == 0 ? season.English : season.Chinese);
        return Weekday[((int)date.DayOfWeek + 6) % 7] * Month[date.Month - 1] * (1 + lift);
    }

    private double Near(int day)
    {
        var away = day <= Peak ? (Peak - day) / (double)(Before + 1) : (day - Peak) / (double)(After + 1);
        return Math.Max(0, 1 - away);
    }

    private static Season Of(string name, (int Year, int Month, int Day) peak, int before, int after, double english, double chinese) =>
        new(name, Period.Day(peak.Year, peak.Month, peak.Day), before, after, english, chinese);
}
