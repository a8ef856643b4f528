using System.Text.Json.Nodes;

namespace MarketingNotebooks.Data.Datasets.Simulation.Journeys;

/// <summary>The randomised test of two newsletters: who takes part and what each of them really does.</summary>
internal static class EmailTest
{
    /// <summary>Arms; the position is the code. Each is as likely as the others.</summary>
    public static readonly string[] Arms = ["none", "voucher", "story"];

    /// <summary>Day on which the mails went out; who had ordered before took part.</summary>
    public static readonly int Day = Period.Day(2025, 9, 15);

    /// <summary>Days for which purchases were counted.</summary>
    public const int Window = 14;

    /// <summary>Probability of a purchase in the window by persona and arm. A voucher wins over bargain hunters and is a gift to devotees, who
    /// would have bought; a story wins over devotees and annoys bargain hunters.</summary>
    public static readonly double[][] Buys =
    [
        [0.44, 0.45, 0.53], // devotee
        [0.08, 0.11, 0.10], // gifter
        [0.14, 0.27, 0.10], // bargain hunter
        [0.03, 0.05, 0.035], // passer-by
    ];

    /// <summary>Factor on the mean order of those who buy, by arm: a voucher takes 15 % off.</summary>
    public static readonly double[] Spends = [1.0, 0.85, 1.0];

    /// <summary>Shape of the gamma distribution of an order around its mean.</summary>
    public const double SpendShape = 6;

    /// <summary>Probability of opening a mail by persona.</summary>
    public static readonly double[] Opens = [0.62, 0.35, 0.55, 0.18];

    /// <summary>Probability of clicking once opened.</summary>
    public const double Clicks = 0.3;

    /// <summary>Effects by persona and, over those who took part, on the average.</summary>
    public static JsonObject Truth(World world)
    {
        var members = new double[Personas.All.Length];
        for (var customer = 0; customer < world.Customers && world.FirstDayOf(customer) < Day; customer++) members[world.PersonaOf(customer)]++;
        var n = Math.Max(1, members.Sum());
        return new JsonObject
        {
            ["day"] = $"{Period.Date(Day):yyyy-MM-dd}",
            ["window_days"] = Window,
            ["customers"] = members.Sum(),
            ["purchase_probability"] = TruthNodes.List(Personas.All, persona =>
            {
                var at = Array.IndexOf(Personas.All, persona);
                var pairs = TruthNodes.Pairs(Arms, Buys[at]);
                pairs.Insert(0, "persona", persona.Name);
                pairs.Insert(1, "customers", members[at]);
                return pairs;
            }),
            ["average_effect_on_purchase"] = TruthNodes.Pairs(Arms[1..],
                [.. Arms.Skip(1).Select((_, arm) => members.Select((count, at) => count * (Buys[at][arm + 1] - Buys[at][0])).Sum() / n)]),
            ["spend_factor"] = TruthNodes.Pairs(Arms, Spends),
            ["opens"] = TruthNodes.Pairs([.. Personas.All.Select(persona => persona.Name)], Opens),
            ["clicks_once_opened"] = Clicks,
        };
    }
}
