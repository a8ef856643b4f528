namespace MarketingNotebooks.Data.Datasets.Simulation;

/// <summary>The clock that customers of a persona and language live by: it runs fast in season and during promotions.</summary>
/// <remarks>Purchases are a plain Poisson process on this clock, so a rate λ keeps its meaning of purchases a week: over the two
/// years the clock and the calendar both advance 731 days. Built with additions, products and divisions only, so it is the same
/// everywhere.</remarks>
internal sealed class ShopClock
{
    private readonly double[] _at = new double[Period.Days + 1];

    private ShopClock(Persona persona, int language)
    {
        var pace = new double[Period.Days];
        var total = 0.0;
        for (var day = 0; day < pace.Length; day++)
        {
            var season = Math.Max(0.05, 1 + persona.Seasonality * (Season.Factor(day, language) - 1));
            pace[day] = season * (Promotion.OnDay[day] == 0 ? 1 : 1 + persona.PromotionLift);
            total += pace[day];
        }
        for (var day = 0; day < pace.Length; day++) _at[day + 1] = _at[day] + pace[day] * pace.Length / total;
    }

    /// <summary>The clock of each persona and language: index persona · languages + language.</summary>
    public static ShopClock[] All() =>
        [.. Personas.All.SelectMany(persona => Markets.Languages.Select((_, language) => new ShopClock(persona, language)))];

    /// <summary>The clock's reading, in days, when day <paramref name="day"/> begins.</summary>
    /// <param name="day">Range: 0 to <see cref="Period.Days"/>.</param>
    public double At(int day) => _at[day];

    /// <summary>The calendar day, with its fraction, of a reading; <see cref="Period.Days"/> or more when it lies after the end.</summary>
    public double Day(double reading)
    {
        if (reading >= _at[^1]) return Period.Days;
        var (low, high) = (0, Period.Days);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (_at[middle] <= reading) low = middle;
            else high = middle;
        }
        return low + (reading - _at[low]) / (_at[low + 1] - _at[low]);
    }
}
