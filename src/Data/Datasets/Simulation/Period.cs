namespace MarketingNotebooks.Data.Datasets.Simulation;

/// <summary>The two years the company is simulated for, and its calendar arithmetic.</summary>
internal static class Period
{
    /// <summary>First day.</summary>
    public static readonly DateOnly Start = new(2024, 1, 1);

    /// <summary>Last day.</summary>
    public static readonly DateOnly End = new(2025, 12, 31);

    /// <summary>Number of days, 731: 2024 is a leap year.</summary>
    public const int Days = 731;

    /// <summary>Minutes in a day.</summary>
    public const int Minutes = 1_440;

    /// <summary>The calendar day.</summary>
    /// <param name="day">Days since <see cref="Start"/>.</param>
    public static DateOnly Date(int day) => Start.AddDays(day);

    /// <summary>Days since <see cref="Start"/>.</summary>
    public static int Day(int year, int month, int day) => new DateOnly(year, month, day).DayNumber - Start.DayNumber;
}
