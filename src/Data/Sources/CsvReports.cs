using System.Runtime.CompilerServices;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Sources;

/// <summary>Keeps what reading found beside the frame of rejects, which travels with a frame through its verbs.</summary>
internal static class CsvReports
{
    private static readonly ConditionalWeakTable<DataFrame, CsvReport> Reports = [];

    /// <summary>Attaches a report to a frame of rejects.</summary>
    public static void Attach(DataFrame rejects, CsvReport report) => Reports.Add(rejects, report);

    /// <summary>The report attached, or null.</summary>
    public static CsvReport? Of(DataFrame rejects) => Reports.TryGetValue(rejects, out var report) ? report : null;
}
