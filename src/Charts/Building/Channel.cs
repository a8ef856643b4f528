using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Json;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Text;

namespace MarketingNotebooks.Charts.Building;

/// <summary>What a channel holds, as far as drawing is concerned.</summary>
internal enum ChannelKind
{
    Number,
    Time,
    Category,
}

/// <summary>Kinds that a role of a chart takes.</summary>
[Flags]
internal enum Takes
{
    Number = 1,
    Time = 2,
    Category = 4,
    NumberOrTime = Number | Time,
    Any = Number | Time | Category,
}

/// <summary>A column of a frame read for drawing: numbers, times (milliseconds since 1970 UTC) or categories.</summary>
internal sealed class Channel
{
    private readonly double[] _numbers = [];
    private readonly int[] _codes = [];
    private readonly string[] _dictionary = [];

    private Channel(string name, Column column)
    {
        Name = name;
        Length = column.Length;
        Whole = column.Kind == ColumnKind.Integer;
        switch (column)
        {
            case TextColumn text:
                Kind = ChannelKind.Category;
                (_codes, _dictionary) = InOrder(text);
                break;
            case Column<bool> flags:
                Kind = ChannelKind.Category;
                _dictionary = ["false", "true"];
                _codes = new int[Length];
                for (var row = 0; row < Length; row++) _codes[row] = flags.IsNull(row) ? -1 : flags.Span[row] ? 1 : 0;
                break;
            default:
                Kind = column.Kind == ColumnKind.Timestamp ? ChannelKind.Time : ChannelKind.Number;
                _numbers = column.ToDoubles();
                if (Kind == ChannelKind.Time)
                    for (var row = 0; row < Length; row++) _numbers[row] /= 1_000;
                if (column.Kind == ColumnKind.Duration)
                {
                    Unit = "days";
                    for (var row = 0; row < Length; row++) _numbers[row] /= Times.Day;
                }
                break;
        }
    }

    /// <summary>Codes and strings by first appearance: a column's dictionary may be older than the order and choice of its rows.</summary>
    private static (int[] Codes, string[] Dictionary) InOrder(TextColumn text)
    {
        var order = new List<string>();
        var place = new int[text.Dictionary.Length];
        var codes = new int[text.Length];
        for (var row = 0; row < codes.Length; row++)
        {
            var code = text.Codes[row];
            if (code >= 0 && place[code] == 0)
            {
                order.Add(text.Dictionary[code]);
                place[code] = order.Count;
            }
            codes[row] = code < 0 ? -1 : place[code] - 1;
        }
        return (codes, [.. order]);
    }

    private Channel(string name, int[] codes, string[] dictionary)
    {
        Name = name;
        Length = codes.Length;
        Kind = ChannelKind.Category;
        _codes = codes;
        _dictionary = dictionary;
    }

    public string Name { get; }

    public int Length { get; }

    public ChannelKind Kind { get; }

    /// <summary>True for a column of integers.</summary>
    public bool Whole { get; }

    /// <summary>Unit that follows from the column's kind: days for durations.</summary>
    public string? Unit { get; }

    public ReadOnlySpan<double> Numbers => _numbers;

    public ReadOnlySpan<int> Codes => _codes;

    public ReadOnlySpan<string> Dictionary => _dictionary;

    /// <summary>Reads a column for a role.</summary>
    /// <exception cref="ArgumentException">No such column, or of a kind the role does not take.</exception>
    public static Channel Of(string chart, string role, DataFrame frame, string column, Takes takes)
    {
        ArgumentNullException.ThrowIfNull(frame);
        if (column is null) throw new ArgumentException($"{chart} needs a column for {role}. Name one of: {string.Join(", ", frame.ColumnNames)}.");
        var field = frame.Schema[column];
        var channel = new Channel(column, frame.Column(column));
        var got = channel.Kind switch { ChannelKind.Number => Takes.Number, ChannelKind.Time => Takes.Time, _ => Takes.Category };
        if ((takes & got) == 0)
            throw new ArgumentException($"{chart} needs {Words(takes)} for {role}. Column '{column}' is {field.Kind.Word()}.");
        return channel;
    }

    /// <summary>The same, or null when no column is named.</summary>
    public static Channel? Maybe(string chart, string role, DataFrame frame, string? column, Takes takes) =>
        column is null ? null : Of(chart, role, frame, column, takes);

    public bool IsMissing(int row) => Kind == ChannelKind.Category ? _codes[row] < 0 : !double.IsFinite(_numbers[row]);

    /// <summary>Distinct numbers or times as categories in rising order; a category channel as it is.</summary>
    public Channel AsCategory()
    {
        if (Kind == ChannelKind.Category) return this;
        var distinct = _numbers.Where(double.IsFinite).Distinct().Order().ToArray();
        var code = new Dictionary<double, int>();
        for (var i = 0; i < distinct.Length; i++) code[distinct[i]] = i;
        return new Channel(Name, Array.ConvertAll(_numbers, v => double.IsFinite(v) ? code[v] : -1), Array.ConvertAll(distinct, Show));
    }

    /// <summary>One row as a person would write it; null when missing.</summary>
    public string? Text(int row) => IsMissing(row) ? null : Kind == ChannelKind.Category ? _dictionary[_codes[row]] : Show(_numbers[row]);

    /// <summary>The values of some rows for Plotly.</summary>
    public JsonNode Json(ReadOnlySpan<int> rows)
    {
        if (Kind == ChannelKind.Category || (Kind == ChannelKind.Time && rows.Length < JsonArrays.TypedFrom))
        {
            var array = new JsonArray();
            foreach (var row in rows) array.Add(Text(row) is { } text ? JsonValue.Create(text) : null);
            return array;
        }
        return JsonArrays.Of(Pick(rows));
    }

    public double[] Pick(ReadOnlySpan<int> rows)
    {
        var picked = new double[rows.Length];
        for (var i = 0; i < picked.Length; i++) picked[i] = _numbers[rows[i]];
        return picked;
    }

    private string Show(double value) => Kind == ChannelKind.Time ? Times.ToText((long)Math.Round(value * 1_000)) : value.ToString("R");

    private static string Words(Takes takes) => takes switch
    {
        Takes.Number => "numbers",
        Takes.Time => "times",
        Takes.Category => "text",
        Takes.NumberOrTime => "numbers or times",
        Takes.Number | Takes.Category => "numbers or text",
        _ => "a column",
    };
}
