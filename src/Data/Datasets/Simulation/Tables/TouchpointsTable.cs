using System.Text.Json.Nodes;
using MarketingNotebooks.Data.Datasets.Simulation.Journeys;

namespace MarketingNotebooks.Data.Datasets.Simulation.Tables;

/// <summary>One row a contact of a visitor with an advertisement or the shop.</summary>
internal sealed class TouchpointsTable : ICompanyTable
{
    private const double MeanGap = 1.5 * Period.Minutes; // between touches, in minutes
    private const double ValueLog = 3.65; // mean of the logarithm of a purchase in EUR
    private const double ValueDeviation = 0.6;
    private static readonly int _first = Period.Day(2025, 1, 1);
    private static readonly int _last = Period.Day(2025, 11, 30); // leaves a month to decide

    public string Name => "touchpoints";

    public string About => "One row a contact of an anonymous visitor with an advertisement or the shop, first contacts from January to November 2025; "
        + "the key is journey_id with position. A journey ends with a purchase or without; visitors are not linked to `customers`.";

    public IReadOnlyList<ColumnNote> Columns { get; } =
    [
        new("journey_id", CellType.Integer, "", "Visitor and journey: each has one.", "1, 2, …", CellRange.Key),
        new("position", CellType.Integer, "", "1 for the first contact.", "1, 2, …", CellRange.Between(1, PathChain.MostTouches)),
        new("touched_at", CellType.Time, "", "When.", "uniform start; exponential gaps (mean 1.5 days)"),
        new("channel", CellType.Text, "", "Channel of the contact.", "Markov chain, see `truth.json`", CellRange.OneOf(Markets.Channels)),
        new("cost", CellType.Number, "EUR", "What the contact cost.", "by channel, times a uniform factor of 0.8 to 1.2", CellRange.Between(0, 1)),
        new("converted", CellType.Boolean, "", "The journey ended with a purchase at this contact.", "Markov chain"),
        new("value", CellType.Number, "EUR", "Paid at this contact; 0 for none.", "log-normal, the same whatever the path", CellRange.From(0)),
    ];

    public int Units(World world) => world.Customers;

    public void Rows(World world, int from, int to, RowSink rows)
    {
        var stream = world.Stream(Name);
        for (var journey = from; journey < to; journey++)
        {
            var rng = stream.Split(journey);
            var (path, converted) = PathChain.Walk(rng);
            var minute = rng.Next(_first, _last + 1) * Period.Minutes + rng.Next(Period.Minutes);
            for (var position = 0; position < path.Count; position++)
            {
                if (position > 0) minute += 1 + (int)rng.NextExponential(1 / MeanGap);
                var bought = converted && position == path.Count - 1;
                rows.Integer(journey + 1);
                rows.Integer(position + 1);
                rows.Time(Math.Min(minute, Period.Days * Period.Minutes - 1));
                rows.Text(Markets.Channels[path[position]]);
                rows.Money((long)(PathChain.Cost[path[position]] * rng.NextUniform(0.8, 1.2) + 0.5));
                rows.Boolean(bought);
                rows.Money(bought ? (long)(100 * rng.NextLogNormal(ValueLog, ValueDeviation) + 0.5) : 0);
                rows.EndRow();
            }
        }
    }

    public JsonNode Truth(World world)
    {
        var effects = PathChain.RemovalEffects();
        string[] states = [.. Markets.Channels, "conversion", "null"];
        var transitions = new JsonObject();
        for (var channel = 0; channel < PathChain.Next.Length; channel++)
            transitions[Markets.Channels[channel]] = TruthNodes.Pairs(states, PathChain.Next[channel]);
        return new JsonObject
        {
            ["start"] = TruthNodes.Pairs(Markets.Channels, PathChain.Start),
            ["transitions"] = transitions,
            ["conversion"] = TruthNodes.Round(PathChain.Conversion()),
            ["removal_effects"] = TruthNodes.Pairs(Markets.Channels, effects),
            ["markov_credits"] = TruthNodes.Pairs(Markets.Channels, [.. effects.Select(effect => effect / effects.Sum())]),
            ["mean_cost_of_touch"] = TruthNodes.Pairs(Markets.Channels, [.. PathChain.Cost.Select(cents => cents / 100)]),
            ["value_log_mean"] = ValueLog,
            ["value_log_deviation"] = ValueDeviation,
        };
    }
}
