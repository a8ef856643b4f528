namespace MarketingNotebooks.Data.Datasets.Simulation;

/// <summary>A promotion: a share off everything, for some days.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="First">First day, since <see cref="Period.Start"/>.</param>
/// <param name="Last">Last day, inclusive.</param>
/// <param name="Percent">Discount in percent of the list price.</param>
internal sealed record Promotion(string Name, int First, int Last, int Percent)
{
    /// <summary>The calendar of both years; a promotion's id is its position plus 1. Windows do not overlap.</summary>
    public static readonly Promotion[] All =
    [
        Of("Winter clearance 2024", 2024, (1, 2), (1, 8), 25),
        Of("Lunar New Year 2024", 2024, (1, 29), (2, 9), 10),
        Of("Spring harvest 2024", 2024, (4, 8), (4, 21), 15),
        Of("Summer cold brew 2024", 2024, (7, 8), (7, 17), 20),
        Of("Mid-Autumn 2024", 2024, (9, 5), (9, 16), 10),
        Of("Singles' Day 2024", 2024, (11, 8), (11, 11), 25),
        Of("Black Friday 2024", 2024, (11, 28), (12, 2), 20),
        Of("Winter clearance 2025", 2025, (1, 2), (1, 8), 25),
        Of("Lunar New Year 2025", 2025, (1, 17), (1, 28), 10),
        Of("Spring harvest 2025", 2025, (4, 7), (4, 20), 15),
        Of("Summer cold brew 2025", 2025, (7, 7), (7, 16), 20),
        Of("Mid-Autumn 2025", 2025, (9, 24), (10, 5), 10),
        Of("Singles' Day 2025", 2025, (11, 7), (11, 11), 25),
        Of("Black Friday 2025", 2025, (11, 27), (12, 1), 20),
    ];

    /// <summary>The id of the promotion running on each day, 0 for none.</summary>
    public static readonly int[] OnDay = Calendar();

    private static Promotion Of(string name, int year, (int Month, int Day) first, (int Month, int Day) last, int percent) =>
        new(name, Period.Day(year, first.Month, first.Day), Period.Day(year, last.Month, last.Day), percent);

    private static int[] Calendar()
    {
        var ids = new int[Period.Days];
        for (var i = 0; i < All.Length; i++) ids.AsSpan(All[i].First..(All[i].Last + 1)).Fill(i + 1);
        return ids;
    }
}
