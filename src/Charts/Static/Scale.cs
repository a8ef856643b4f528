using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Json;

namespace MarketingNotebooks.Charts.Static;

/// <summary>An axis: reads values into positions (category index, milliseconds, logarithm or the number), learns their range, maps it to pixels.</summary>
internal sealed class Scale
{
    private readonly Dictionary<string, int> _codes = [];
    private readonly List<string> _categories = [];
    private readonly JsonObject _axis;
    private double _least = double.PositiveInfinity;
    private double _most = double.NegativeInfinity;
    private double _from;
    private double _to;

    public Scale(JsonObject? axis)
    {
        _axis = axis ?? [];
        Type = _axis["type"].AsText() is { } type && type != "-" ? type : "";
        foreach (var name in TraceReader.Texts(_axis["categoryarray"])) Code(name ?? "");
        Reversed = _axis["autorange"].AsText() == "reversed" || _axis["autorange"].AsText() == "min reversed";
        Title = _axis.At("title", "text").AsText() ?? _axis["title"].AsText() ?? "";
        ShowsLabels = _axis["showticklabels"] is not JsonValue shows || !shows.TryGetValue(out bool yes) || yes;
        ShowsGrid = _axis["showgrid"] is not JsonValue grid || !grid.TryGetValue(out yes) || yes;
        Visible = _axis["visible"] is not JsonValue visible || !visible.TryGetValue(out yes) || yes;
        IncludesZero = _axis["rangemode"].AsText() is "tozero" or "nonnegative";
    }

    /// <summary>linear, log, date or category; empty until the first values are read.</summary>
    public string Type { get; private set; }

    public string Title { get; }

    public bool Reversed { get; }

    public bool ShowsLabels { get; }

    public bool ShowsGrid { get; }

    public bool Visible { get; }

    /// <summary>Bars and areas stand on zero.</summary>
    public bool IncludesZero { get; set; }

    /// <summary>Room at both ends as a share of the range; the largest asked for by any marks.</summary>
    public double Padding { get; set; }

    /// <summary>Marks that have a width (bars, cells) need half a step at both ends.</summary>
    public double Margin { get; set; }

    public double Low => _from;

    public double High => _to;

    /// <summary>Pixels of the range's two ends; set by the panel.</summary>
    public (double Start, double End) Pixels { get; set; }

    public double Start => At(Type == "log" ? Math.Min(_from, _to) : Math.Clamp(0, Math.Min(_from, _to), Math.Max(_from, _to)));

    /// <summary>Values as positions; what cannot be placed is NaN.</summary>
    public double[] Read(JsonNode? values)
    {
        if (Type.Length == 0) Type = Guess(values);
        if (Type is "category" or "multicategory") return Array.ConvertAll(TraceReader.Texts(values), text => text is null ? double.NaN : Code(text));
        var numbers = TraceReader.Numbers(values);
        return Type == "log" ? Array.ConvertAll(numbers, value => value > 0 ? Math.Log10(value) : double.NaN) : numbers;
    }

    /// <summary>One number as a position.</summary>
    public double Position(double value) => Type == "log" ? value > 0 ? Math.Log10(value) : double.NaN : value;

    public void See(double position)
    {
        if (!double.IsFinite(position)) return;
        _least = Math.Min(_least, position);
        _most = Math.Max(_most, position);
    }

    public void See(ReadOnlySpan<double> positions)
    {
        foreach (var position in positions) See(position);
    }

    /// <summary>Takes over what an axis with the same range (<c>matches</c>) has seen.</summary>
    public void Share(Scale other)
    {
        foreach (var name in other._categories) Code(name);
        if (Type.Length == 0) Type = other.Type;
        See(other._least);
        See(other._most);
        (Padding, Margin, IncludesZero) = (Math.Max(Padding, other.Padding), Math.Max(Margin, other.Margin), IncludesZero || other.IncludesZero);
    }

    /// <summary>Fixes the range when everything has been seen.</summary>
    public void Close()
    {
        if (Type.Length == 0) Type = "linear";
        var given = _axis["range"] as JsonArray;
        var ends = given is { Count: 2 } ? TraceReader.Numbers(given) : [];
        if (Type == "category")
        {
            (_from, _to) = (-0.5, Math.Max(0.5, _categories.Count - 0.5));
        }
        else
        {
            if (_least > _most) (_least, _most) = (0, 1);
            if (IncludesZero && Type == "linear") (_least, _most) = (Math.Min(0, _least), Math.Max(0, _most));
            var spread = _most - _least;
            if (spread == 0) spread = Type == "date" ? 86_400_000 : Type == "log" ? 0.5 : Math.Max(1e-9, Math.Abs(_most)) * 0.5;
            var room = Math.Max(Padding * spread, Margin);
            _from = IncludesZero && _least == 0 && Type == "linear" ? 0 : _least - room;
            _to = IncludesZero && _most == 0 && Type == "linear" ? 0 : _most + room;
            if (_from == _to) (_from, _to) = (_from - spread / 2, _to + spread / 2);
        }
        if (ends.Length == 2)
        {
            if (double.IsFinite(ends[0])) _from = ends[0];
            if (double.IsFinite(ends[1])) _to = ends[1];
        }
        else if (Reversed) (_from, _to) = (_to, _from);
    }

    /// <summary>Widens the range about its middle until a pixel stands for at least as many units; narrower it never gets.</summary>
    public void Widen(double unitsAPixel)
    {
        var (middle, half) = ((_from + _to) / 2, unitsAPixel * Math.Abs(Pixels.End - Pixels.Start) / 2);
        if (half > Math.Abs(_to - _from) / 2) (_from, _to) = _from <= _to ? (middle - half, middle + half) : (middle + half, middle - half);
    }

    public double At(double position) => Pixels.Start + (position - _from) / (_to - _from) * (Pixels.End - Pixels.Start);

    /// <summary>Labels in range: at most about <paramref name="about"/>, all categories when they fit (the caller thins them).</summary>
    public List<(double Value, string Label)> Ticks(int about)
    {
        var (low, high) = (Math.Min(_from, _to), Math.Max(_from, _to));
        if (_axis["tickvals"] is JsonArray values)
        {
            var positions = Read(values);
            var texts = _axis["ticktext"] is JsonArray given ? TraceReader.Texts(given) : TraceReader.Texts(values);
            return [.. positions.Zip(texts, (position, text) => (position, Building.Markup.Plain(text ?? ""))).Where(each => each.position >= low && each.position <= high)];
        }
        return Type switch
        {
            "category" => [.. _categories.Select((name, i) => ((double)i, Building.Markup.Plain(name))).Where(each => each.Item1 >= low && each.Item1 <= high)],
            "date" => AxisTicks.Dates(low, high, about),
            "log" => AxisTicks.Log(low, high, about),
            _ => Suffixed(_axis["dtick"].AsNumber() is { } step && (high - low) / step <= 25 ? AxisTicks.Every(low, high, step) : AxisTicks.Linear(low, high, about)),
        };
    }

    /// <summary>Per cent formats and suffixes, the two that figures here use.</summary>
    private List<(double, string)> Suffixed(List<(double Value, string Label)> ticks)
    {
        var format = _axis["tickformat"].AsText() ?? "";
        var suffix = _axis["ticksuffix"].AsText() ?? "";
        if (format.EndsWith('%')) return [.. ticks.Select(tick => (tick.Value, $"{Math.Round(tick.Value * 100, 4) + 0.0:0.####}%"))];
        return suffix.Length == 0 ? ticks : [.. ticks.Select(tick => (tick.Value, tick.Label + suffix))];
    }

    private int Code(string name)
    {
        if (_codes.TryGetValue(name, out var code)) return code;
        _codes[name] = code = _categories.Count;
        _categories.Add(name);
        return code;
    }

    private static string Guess(JsonNode? values)
    {
        if (!TraceReader.IsText(values)) return "linear";
        var numbers = TraceReader.Numbers(values);
        if (numbers.All(double.IsNaN)) return "category";
        return TraceReader.Texts(values).Any(text => double.IsFinite(TraceReader.Date(text))) ? "date" : "linear";
    }
}
