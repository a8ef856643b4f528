using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Json;

namespace MarketingNotebooks.Charts.Building;

/// <summary>The panels of a figure, one a facet (or just one), and the axes that place them.</summary>
internal sealed class Panels
{
    private const int Most = 16;

    private readonly Channel? _facet;
    private readonly Categories? _categories;

    private Panels(Channel? facet, Categories? categories)
    {
        _facet = facet;
        _categories = categories;
        Count = categories?.Names.Length ?? 1;
        Columns = Count <= 3 ? Count : Count == 4 ? 2 : 3;
        Rows = (Count + Columns - 1) / Columns;
    }

    public int Count { get; }

    public int Columns { get; }

    public int Rows { get; }

    public int Height => Rows == 1 ? Sketch.DefaultHeight : 110 + 230 * Rows;

    public static Panels Of(string chart, Channel? facet, ReadOnlySpan<int> rows)
    {
        if (facet is null) return new Panels(null, null);
        var categories = Categories.Of(facet, rows, int.MaxValue);
        if (categories.Names.Length > Most)
            throw new ArgumentException($"{chart} draws at most {Most} facets. Column '{facet.Name}' has {categories.Names.Length} distinct values. Filter rows or choose another column.");
        return new Panels(facet, categories.Names.Length == 0 ? null : categories);
    }

    public int OfRow(int row) => _categories?.OfRow[row] ?? 0;

    public static string Id(string axis, int panel) => panel == 0 ? axis : $"{axis}{panel + 1}";

    public static string Key(string axis, int panel) => panel == 0 ? $"{axis}axis" : $"{axis}axis{panel + 1}";

    /// <summary>Writes the axes of every panel and, with facets, their headings.</summary>
    public void Write(Sketch sketch, JsonObject x, JsonObject y)
    {
        for (var panel = 0; panel < Count; panel++)
        {
            var (column, row) = (panel % Columns, panel / Columns);
            var (left, right) = Span(column, Columns, 0.03);
            var (top, bottom) = Span(row, Rows, Rows > 2 ? 0.09 : 0.11);
            var xs = (JsonObject)x.DeepClone();
            var ys = (JsonObject)y.DeepClone();
            if (Count > 1)
            {
                xs["domain"] = JsonArrays.Plain([left, right]);
                ys["domain"] = JsonArrays.Plain([1 - bottom, 1 - top]);
                xs["anchor"] = Id("y", panel);
                ys["anchor"] = Id("x", panel);
                if (panel > 0) (xs["matches"], ys["matches"]) = ("x", "y");
                if (column > 0) Inner(ys);
                if (panel + Columns < Count) Inner(xs);
                sketch.Annotate(Notes.Head($"{Titles.Words(_facet!.Name)}: {_categories!.Names[panel]}", (left + right) / 2, 1 - top));
            }
            sketch.Layout[Key("x", panel)] = xs;
            sketch.Layout[Key("y", panel)] = ys;
        }
    }

    /// <summary>An inner axis repeats neither labels nor title.</summary>
    private static void Inner(JsonObject axis)
    {
        axis["showticklabels"] = false;
        axis.Remove("title");
    }

    /// <summary>Start and end of one of <paramref name="count"/> equal cells with gaps between, as fractions.</summary>
    public static (double Start, double End) Span(int index, int count, double gap)
    {
        var size = (1 - gap * (count - 1)) / count;
        return (Math.Round(index * (size + gap), 5), Math.Round(index * (size + gap) + size, 5));
    }
}
