using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Building;
using MarketingNotebooks.Charts.Json;
using MarketingNotebooks.Data.Display;

namespace MarketingNotebooks.Charts;

/// <summary>A chart as plain data in Plotly's schema: <c>{data, layout, config}</c>. Immutable: each <c>With…</c> gives a new figure.</summary>
/// <remarks>Made by <see cref="Chart"/>, by hand from traces, or read from the JSON that Plotly.NET, plotly.py or plotly.js write;
/// attributes unknown here are kept. As the value of a notebook cell it draws itself.</remarks>
[TypeFormatterSource(typeof(FigureFormatters))]
public sealed class Figure
{
    private readonly JsonObject _root;

    private Figure(JsonObject root) => _root = root;

    /// <summary>A figure of one trace or more, with the light template.</summary>
    /// <param name="traces">Each a <see cref="JsonObject"/>, JSON text or an anonymous object in Plotly's schema, e.g.
    /// <c>new { type = "bar", x = new[] { "a" }, y = new[] { 1 } }</c>.</param>
    public static Figure Of(params IEnumerable<object> traces)
    {
        var data = new JsonArray();
        foreach (var trace in traces) data.Add(PlotlyJson.Object(trace, "A trace"));
        return new Figure(new JsonObject
        {
            ["data"] = data,
            ["layout"] = new JsonObject { ["template"] = Template.Light.ToJson() },
            ["config"] = new JsonObject { ["responsive"] = true, ["displaylogo"] = false },
        });
    }

    /// <summary>Reads a figure in Plotly's schema, such as Plotly.NET's or plotly.py's <c>to_json()</c>.</summary>
    /// <param name="json">An object with <c>data</c> (an array of traces); <c>layout</c>, <c>config</c> and anything else are optional and kept.</param>
    /// <exception cref="ArgumentException">Not JSON, or without an array <c>data</c>.</exception>
    public static Figure FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var root = PlotlyJson.Parse(json, "The figure");
        if (root is not JsonObject figure || figure["data"] is not JsonArray data || data.Any(trace => trace is not JsonObject))
            throw new ArgumentException("A figure is a JSON object with an array 'data' of traces. Got something else: write it with ToJson() or fig.to_json().");
        return new Figure(figure);
    }

    internal static Figure Owning(JsonObject root) => new(root);

    /// <summary>Number of traces.</summary>
    public int TraceCount => Data.Count;

    /// <summary>The traces (copies).</summary>
    public IReadOnlyList<JsonObject> Traces => [.. Data.Select(trace => (JsonObject)trace!.DeepClone())];

    /// <summary>The layout (a copy).</summary>
    public JsonObject Layout => (JsonObject?)_root["layout"]?.DeepClone() ?? [];

    /// <summary>The title without markup; empty when there is none.</summary>
    public string Title => Markup.Plain((_root.At("layout", "title", "text") ?? _root.At("layout", "title")).AsText() ?? "");

    /// <summary>What somebody who does not see the figure is told: the text given, else one written from the data (kind of chart,
    /// axes with their ranges, number of points and groups).</summary>
    public string AltText => _root.At("layout", "meta", "alt").AsText() ?? AltTextWriter.Write(this);

    internal JsonObject Root => _root;

    internal JsonArray Data => (JsonArray)_root["data"]!;

    /// <summary>The figure as JSON text <c>{"data":…,"layout":…,"config":…}</c>. Numbers are the shortest that read back exactly, NaN is null,
    /// times are ISO text (milliseconds since 1970 in arrays of 5,000 and more, which are base64 of their bytes).</summary>
    public string ToJson() => PlotlyJson.Text(_root);

    /// <summary>The figure as JSON nodes (a copy).</summary>
    public JsonObject ToNode() => (JsonObject)_root.DeepClone();

    /// <summary>A static picture, at most some 2,000 marks a panel.</summary>
    /// <param name="width">In pixels. Range: 160 to 4,000. Default: 760.</param>
    /// <param name="height">In pixels. Range: 100 to 4,000. Default: the figure's own, else 420.</param>
    /// <param name="template">Its look. Default: the figure's own.</param>
    public string ToSvg(int width = 760, int? height = null, Template? template = null) =>
        Static.SvgRenderer.Render(this, width, height, template);

    /// <summary>An HTML fragment that draws itself in any page, loading plotly.js once a page. See <see cref="Web.PlotlyScript"/>.</summary>
    public string ToHtml() => Web.FigureHtml.Render(this);

    /// <summary>The same figure under another title; it should state the finding.</summary>
    /// <param name="title">Plain text or Plotly's small markup (b, i, sub, sup, br). Long ones are broken over lines.</param>
    /// <param name="subtitle">A second, smaller line. Default: none.</param>
    public Figure WithTitle(string title, string? subtitle = null)
    {
        ArgumentNullException.ThrowIfNull(title);
        return Edit(layout => TitleBlock.Set(layout, title, subtitle));
    }

    /// <summary>The same figure in another look. Without this call a figure in a page follows the page's light or dark theme.</summary>
    /// <param name="template"><see cref="Template.Light"/> or <see cref="Template.Dark"/>. Palette colours in the traces move with it.</param>
    public Figure WithTemplate(Template template)
    {
        ArgumentNullException.ThrowIfNull(template);
        var root = Retheme.Apply(_root, template);
        PlotlyJson.Merge(root, new JsonObject { ["layout"] = new JsonObject { ["meta"] = new JsonObject { ["theme"] = template.Name } } });
        return new Figure(root);
    }

    /// <summary>The same figure in another size.</summary>
    /// <param name="width">In pixels; null follows the page. Range: ≥ 100.</param>
    /// <param name="height">In pixels; null keeps the present height. Range: ≥ 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">Below 100.</exception>
    public Figure WithSize(int? width = null, int? height = null)
    {
        if (width < 100) throw new ArgumentOutOfRangeException(nameof(width), $"Width must be at least 100 pixels. Got {width}.");
        if (height < 100) throw new ArgumentOutOfRangeException(nameof(height), $"Height must be at least 100 pixels. Got {height}.");
        return Edit(layout =>
        {
            if (width is null) layout.Remove("width");
            else layout["width"] = width;
            if (height is not null) layout["height"] = height;
        });
    }

    /// <summary>The same figure with parts of its layout replaced: objects merge, all else replaces.</summary>
    /// <param name="layout">JSON text, a <see cref="JsonObject"/> or an anonymous object, e.g. <c>new { xaxis = new { range = new[] { 0, 10 } } }</c>.</param>
    public Figure WithLayout(object layout)
    {
        var patch = PlotlyJson.Object(layout, "A layout");
        return Edit(target => PlotlyJson.Merge(target, patch));
    }

    /// <summary>The same figure with other alt text.</summary>
    /// <param name="text">What it shows, in a sentence or two.</param>
    public Figure WithAltText(string text) => WithLayout(new { meta = new { alt = text } });

    /// <summary>The same figure with one more trace on top.</summary>
    /// <param name="trace">JSON text, a <see cref="JsonObject"/> or an anonymous object in Plotly's schema.</param>
    public Figure AddTrace(object trace)
    {
        var copy = ToNode();
        ((JsonArray)copy["data"]!).Add(PlotlyJson.Object(trace, "A trace"));
        return new Figure(copy);
    }

    /// <summary>The traces of other figures drawn over this one, on its axes and under its title; palette colours already taken are changed.</summary>
    /// <param name="others">Figures with the same kind of axes.</param>
    public Figure Combine(params IEnumerable<Figure> others)
    {
        var copy = ToNode();
        foreach (var other in others) Joining.Join(copy, other);
        return new Figure(copy);
    }

    /// <summary>Several figures side by side in one, each with its own axes and its title as heading.</summary>
    /// <param name="figures">From left to right, row by row.</param>
    /// <param name="columns">Figures a row. Range: ≥ 1. Default: 2.</param>
    /// <param name="title">Title of the whole. Default: none beyond those of the parts.</param>
    /// <param name="rowHeight">Height of a row in pixels. Default: 340.</param>
    /// <exception cref="ArgumentException">No figure, or a figure that is itself a grid or has facets.</exception>
    public static Figure Grid(IEnumerable<Figure> figures, int columns = 2, string? title = null, int rowHeight = 340) =>
        FigureGrid.Build([.. figures], columns, title, rowHeight);

    /// <summary>Title and alt text.</summary>
    public override string ToString() => AltText.StartsWith(Title, StringComparison.Ordinal) || Title.Length == 0 ? AltText : $"{Title}\n{AltText}";

    private Figure Edit(Action<JsonObject> edit)
    {
        var copy = ToNode();
        edit(copy.Child("layout"));
        return new Figure(copy);
    }
}
