using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Data.Datasets.Simulation;

/// <summary>The purchases that came of a customer's traits.</summary>
/// <param name="LeftOn">Day of the purchase after which the customer left; null when still active at the end.</param>
/// <param name="Orders">Minutes of the orders since <see cref="Period.Start"/>, ascending; at least one.</param>
internal sealed record Life(int? LeftOn, List<int> Orders)
{
    private const int MostOrders = 60_000; // what OrderKey can number; a rate that reaches it is no customer
    private const double DaysInWeek = 7;

    /// <summary>Relative number of orders in each hour, UTC.</summary>
    private static readonly AliasTable _hours = new([1.0, 0.6, 0.4, 0.3, 0.4, 0.8, 1.6, 2.6, 3.6, 4.4, 5.0, 5.6, 6.2, 5.4, 4.6, 4.4, 4.8, 5.6,
        6.8, 8.0, 8.6, 7.2, 4.8, 2.4]);

    /// <summary>Replays the life of a customer; always the same for a seed.</summary>
    public static Life Of(World world, int customer)
    {
        var traits = Traits.Of(world, customer);
        var rng = world.Stream("lives").Split(customer);
        var clock = world.ClockOf(customer);
        var first = world.FirstDayOf(customer);
        var orders = new List<int> { first * Period.Minutes + MinuteOfDay(rng) };
        int? left = null;
        var reading = clock.At(first + 1); // repeat purchases start the day after the first
        while (orders.Count < MostOrders)
        {
            reading += rng.NextExponential(traits.Rate) * DaysInWeek;
            var day = (int)clock.Day(reading);
            if (day >= Period.Days) break;
            var minute = day * Period.Minutes + MinuteOfDay(rng);
            orders.Add(Math.Max(minute, orders[^1])); // two orders of one day keep their order
            if (!rng.NextBool(traits.Dropout)) continue;
            left = day;
            break;
        }
        return new Life(left, orders);
    }

    private static int MinuteOfDay(Rng rng) => _hours.Next(rng) * 60 + rng.Next(60);
}
