using System.Globalization;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Quality;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Data.Cleaning;

/// <summary>What one column is filled with, by group and over all rows.</summary>
/// <param name="Column">The column.</param>
/// <param name="Fill">The way.</param>
/// <param name="Kind">The kind that the column must have.</param>
/// <param name="Overall">The value over all rows, as stored: double, long, bool or string.</param>
/// <param name="Groups">The value of each group.</param>
internal sealed record FillStatistic(string Column, Fill Fill, ColumnKind Kind, object? Overall, Dictionary<string, object> Groups)
{
    public bool Stateless => Fill.Kind is Fill.Way.Forward or Fill.Way.Backward or Fill.Way.Linear;

    public static FillStatistic Fit(DataFrame training, string name, Fill fill, RowKeys keys)
    {
        var (column, kind) = (training.Column(name), training.Schema[name].Kind);
        if (fill.Kind is Fill.Way.Mean or Fill.Way.Median or Fill.Way.Linear) NumberCells.Of(training, name, $"Fill.{fill}");
        var none = new Dictionary<string, object>(StringComparer.Ordinal);
        if (fill.Kind is Fill.Way.Forward or Fill.Way.Backward or Fill.Way.Linear) return new(name, fill, kind, null, none);
        if (fill.Kind == Fill.Way.Constant) return new(name, fill, kind, Constant(name, kind, fill), none);
        var rows = Enumerable.Range(0, column.Length).Where(row => !NumberCells.Missing(column, row)).ToArray();
        if (rows.Length == 0) throw new ArgumentException($"Column '{name}' has no value in {column.Length:N0} training rows, so Fill.{fill} is unknown. Use Fill.Constant, or drop the column.");
        var values = fill.Kind == Fill.Way.Mode ? [] : column.ToDoubles();
        var overall = Of(rows);
        foreach (var group in rows.GroupBy(row => keys.Slots[row]))
            if (keys.Names[group.Key] is { } key) none[key] = Of([.. group]);
        return new(name, fill, kind, overall, none);

        object Of(int[] chosen)
        {
            if (fill.Kind == Fill.Way.Mode) return Stored(column, chosen.GroupBy(row => CellText.Of(column, row)!).MaxBy(same => same.Count())!.First());
            var numbers = Array.ConvertAll(chosen, row => values[row]);
            if (fill.Kind == Fill.Way.Mean) return Moments.Of(numbers).Mean;
            Array.Sort(numbers);
            return OrderStatistics.Median(numbers);
        }
    }

    /// <summary>The column without gaps.</summary>
    public Column Apply(Column column, RowKeys keys)
    {
        if (column.Kind != Kind && !(column.Kind.IsNumeric() && Kind.IsNumeric()))
            throw new ArgumentException($"Column '{Column}' was {Kind.Word()} in training. Got {column.Kind.Word()}. Convert it first.");
        var values = keys.Look(key => key is not null && Groups.TryGetValue(key, out var value) ? value : Overall!);
        if (column is TextColumn text) return TextColumn.From(Enumerable.Range(0, text.Length).Select(row => text.Text(row) ?? (string)values[row]));
        if (Fill.Kind is Fill.Way.Mean or Fill.Way.Median || Kind == ColumnKind.Number || column is Column<double>)
        {
            var numbers = column.ToDoubles();
            for (var row = 0; row < numbers.Length; row++)
                if (double.IsNaN(numbers[row])) numbers[row] = Convert.ToDouble(values[row], CultureInfo.InvariantCulture);
            return NumberCells.Column(numbers);
        }
        return column is Column<bool> flags ? Filled(flags, values) : Filled((Column<long>)column, values);
    }

    /// <summary>What <see cref="MissingFillerModel.Learned"/> says.</summary>
    public IEnumerable<(string Column, string Fill, string? Group, string Value)> Rows(bool grouped)
    {
        if (Stateless) return [];
        var all = (Column, Fill.ToString(), (string?)null, Text(Overall!));
        return grouped ? [all, .. Groups.Select(each => (Column, Fill.ToString(), (string?)each.Key.Replace('\u001F', '/'), Text(each.Value)))] : [all];
    }

    private string Text(object value) => value is long micros && Kind == ColumnKind.Timestamp ? Data.Text.Times.ToText(micros) : Convert.ToString(value, CultureInfo.InvariantCulture)!;

    private static Column<T> Filled<T>(Column<T> column, object[] values)
        where T : unmanaged
    {
        var filled = column.Values.AsSpan().ToArray();
        for (var row = 0; row < filled.Length; row++)
            if (column.IsNull(row)) filled[row] = (T)values[row];
        return new Column<T>(column.Kind, filled);
    }

    private static object Stored(Column column, int row) => column switch
    {
        TextColumn text => text.Text(row)!,
        Column<double> numbers => numbers.Values[row],
        Column<bool> flags => flags.Values[row],
        _ => ((Column<long>)column).Values[row],
    };

    private static object Constant(string name, ColumnKind kind, Fill fill)
    {
        var (value, of) = ((object, ColumnKind))fill.Value!;
        if (of == kind) return value;
        return kind == ColumnKind.Number && of == ColumnKind.Integer ? (double)(long)value
            : throw new ArgumentException($"Column '{name}' is {kind.Word()}; Fill.Constant got {of.Word()}. Give a value of the column's kind.");
    }
}
