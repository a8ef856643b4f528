using System.Globalization;
using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Text;

namespace MarketingNotebooks.Data.Engines;

/// <summary>Conversions between kinds; what cannot be converted becomes null.</summary>
internal static class ConversionFunctions
{
    public static Column Evaluate(Evaluator rows, CallExpr call)
    {
        var column = rows.Evaluate(call.Arguments[0]);
        if (call.Function != Function.Cast) return Convert(column, call.Kind, (string?)call.Detail);
        var cast = Convert(column, call.Kind, null);
        if (cast.NullCount == column.NullCount) return cast;
        for (var row = 0; ; row++)
            if (cast.IsNull(row) && !column.IsNull(row))
                throw new InvalidCastException($"Row {row}: {(column is TextColumn ? $"'{column[row]}'" : column[row])} in {call.Arguments[0]} cannot become {call.Kind.Word()}. "
                    + $"Clean it first, or take TryCast(ColumnKind.{call.Kind}), which gives null there.");
    }

    private static Column Convert(Column column, ColumnKind kind, string? format) => kind switch
    {
        _ when column.Kind == kind => column,
        ColumnKind.Number => ToNumber(column),
        ColumnKind.Integer => ToInteger(column),
        ColumnKind.Text => ToText(column),
        ColumnKind.Boolean => ToBoolean(column),
        _ => ToTimestamp(column, format),
    };

    private static Column<bool> ToBoolean(Column column)
    {
        if (column is TextColumn text)
            return Parse<bool>(text, ColumnKind.Boolean, value => value.Trim().ToLowerInvariant() switch { "true" or "1" => true, "false" or "0" => false, _ => null });
        var whole = Operand<long>.Of((Column<long>)column);
        return Kernels.Each<long, bool>(ColumnKind.Boolean, column.Length, whole, whole, (value, _) => value != 0);
    }

    public static Column<double> Doubles(Column column) => column as Column<double> ?? Widen((Column<long>)column);

    public static Column<double> Widen(Column<long> column)
    {
        var numbers = new double[column.Length];
        var values = column.Values;
        Ranges.For(numbers.Length, (start, end) =>
        {
            for (var row = start; row < end; row++) numbers[row] = values[row];
        });
        return new Column<double>(ColumnKind.Number, numbers, column.Validity);
    }

    private static Column<double> ToNumber(Column column) => column switch
    {
        Column<long> whole => Widen(whole),
        TextColumn text => Parse<double>(text, ColumnKind.Number, value =>
            double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null),
        _ => new Column<double>(ColumnKind.Number, column.ToDoubles(), column.Validity),
    };

    private static Column<long> ToInteger(Column column)
    {
        if (column is TextColumn text)
            return Parse<long>(text, ColumnKind.Integer, value =>
                long.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
                    CultureInfo.InvariantCulture, out var whole) ? whole : null);
        var numbers = Operand<double>.Of(ToNumber(column));
        return Kernels.Each<double, long>(ColumnKind.Integer, column.Length, numbers, numbers,
            (value, _) => value is >= -9223372036854775808.0 and < 9223372036854775808.0 ? (long)value : null);
    }

    private static TextColumn ToText(Column column)
    {
        var builder = new TextBuilder(column.Length);
        for (var row = 0; row < column.Length; row++)
            builder.Add(column.IsNull(row) ? null : column switch
            {
                Column<bool> flags => flags.Values[row] ? "true" : "false",
                Column<double> numbers => numbers.Values[row].ToString("R", CultureInfo.InvariantCulture),
                Column<long> { Kind: ColumnKind.Timestamp } times => Times.ToText(times.Values[row]),
                Column<long> { Kind: ColumnKind.Duration } spans => Times.DurationToText(spans.Values[row]),
                Column<long> integers => integers.Values[row].ToString(CultureInfo.InvariantCulture),
                _ => throw new InvalidOperationException($"Cannot write {column.Kind.Word()} as text."),
            });
        return builder.Build();
    }

    private static Column<long> ToTimestamp(Column column, string? format)
    {
        var text = column as TextColumn ?? ToText(column);
        return Parse<long>(text, ColumnKind.Timestamp, value => TimeText.TryParse(value, out var micros, format) ? micros : null);
    }

    private static Column<T> Parse<T>(TextColumn text, ColumnKind kind, Func<string, T?> parse)
        where T : unmanaged
    {
        var parsed = Array.ConvertAll(text.DictionaryArray, value => parse(value));
        var values = new T[text.Length];
        var valid = new bool[text.Length];
        for (var row = 0; row < values.Length; row++)
        {
            if (text.CodeArray[row] < 0 || parsed[text.CodeArray[row]] is not { } value) continue;
            values[row] = value;
            valid[row] = true;
        }
        return new Column<T>(kind, values, Validity.FromFlags(valid));
    }
}
