using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Building;
using MarketingNotebooks.Charts.Json;

namespace MarketingNotebooks.Charts.LifetimeValue;

/// <summary>Charts of how value is spread over customers.</summary>
public static class ValueCharts
{
    private const int Points = 500;

    /// <summary>Concentration: share of customers, the best first, against their share of revenue. The diagonal is equality.</summary>
    /// <remarks>Best first is the Pareto reading ("the top 20 % bring 80 %"); worst first is Lorenz (1905). The Gini coefficient, the same in both,
    /// is in the subtitle: 0 when all are equal, near 1 when one has all.</remarks>
    /// <param name="values">Revenue a customer; ≥ 0. Null-like NaN are left out and counted in a footnote.</param>
    /// <param name="share">The share of customers to mark. Range: (0, 1). Default: 0.2.</param>
    /// <param name="bestFirst">True for the Pareto curve above the diagonal, false for Lorenz's below it. Default: true.</param>
    /// <param name="valueLabel">What the values are. Default: revenue.</param>
    /// <param name="title">What the chart shows. Default: states the share of the marked customers.</param>
    /// <param name="alt">Alt text. Default: written from the data.</param>
    /// <exception cref="ArgumentException">A negative value, a total of 0, or a share outside (0, 1).</exception>
    public static Figure Lorenz(IEnumerable<double> values, double share = 0.2, bool bestFirst = true, string valueLabel = "revenue", string? title = null, string? alt = null)
    {
        if (share is not (> 0 and < 1)) throw new ArgumentException($"The share to mark must be in (0, 1). Got {share:R}.");
        var all = values.ToArray();
        var sorted = all.Where(double.IsFinite).Order().ToArray();
        if (sorted.Length == 0 || sorted[0] < 0 || !(sorted.Sum() > 0))
            throw new ArgumentException($"ValueCharts.Lorenz needs values of at least 0 with a total above 0. Got {sorted.Length:N0} values{(sorted.Length == 0 ? "" : $" from {sorted[0]:R}")}.");
        var gini = Gini(sorted);
        if (bestFirst) Array.Reverse(sorted);
        var cumulative = new double[sorted.Length + 1];
        for (var i = 0; i < sorted.Length; i++) cumulative[i + 1] = cumulative[i] + sorted[i];
        for (var i = 0; i < cumulative.Length; i++) cumulative[i] /= cumulative[^1] is > 0 and var total && i < cumulative.Length - 1 ? total : cumulative[^1];
        var marked = At(cumulative, share);
        var who = bestFirst ? $"The best {share:0.#%}" : $"The lowest {share:0.#%}";
        var sketch = new Sketch("ValueCharts.Lorenz", new Titles(title ?? $"{who} of customers bring {marked:0.#%} of {valueLabel}", alt));
        if (all.Length > sorted.Length) sketch.Note($"{all.Length - sorted.Length:N0} of {all.Length:N0} customers without a value are not drawn.");
        var places = Enumerable.Range(0, Math.Min(Points, sorted.Length) + 1).Select(i => (int)((long)i * sorted.Length / Math.Min(Points, sorted.Length))).ToArray();
        sketch.Add(Line([0, 1], [0, 1], "equality", Palette.Grey, "dash"));
        sketch.Add(Line([.. places.Select(i => i / (double)sorted.Length)], [.. places.Select(i => cumulative[i])], valueLabel, Template.Light.Colors[0], "solid"));
        sketch.Add(new JsonObject
        {
            ["type"] = "scatter", ["mode"] = "markers", ["x"] = JsonArrays.Plain([share]), ["y"] = JsonArrays.Plain([marked]), ["name"] = "marked", ["showlegend"] = false,
            ["marker"] = new JsonObject { ["color"] = Template.Light.Colors[1], ["size"] = 12 }, ["hovertemplate"] = "%{x:.1%} of customers<br>%{y:.1%}<extra></extra>",
        });
        sketch.Annotate(new JsonObject
        {
            ["x"] = share, ["y"] = marked, ["text"] = $"{share:0.#%} of customers: {marked:0.#%}<br>Gini {gini:0.00}", ["showarrow"] = true, ["ax"] = 60, ["ay"] = bestFirst ? 46 : -46, ["xanchor"] = "left", ["align"] = "left",
            ["bgcolor"] = Template.Light.Background,
        });
        sketch.Layout["xaxis"] = Percent($"share of customers, {(bestFirst ? "best" : "lowest")} first");
        sketch.Layout["yaxis"] = Percent($"share of {valueLabel}");
        return sketch.Finish("Concentration");
    }

    /// <summary>Σ (2i − n − 1) x₍ᵢ₎ / (n Σ x) over values in rising order.</summary>
    private static double Gini(double[] rising)
    {
        var (weighted, total) = (0.0, 0.0);
        for (var i = 0; i < rising.Length; i++) (weighted, total) = (weighted + (2.0 * (i + 1) - rising.Length - 1) * rising[i], total + rising[i]);
        return weighted / (rising.Length * total);
    }

    private static double At(double[] cumulative, double share)
    {
        var place = share * (cumulative.Length - 1);
        var low = (int)place;
        return cumulative[low] + (place - low) * (cumulative[low + 1] - cumulative[low]);
    }

    private static JsonObject Line(double[] x, double[] y, string name, string color, string dash) => new()
    {
        ["type"] = "scatter", ["mode"] = "lines", ["name"] = name, ["x"] = JsonArrays.Plain(x), ["y"] = JsonArrays.Plain(y),
        ["line"] = new JsonObject { ["color"] = color, ["width"] = dash == "solid" ? 2.5 : 1.5, ["dash"] = dash }, ["hovertemplate"] = "%{x:.1%} of customers<br>%{y:.1%}",
    };

    private static JsonObject Percent(string label)
    {
        var axis = AxisJson.Axis(label, "linear");
        (axis["tickformat"], axis["range"]) = (".0%", JsonArrays.Plain([0, 1.01]));
        return axis;
    }
}
