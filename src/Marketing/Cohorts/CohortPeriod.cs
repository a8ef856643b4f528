namespace MarketingNotebooks.Marketing.Cohorts;

/// <summary>Length of the periods that cohorts are formed and followed by.</summary>
public enum CohortPeriod
{
    /// <summary>Weeks from Monday (ISO 8601).</summary>
    Week,

    /// <summary>Calendar months.</summary>
    Month,

    /// <summary>Calendar quarters.</summary>
    Quarter,
}

/// <summary>Numbers calendar periods, so that their differences count periods.</summary>
internal static class CohortPeriods
{
    private static readonly DateTime _monday = new(1, 1, 1, 0, 0, 0, DateTimeKind.Utc); // day one of the calendar is a Monday

    public static int Number(this CohortPeriod period, DateTime date) => period switch
    {
        CohortPeriod.Week => (date - _monday).Days / 7,
        CohortPeriod.Month => date.Year * 12 + date.Month - 1,
        CohortPeriod.Quarter => date.Year * 4 + (date.Month - 1) / 3,
        _ => throw new ArgumentOutOfRangeException(nameof(period), period, "Not a cohort period."),
    };

    public static DateTime Start(this CohortPeriod period, int number) => period switch
    {
        CohortPeriod.Week => _monday.AddDays(7.0 * number),
        CohortPeriod.Month => new DateTime(number / 12, number % 12 + 1, 1, 0, 0, 0, DateTimeKind.Utc),
        CohortPeriod.Quarter => new DateTime(number / 4, number % 4 * 3 + 1, 1, 0, 0, 0, DateTimeKind.Utc),
        _ => throw new ArgumentOutOfRangeException(nameof(period), period, "Not a cohort period."),
    };
}
