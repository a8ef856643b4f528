namespace MarketingNotebooks.Data.Datasets.Simulation.Weekly;

/// <summary>The whole weeks of the two years, Monday to Sunday; 2024-01-01 is a Monday.</summary>
internal static class Weeks
{
    /// <summary>Number of weeks, 104; the last three days of 2025 are in none.</summary>
    public const int Count = Period.Days / 7;

    /// <summary>First week that begins in 2025.</summary>
    public const int FirstOf2025 = 53;

    /// <summary>Monday of a week, in days since <see cref="Period.Start"/>.</summary>
    public static int Monday(int week) => 7 * week;

    /// <summary>Mean lift of demand by holidays over a week, 0 for none.</summary>
    public static double Holiday(int week)
    {
        var sum = 0.0;
        for (var day = Monday(week); day < Monday(week + 1); day++)
            sum += Season.Factor(day, language: 0) / (Season.Weekday[day % 7] * Season.Month[Period.Date(day).Month - 1]) - 1;
        return Math.Round(sum / 7, 4);
    }

    /// <summary>Share of the days of a week on which a promotion ran.</summary>
    public static double Promoted(int week)
    {
        var days = 0;
        for (var day = Monday(week); day < Monday(week + 1); day++)
            if (Promotion.OnDay[day] > 0) days++;
        return Math.Round(days / 7.0, 4);
    }

    /// <summary>Mean of a value a month over the days of a week.</summary>
    public static double OfMonths(int week, double[] months)
    {
        var sum = 0.0;
        for (var day = Monday(week); day < Monday(week + 1); day++) sum += months[Period.Date(day).Month - 1];
        return sum / 7;
    }
}
