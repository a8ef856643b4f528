using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Json;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Charts.Building;

/// <summary>A matrix as coloured cells, first row on top.</summary>
internal sealed record HeatmapChart(double[,] Values, string[] RowNames, string[] ColumnNames, Titles Titles)
{
    private const int TextUpTo = 400;

    public string XLabel { get; init; } = "";
    public string YLabel { get; init; } = "";
    public string ZLabel { get; init; } = "";
    public string? Format { get; init; }
    public bool? Text { get; init; }

    /// <summary>The matrix of a long frame: one row a cell, or counts of rows.</summary>
    public static HeatmapChart Of(DataFrame frame, string x, string y, string? z, Titles titles)
    {
        const string name = "Chart.Heatmap";
        var xs = Channel.Of(name, "x", frame, x, Takes.Any).AsCategory();
        var ys = Channel.Of(name, "y", frame, y, Takes.Any).AsCategory();
        var zs = Channel.Maybe(name, "z", frame, z, Takes.Number);
        var rows = Enumerable.Range(0, xs.Length).Where(row => !xs.IsMissing(row) && !ys.IsMissing(row)).ToArray();
        var across = Categories.Of(xs, rows, int.MaxValue);
        var down = Categories.Of(ys, rows, int.MaxValue);
        var values = new double[down.Names.Length, across.Names.Length];
        var counts = new int[down.Names.Length, across.Names.Length];
        foreach (var row in rows)
        {
            var (i, j) = (down.OfRow[row], across.OfRow[row]);
            if (++counts[i, j] > 1 && zs is not null)
                throw new ArgumentException($"{name} needs one row a cell. '{across.Names[j]}' × '{down.Names[i]}' has more. Aggregate first, e.g. frame.GroupBy(\"{x}\", \"{y}\").Aggregate((\"{z}\", Agg.Mean(\"{z}\"))), or leave out z to count rows.");
            values[i, j] = zs is null ? counts[i, j] : zs.Numbers[row];
        }
        if (zs is not null)
            for (var i = 0; i < down.Names.Length; i++)
                for (var j = 0; j < across.Names.Length; j++)
                    if (counts[i, j] == 0) values[i, j] = double.NaN;
        return new HeatmapChart(values, down.Names, across.Names, titles)
        {
            XLabel = titles.X(xs), YLabel = titles.Y(ys), ZLabel = z is null ? "rows" : Titles.Words(z),
        };
    }

    public Figure Draw()
    {
        var (rows, columns) = (Values.GetLength(0), Values.GetLength(1));
        if (rows == 0 || columns == 0) throw new ArgumentException($"Chart.Heatmap needs at least one row and one column. Got {rows} × {columns}.");
        if (RowNames.Length != rows || ColumnNames.Length != columns)
            throw new ArgumentException($"Chart.Heatmap needs a name for each of {rows} rows and {columns} columns. Got {RowNames.Length} and {ColumnNames.Length}.");
        var sketch = new Sketch("Chart.Heatmap", Titles);
        var trace = new JsonObject
        {
            ["type"] = "heatmap", ["x"] = JsonArrays.Of(ColumnNames), ["y"] = JsonArrays.Of(RowNames), ["z"] = JsonArrays.Of(Values),
            ["coloraxis"] = "coloraxis", ["xgap"] = 1, ["ygap"] = 1, ["hoverongaps"] = false,
            ["hovertemplate"] = $"{Or(XLabel, "column")}: %{{x}}<br>{Or(YLabel, "row")}: %{{y}}<br>{Or(ZLabel, "value")}: {(Format is null ? "%{z}" : "%{text}")}<extra></extra>",
        };
        if (Text ?? rows * columns <= TextUpTo)
        {
            trace["text"] = Texts();
            trace["texttemplate"] = "%{text}";
        }
        else if (Format is not null) trace["text"] = Texts();
        sketch.Add(trace);
        sketch.Layout["coloraxis"] = ColorRole.Axis(Values.Cast<double>().ToArray(), ZLabel);
        var x = AxisJson.Ordered(XLabel, ColumnNames, sketch);
        var y = AxisJson.Ordered(YLabel, RowNames, sketch, horizontal: false);
        foreach (var axis in (JsonObject[])[x, y]) (axis["showgrid"], axis["ticks"]) = (false, "");
        sketch.Layout["xaxis"] = x;
        sketch.Layout["yaxis"] = y;
        sketch.Height = Math.Clamp(150 + 30 * rows, 300, 900);
        return sketch.Finish($"{Or(ZLabel, "values")} by {Or(XLabel, "column")} and {Or(YLabel, "row")}");
    }

    private JsonArray Texts()
    {
        var format = Format ?? Compact();
        var texts = new JsonArray();
        for (var i = 0; i < Values.GetLength(0); i++)
        {
            var row = new JsonArray();
            for (var j = 0; j < Values.GetLength(1); j++) row.Add(double.IsFinite(Values[i, j]) ? Values[i, j].ToString(format) : "");
            texts.Add(row);
        }
        return texts;
    }

    /// <summary>Whole numbers as they are, else as many decimals as give three figures for the largest value.</summary>
    private string Compact()
    {
        var finite = Values.Cast<double>().Where(double.IsFinite).ToArray();
        if (finite.All(value => value == Math.Floor(value))) return "#,0";
        var most = finite.Max(Math.Abs);
        return most >= 100 ? "#,0" : most >= 10 ? "0.0" : "0.00";
    }

    private static string Or(string text, string fallback) => text.Length == 0 ? fallback : text;
}
