using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Building;
using MarketingNotebooks.Charts.Json;
using MarketingNotebooks.Learning.Association;

namespace MarketingNotebooks.Charts.Association;

public static partial class AssociationCharts
{
    private const int Bands = 3, UsualHeight = 560, PlotHeight = 420, MostHeight = 1_200;
    private static readonly double[] Widths = [1.2, 2.8, 5];

    /// <summary>More names than these do not find room, and more lines cannot be followed.</summary>
    private const int MostItems = 30, MostLinks = 60;

    /// <summary>Items as points, joined where a rule leads from one to the other: the thicker, the higher the lift. Items that sell together
    /// lie together.</summary>
    /// <remarks>A rule of several items joins each of its left side with each of its right; a pair has the highest lift of its rules. Where the
    /// next rule would bring more than 30 items or 60 connections, whose names and lines could not be told apart, it is the last: a footnote
    /// says how many rules are drawn. Point at an item for its connections.</remarks>
    /// <param name="rules">At least one rule.</param>
    /// <param name="most">Most rules drawn, those of the highest lift. Range: ≥ 1. Default: 30.</param>
    /// <param name="title">What the chart shows. Default: names the item with most connections.</param>
    /// <param name="alt">Alt text. Default: written from the data.</param>
    /// <exception cref="ArgumentException">There are no rules, or <paramref name="most"/> is below 1.</exception>
    public static Figure RulesNetwork(RuleSet rules, int most = 30, string? title = null, string? alt = null)
    {
        ArgumentNullException.ThrowIfNull(rules);
        Require(rules, "RulesNetwork");
        if (most < 1) throw new ArgumentException($"AssociationCharts.RulesNetwork needs most ≥ 1. Got {most}.");
        var (items, links, drawn) = Links(rules, most);
        var degree = new int[items.Length];
        foreach (var (from, to, _) in links) (degree[from], degree[to]) = (degree[from] + 1, degree[to] + 1);
        var hub = Array.IndexOf(degree, degree.Max());
        var names = items.Select(item => rules.ItemNames[item]).ToArray();
        var (places, height) = StressLayout.Place([.. names.Select(name => name.Length)], [.. links.Select(link => (link.From, link.To))]);

        var sketch = new Sketch("AssociationCharts.RulesNetwork", new Titles(title ?? $"{names[hub]} is at the centre: it sells together with {degree[hub]} other{(degree[hub] == 1 ? "" : "s")}",
            alt ?? $"Network of {items.Length} items and {links.Count} connections. Strongest: {rules.Describe(rules.Rules[0])}, lift {rules.Rules[0].Counts.Lift:0.0}.")) { Height = (int)Math.Min(MostHeight, UsualHeight + PlotHeight * (height - 1)), NoteOffset = 44 };
        if (rules.Count > drawn) sketch.Note(drawn == 1 ? $"The rule of the highest lift, of {rules.Count:N0}."
            : $"The {drawn:N0} rules of the highest lift, of {rules.Count:N0}{(drawn < most ? "; with more, names would cover each other" : "")}.");
        foreach (var band in Banded(links)) sketch.Add(Edges(band.Links, band.Width, places));
        sketch.Add(new JsonObject
        {
            ["type"] = "scatter", ["mode"] = "markers", ["name"] = "items", ["showlegend"] = false, ["x"] = JsonArrays.Plain([.. places.Select(p => p.X)]), ["y"] = JsonArrays.Plain([.. places.Select(p => p.Y)]),
            ["text"] = JsonArrays.Of(names), ["customdata"] = JsonArrays.Of(Partners(names, links)),
            ["marker"] = new JsonObject { ["color"] = Template.Light.Colors[0], ["size"] = JsonArrays.Plain([.. degree.Select(d => 9 + 3 * Math.Sqrt(d))]), ["opacity"] = 1 },
            ["hovertemplate"] = "<b>%{text}</b><br>%{customdata}<extra></extra>",
        });
        // Names are notes, as only those can cover the lines beneath them.
        for (var item = 0; item < items.Length; item++)
            sketch.Annotate(new JsonObject
            {
                ["x"] = places[item].X, ["y"] = places[item].Y, ["text"] = names[item], ["showarrow"] = false, ["yanchor"] = "bottom", ["yshift"] = 6 + 1.5 * Math.Sqrt(degree[item]),
                ["bgcolor"] = Template.Light.Background, ["opacity"] = 0.9,
            });
        sketch.Layout["xaxis"] = new JsonObject { ["type"] = "linear", ["visible"] = false, ["range"] = JsonArrays.Plain([-0.16, 1.16]) };
        sketch.Layout["yaxis"] = new JsonObject { ["type"] = "linear", ["visible"] = false, ["range"] = JsonArrays.Plain([-0.08, 1.1]) };
        sketch.Layout["legend"] = new JsonObject { ["orientation"] = "h", ["x"] = 0, ["y"] = 0, ["yanchor"] = "top" };
        return sketch.Finish("Items that sell together");
    }

    /// <summary>Items in order of first appearance, the highest lift of each pair joined, and how many rules that took.</summary>
    private static (int[] Items, List<(int From, int To, double Lift)> Links, int Rules) Links(RuleSet rules, int most)
    {
        var nodes = new Dictionary<int, int>();
        var lifts = new Dictionary<(int, int), double>();
        var drawn = 0;
        foreach (var rule in rules.Rules.Take(most))
        {
            if (drawn > 0 && !HasRoom(rule)) break;
            drawn++;
            foreach (var x in rule.Antecedent)
            {
                foreach (var y in rule.Consequent)
                {
                    var (from, to) = (Node(x), Node(y));
                    var pair = (Math.Min(from, to), Math.Max(from, to));
                    lifts[pair] = Math.Max(rule.Counts.Lift, lifts.GetValueOrDefault(pair));
                }
            }
        }
        return ([.. nodes.Keys], [.. lifts.Select(each => (each.Key.Item1, each.Key.Item2, each.Value))], drawn);

        bool HasRoom(AssociationRule rule)
        {
            var fresh = rule.Antecedent.Concat(rule.Consequent).Count(item => !nodes.ContainsKey(item));
            var joined = rule.Antecedent.SelectMany(x => rule.Consequent, (x, y) => (x, y)).Count(pair =>
                !nodes.TryGetValue(pair.x, out var from) || !nodes.TryGetValue(pair.y, out var to) || !lifts.ContainsKey((Math.Min(from, to), Math.Max(from, to))));
            return nodes.Count + fresh <= MostItems && lifts.Count + joined <= MostLinks;
        }

        int Node(int item)
        {
            if (!nodes.TryGetValue(item, out var node)) nodes.Add(item, node = nodes.Count);
            return node;
        }
    }

    /// <summary>What each item is joined with, strongest first.</summary>
    private static IEnumerable<string> Partners(string[] names, List<(int From, int To, double Lift)> links) => names.Select((_, item) => string.Join("<br>", links
        .Where(link => link.From == item || link.To == item).OrderByDescending(link => link.Lift)
        .Select(link => $"{names[link.From == item ? link.To : link.From]}: lift {link.Lift:0.0}")));

    /// <summary>Connections in up to three bands of lift with as many in each, weakest first.</summary>
    private static IEnumerable<(List<(int From, int To, double Lift)> Links, double Width)> Banded(List<(int From, int To, double Lift)> links)
    {
        var sorted = links.OrderBy(link => link.Lift).ToList();
        var bands = Math.Min(Bands, sorted.Count);
        for (var band = 0; band < bands; band++)
        {
            var (start, end) = (band * sorted.Count / bands, (band + 1) * sorted.Count / bands);
            yield return (sorted[start..end], Widths[band + Bands - bands]);
        }
    }

    private static JsonObject Edges(List<(int From, int To, double Lift)> links, double width, (double X, double Y)[] places)
    {
        var (x, y) = (new List<double>(), new List<double>());
        foreach (var (from, to, _) in links)
        {
            x.AddRange([places[from].X, places[to].X, double.NaN]);
            y.AddRange([places[from].Y, places[to].Y, double.NaN]);
        }
        var (low, high) = (links[0].Lift.ToString("0.0"), links[^1].Lift.ToString("0.0"));
        return new JsonObject
        {
            ["type"] = "scatter", ["mode"] = "lines", ["name"] = low == high ? $"lift {low}" : $"lift {low} to {high}", ["x"] = JsonArrays.Plain([.. x]), ["y"] = JsonArrays.Plain([.. y]),
            ["line"] = new JsonObject { ["color"] = Palette.Grey, ["width"] = width }, ["hoverinfo"] = "skip",
        };
    }
}
