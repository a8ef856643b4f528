using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Marketing.Tests;

/// <summary>Short ways to write and read frames in tests.</summary>
internal static class Frames
{
    /// <summary>Columns customer_id, order_date, amount from (customer, yyyy-MM-dd, amount).</summary>
    public static DataFrame Orders(params (string Customer, string Date, double Amount)[] rows) => DataFrame.FromColumns(
        ("customer_id", TextColumn.From(rows.Select(row => row.Customer))),
        ("order_date", Dates(rows.Select(row => row.Date))),
        ("amount", new Column<double>(ColumnKind.Number, [.. rows.Select(row => row.Amount)])));

    public static Column<long> Dates(IEnumerable<string> dates) =>
        new(ColumnKind.Timestamp, [.. dates.Select(date => Data.Text.Times.FromDateTime(DateTime.Parse(date)))]);

    public static Column<long> Integers(params long[] values) => new(ColumnKind.Integer, values);

    public static Column<double> Numbers(params double[] values) => new(ColumnKind.Number, values);

    public static object?[] Values(this DataFrame frame, string column)
    {
        var values = frame[column];
        return [.. Enumerable.Range(0, values.Length).Select(row => values[row])];
    }

    public static string Error(Action action) => Assert.Throws<ArgumentException>(action).Message;
}
