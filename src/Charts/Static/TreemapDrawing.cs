using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Building;
using MarketingNotebooks.Charts.Json;

namespace MarketingNotebooks.Charts.Static;

/// <summary>A treemap: tiles within the tiles of their parents, with name and value.</summary>
internal sealed class TreemapDrawing
{
    private readonly string[] _ids;
    private readonly string[] _labels;
    private readonly double[] _values;
    private readonly string?[] _texts;
    private readonly string?[] _colors;
    private readonly ILookup<string, int> _children;
    private readonly double[]? _shades;
    private readonly ColorScale? _scale;
    private readonly Look _look;
    private readonly Canvas _canvas;

    private TreemapDrawing(JsonObject trace, Look look, Canvas canvas)
    {
        (_look, _canvas) = (look, canvas);
        _labels = Array.ConvertAll(TraceReader.Texts(trace["labels"]), each => each ?? "");
        _ids = trace["ids"] is JsonArray ids ? Array.ConvertAll(TraceReader.Texts(ids), each => each ?? "") : _labels;
        var parents = TraceReader.Texts(trace["parents"]);
        _children = Enumerable.Range(0, _labels.Length).ToLookup(i => i < parents.Length ? parents[i] ?? "" : "");
        _texts = trace["text"] is JsonArray text ? TraceReader.Texts(text) : [];
        _colors = trace.At("marker", "colors") is JsonArray colors && TraceReader.IsText(colors) ? TraceReader.Texts(colors) : [];
        if (_colors.Length == 0 && trace.At("marker", "colors") is { } numbers)
        {
            _shades = TraceReader.Numbers(numbers);
            JsonNode? owner = trace.At("marker", "coloraxis").AsText() is { } axis ? look.Layout[axis] : trace["marker"];
            _scale = ColorScale.Of(owner, "c", _shades, look.Template);
        }
        _values = new double[_labels.Length];
        var given = TraceReader.Numbers(trace["values"]);
        for (var i = 0; i < _values.Length; i++) _values[i] = i < given.Length && given[i] > 0 ? given[i] : 0;
        foreach (var root in _children[""]) Sum(root, 0);
    }

    public static void Draw(JsonObject trace, Area area, Look look, Canvas canvas)
    {
        var drawing = new TreemapDrawing(trace, look, canvas);
        drawing.Level(drawing._children[""], area, 0, null);
    }

    /// <summary>A parent is at least as large as its children together.</summary>
    private double Sum(int node, int depth)
    {
        if (depth > 32) return _values[node];
        var inner = _children[_ids[node]].Where(child => child != node).Sum(child => Sum(child, depth + 1));
        return _values[node] = Math.Max(_values[node], inner);
    }

    private void Level(IEnumerable<int> nodes, Area area, int depth, string? inherited)
    {
        var sorted = nodes.Where(node => _values[node] > 0).OrderByDescending(node => _values[node]).ToArray();
        var tiles = Squarify.Divide(Array.ConvertAll(sorted, node => _values[node]), area);
        for (var i = 0; i < sorted.Length; i++) Tile(sorted[i], tiles[i], depth, inherited, i);
    }

    private void Tile(int node, Area tile, int depth, string? inherited, int place)
    {
        if (tile.Width < 1 || tile.Height < 1 || depth > 32) return;
        var children = _children[_ids[node]].Where(child => child != node && _values[child] > 0).ToArray();
        var root = depth == 0 && children.Length > 0;
        var color = _scale is not null && node < _shades!.Length && double.IsFinite(_shades[node]) ? _scale.At(_shades[node])
            : node < _colors.Length && _colors[node] is { Length: > 0 } own ? own
            : root ? _look.Template.Grid : inherited ?? _look.Template.Colors[place % _look.Template.Colors.Count];
        _canvas.Rect(tile.Left, tile.Top, tile.Width, tile.Height, color, stroke: _look.Template.Background, strokeWidth: 1.5);
        var ink = ColorScale.InkOn(color);
        var size = _look.Size;
        var header = children.Length > 0 ? size + 8 : 0;
        if (tile.Height > size + 6 && tile.Width > size * 2)
        {
            _canvas.Text(tile.Left + 5, tile.Top + size + 3, TextMeasure.Fit(Markup.Plain(_labels[node]), size, tile.Width - 8), size, ink, bold: true);
            if (children.Length == 0 && tile.Height > size * 2.6)
            {
                var lines = node < _texts.Length && _texts[node] is { } said ? Markup.Lines(said) : [AxisTicks.Short(_values[node])];
                for (var line = 0; line < lines.Length && tile.Height > size * (2.6 + 1.25 * line); line++)
                    _canvas.Text(tile.Left + 5, tile.Top + size * (2.3 + 1.25 * line) + 3, TextMeasure.Fit(lines[line], size, tile.Width - 8), size, ink);
            }
        }
        if (children.Length == 0) return;
        Level(children, new Area(tile.Left + 3, tile.Top + header, tile.Right - 3, tile.Bottom - 3), depth + 1, root ? null : color);
    }
}
