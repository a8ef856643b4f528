using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Data.Datasets.Simulation;

/// <summary>Draws the days on which customers are won.</summary>
internal static class Acquisition
{
    /// <summary>The first-purchase day of every customer, ascending: a customer's id grows with it.</summary>
    public static short[] Days(World world)
    {
        var weights = new double[Period.Days];
        for (var day = 0; day < weights.Length; day++) weights[day] = Markets.Acquired(day) * Season.Factor(day, language: 0);
        var table = new AliasTable(weights);
        var rng = world.Stream("acquisition");
        var counts = new int[Period.Days];
        for (var customer = 0; customer < world.Customers; customer++) counts[table.Next(rng)]++;
        var days = new short[world.Customers];
        for (int day = 0, customer = 0; day < counts.Length; day++)
            for (var i = 0; i < counts[day]; i++) days[customer++] = (short)day;
        return days;
    }
}
