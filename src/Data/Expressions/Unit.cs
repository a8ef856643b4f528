namespace MarketingNotebooks.Data.Expressions;

/// <summary>A unit of calendar time. Weeks start on Monday (ISO 8601); everything is UTC.</summary>
public enum Unit
{
    /// <summary>Calendar year.</summary>
    Year,

    /// <summary>Quarter of the calendar year.</summary>
    Quarter,

    /// <summary>Calendar month.</summary>
    Month,

    /// <summary>Week from Monday to Sunday.</summary>
    Week,

    /// <summary>Day.</summary>
    Day,

    /// <summary>Hour.</summary>
    Hour,

    /// <summary>Minute.</summary>
    Minute,

    /// <summary>Second.</summary>
    Second,
}
