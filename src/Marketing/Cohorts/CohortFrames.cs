using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Marketing.Cohorts;

/// <summary>The cohort methods as verbs of a frame.</summary>
public static class CohortFrames
{
    /// <inheritdoc cref="CohortRetention.Of"/>
    public static CohortRetention Cohorts(this DataFrame orders, string? customer = null, string? date = null,
        CohortPeriod period = CohortPeriod.Month, DateTime? until = null) => CohortRetention.Of(orders, customer, date, period, until);
}
