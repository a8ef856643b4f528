using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Tests.Frames;

/// <summary>Short ways to write columns in tests.</summary>
internal static class Make
{
    public static Column<double> Numbers(params double?[] values) =>
        new(ColumnKind.Number, [.. values.Select(value => value ?? -999)], Validity.FromFlags([.. values.Select(value => value.HasValue)]));

    public static Column<long> Integers(params long?[] values) =>
        new(ColumnKind.Integer, [.. values.Select(value => value ?? long.MaxValue)], Validity.FromFlags([.. values.Select(value => value.HasValue)]));

    public static Column<bool> Flags(params bool?[] values) =>
        new(ColumnKind.Boolean, [.. values.Select(value => value ?? true)], Validity.FromFlags([.. values.Select(value => value.HasValue)]));

    public static Column<long> Times(params string?[] values) => new(ColumnKind.Timestamp,
        [.. values.Select(value => value is null ? -1 : Text.Times.FromDateTime(DateTime.Parse(value)))],
        Validity.FromFlags([.. values.Select(value => value is not null)]));

    public static TextColumn Texts(params string?[] values) => TextColumn.From(values);

    public static object?[] Values(this DataFrame frame, string column)
    {
        var values = frame[column];
        return [.. Enumerable.Range(0, values.Length).Select(row => values[row])];
    }

    public static object?[][] Rows(this DataFrame frame)
    {
        var columns = frame.ColumnNames.Select(name => frame[name]).ToArray();
        return [.. Enumerable.Range(0, frame.RowCount).Select(row => Array.ConvertAll(columns, column => column[row]))];
    }
}
