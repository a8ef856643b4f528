using System.Globalization;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Sources.Excel;

/// <summary>A column of a sheet: first its cells are seen, which gives its kind, then they are taken.</summary>
internal sealed class SheetColumn
{
    private const double Whole = 9_007_199_254_740_992;
    private ColumnKind? _kind;
    private ValueColumn? _values;

    /// <summary>Whether a cell was seen that holds something.</summary>
    public bool HasValues => _kind is not null;

    /// <summary>Sees a cell: the kind stays, widens from integers to numbers, or becomes text.</summary>
    public void See(object? cell)
    {
        if (KindOf(cell) is not { } kind || kind == _kind) return;
        _kind = _kind is not { } before ? kind : before.IsNumeric() && kind.IsNumeric() ? ColumnKind.Number : ColumnKind.Text;
    }

    /// <summary>Takes a cell, after all were seen.</summary>
    public void Take(object? cell)
    {
        _values ??= ValueColumn.For(_kind switch
        {
            ColumnKind.Boolean => typeof(bool),
            ColumnKind.Integer => typeof(long),
            ColumnKind.Number => typeof(double),
            ColumnKind.Timestamp => typeof(DateTime),
            ColumnKind.Duration => typeof(TimeSpan),
            _ => typeof(string),
        })!;
        _values.Add(KindOf(cell) is null ? null : _values.Kind switch
        {
            ColumnKind.Text => Text(cell!),
            ColumnKind.Integer => (long)Number(cell!),
            ColumnKind.Number => Number(cell!),
            _ => cell,
        });
    }

    /// <summary>The column.</summary>
    public Column Build() => (_values ?? ValueColumn.For(typeof(string))!).Build();

    /// <summary>A cell as text, as it stands in the file: numbers with all digits, dates in ISO form.</summary>
    public static string Text(object cell) => cell switch
    {
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        string text => text,
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        _ => Number(cell).ToString("R", CultureInfo.InvariantCulture),
    };

    private static double Number(object cell) => Convert.ToDouble(cell, CultureInfo.InvariantCulture);

    /// <summary>The kind of a cell on its own; null for one that holds nothing.</summary>
    private static ColumnKind? KindOf(object? cell) => cell switch
    {
        null or "" => null,
        string => ColumnKind.Text,
        bool => ColumnKind.Boolean,
        DateTime => ColumnKind.Timestamp,
        TimeSpan => ColumnKind.Duration,
        _ => Number(cell) is var number && Math.Abs(number) <= Whole && Math.Floor(number) == number ? ColumnKind.Integer : ColumnKind.Number,
    };
}
