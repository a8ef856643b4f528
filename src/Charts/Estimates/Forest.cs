using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Building;
using MarketingNotebooks.Charts.Json;

namespace MarketingNotebooks.Charts.Estimates;

/// <summary>Charts of estimates with their uncertainty.</summary>
public static class EstimateCharts
{
    /// <summary>Estimates with intervals, one a line, and where known the truth: does each interval hold it?</summary>
    /// <param name="names">A name an estimate, the first on top.</param>
    /// <param name="estimates">Point estimates.</param>
    /// <param name="lower">Lower ends; ≤ the estimates.</param>
    /// <param name="upper">Upper ends; ≥ the estimates.</param>
    /// <param name="truth">True values; NaN where unknown. Default: none.</param>
    /// <param name="reference">A value marked by a dashed line, such as 0 for no effect. Default: none.</param>
    /// <param name="label">What is estimated. Default: estimate.</param>
    /// <param name="unit">Its unit. Default: none.</param>
    /// <param name="level">What the intervals are, for the legend. Default: 95 % interval.</param>
    /// <param name="title">What the chart shows. Default: how many intervals hold the truth.</param>
    /// <param name="alt">Alt text. Default: written from the data.</param>
    /// <exception cref="ArgumentException">No estimate, lengths differ, or an interval that does not hold its estimate.</exception>
    public static Figure Forest(IEnumerable<string> names, IEnumerable<double> estimates, IEnumerable<double> lower, IEnumerable<double> upper,
        IEnumerable<double>? truth = null, double? reference = null, string label = "estimate", string? unit = null, string level = "95 % interval",
        string? title = null, string? alt = null)
    {
        var (who, values, low, high, known) = (names.ToArray(), estimates.ToArray(), lower.ToArray(), upper.ToArray(), truth?.ToArray());
        Check(who, values, low, high, known);
        var sketch = new Sketch("EstimateCharts.Forest", new Titles(title, alt)) { Height = Math.Clamp(150 + 30 * who.Length, 260, 1_200) };
        sketch.Add(new JsonObject
        {
            ["type"] = "scatter", ["mode"] = "markers", ["name"] = $"estimate, {level}", ["x"] = JsonArrays.Of(values), ["y"] = JsonArrays.Of(who),
            ["marker"] = new JsonObject { ["color"] = Template.Light.Colors[0], ["size"] = 9 },
            ["error_x"] = new JsonObject
            {
                ["type"] = "data", ["symmetric"] = false, ["array"] = JsonArrays.Plain([.. values.Select((value, i) => high[i] - value)]),
                ["arrayminus"] = JsonArrays.Plain([.. values.Select((value, i) => value - low[i])]), ["color"] = Template.Light.Colors[0], ["thickness"] = 2, ["width"] = 0,
            },
            ["customdata"] = new JsonArray([.. low.Zip(high, (a, b) => (JsonNode)JsonArrays.Plain([a, b]))]),
            ["hovertemplate"] = "%{y}<br>%{x:.4~g} (%{customdata[0]:.4~g} to %{customdata[1]:.4~g})<extra></extra>",
        });
        if (known is not null)
            sketch.Add(new JsonObject
            {
                ["type"] = "scatter", ["mode"] = "markers", ["name"] = "truth", ["x"] = JsonArrays.Of(known), ["y"] = JsonArrays.Of(who),
                ["marker"] = new JsonObject { ["color"] = Template.Light.Colors[1], ["size"] = 10, ["symbol"] = "diamond" }, ["hovertemplate"] = "%{y}<br>truth: %{x:.4~g}<extra></extra>",
            });
        if (reference is { } mark)
            sketch.Layout["shapes"] = new JsonArray(new JsonObject
            {
                ["type"] = "line", ["x0"] = mark, ["x1"] = mark, ["y0"] = 0, ["y1"] = 1, ["yref"] = "paper", ["layer"] = "below",
                ["line"] = new JsonObject { ["dash"] = "dash", ["width"] = 1.5, ["color"] = Palette.Grey },
            });
        sketch.Layout["xaxis"] = AxisJson.Axis(Titles.Label(label, unit), "linear");
        sketch.Layout["yaxis"] = AxisJson.Ordered("", who, sketch, horizontal: false);
        return sketch.Finish(Finding(low, high, known, label));
    }

    private static void Check(string[] names, double[] values, double[] low, double[] high, double[]? known)
    {
        if (names.Length == 0 || values.Length != names.Length || low.Length != names.Length || high.Length != names.Length || (known is not null && known.Length != names.Length))
            throw new ArgumentException($"EstimateCharts.Forest needs as many estimates, lower and upper ends (and true values) as names, at least one. Got {names.Length}, {values.Length}, {low.Length}, {high.Length}{(known is null ? "" : $" and {known.Length}")}.");
        if (names.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"EstimateCharts.Forest needs each name once. '{twice.Key}' occurs {twice.Count()} times.");
        for (var i = 0; i < names.Length; i++)
            if (!(low[i] <= values[i] && values[i] <= high[i]))
                throw new ArgumentException($"The interval of '{names[i]}' must hold its estimate. Got {values[i]:R} and [{low[i]:R}, {high[i]:R}].");
    }

    private static string Finding(double[] low, double[] high, double[]? known, string label)
    {
        if (known is null) return $"{label} with intervals";
        var told = Enumerable.Range(0, low.Length).Where(i => double.IsFinite(known[i])).ToArray();
        return $"{told.Count(i => low[i] <= known[i] && known[i] <= high[i])} of {told.Length} intervals hold the truth";
    }
}
