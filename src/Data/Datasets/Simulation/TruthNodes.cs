using System.Text.Json.Nodes;

namespace MarketingNotebooks.Data.Datasets.Simulation;

/// <summary>Small pieces of <c>truth.json</c>.</summary>
internal static class TruthNodes
{
    private const int Digits = 8;

    /// <summary>An object with a number under each name, rounded to eight digits after the point.</summary>
    public static JsonObject Pairs(IReadOnlyList<string> names, IReadOnlyList<double> values)
    {
        var pairs = new JsonObject();
        for (var i = 0; i < names.Count; i++) pairs[names[i]] = Round(values[i]);
        return pairs;
    }

    /// <summary>A list with a node for each item.</summary>
    public static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonNode?> describe) => new([.. items.Select(describe)]);

    /// <summary>A list of numbers, rounded to eight digits after the point.</summary>
    public static JsonArray Numbers(IEnumerable<double> values) => List(values, value => JsonValue.Create(Round(value)));

    /// <summary>The number rounded to eight digits after the point: what was computed, without the noise of the machine.</summary>
    public static double Round(double value) => Math.Round(value, Digits);
}
