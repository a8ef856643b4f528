using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Marketing;

/// <summary>A list of purchases in the form that the customer methods share: who, when, how much. Immutable and thread-safe.</summary>
/// <remarks>The same columns are found whatever a file calls them; <see cref="Description"/> says what was taken for what.</remarks>
public sealed class Transactions
{
    private Transactions(DataFrame frame, DataFrame setAside, Roles roles, string description)
    {
        Frame = frame;
        SetAside = setAside;
        Customer = roles.Customer;
        Date = roles.Date;
        Amount = roles.Amount;
        Description = description;
    }

    /// <summary>One row a purchase: <c>customer_id</c> (integer or text, as in the source), <c>order_date</c> (timestamp, UTC) and,
    /// when an amount is used, <c>amount</c> (number, in the source's currency).</summary>
    public DataFrame Frame { get; }

    /// <summary>Rows of the source without a customer, a date or a finite amount, with all their columns; they are not in
    /// <see cref="Frame"/>.</summary>
    public DataFrame SetAside { get; }

    /// <summary>Name of the source's column that was taken for the customer.</summary>
    public string Customer { get; }

    /// <summary>Name of the source's column that was taken for the date.</summary>
    public string Date { get; }

    /// <summary>Name of the source's column that was taken for the amount; null when none is used.</summary>
    public string? Amount { get; }

    /// <summary>A sentence or two saying what was taken for what, how to override it, and how many rows were set aside.</summary>
    public string Description { get; }

    /// <summary>Finds the customer, date and amount columns of a frame and gives them their common names and kinds.</summary>
    /// <remarks>Names given are taken. Otherwise: <list type="bullet">
    /// <item>the customer is the column named like customer, client, user, member or buyer (with or without id); else the first
    /// column of text or integers that could identify somebody: fewer different values than rows, but at least √rows of them;</item>
    /// <item>the date is the timestamp column, or a column of integers or text whose every value is a date written yyyymmdd or
    /// yyyy-MM-dd; among several, the one named like an order, purchase, transaction or invoice;</item>
    /// <item>the amount is the numeric column named like amount, revenue, total, sales, spend, dollars or value, or failing that price;
    /// else the last column of decimals.</item></list>
    /// Cost: O(rows · columns) where names do not decide.</remarks>
    /// <param name="frame">One row a purchase (or an order line).</param>
    /// <param name="customer">Name of the customer's column; null to look for it.</param>
    /// <param name="date">Name of the date's column; null to look for it.</param>
    /// <param name="amount">Name of the amount's column; null to look for it.</param>
    /// <param name="withAmount">False when the method needs no amount. Default: true.</param>
    /// <exception cref="ArgumentException">No column fits a role, or several do; the message names them and what to set.</exception>
    public static Transactions Read(DataFrame frame, string? customer = null, string? date = null, string? amount = null,
        bool withAmount = true)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var roles = RoleFinder.Find(frame, customer, date, amount, withAmount);
        var parts = new List<(string Name, Column Column)>
        {
            ("customer_id", CustomerKeys.Read(frame[roles.Customer])!),
            ("order_date", DateColumns.Read(frame[roles.Date])!),
        };
        if (roles.Amount is not null) parts.Add(("amount", Numbers(frame[roles.Amount])));
        var whole = new List<int>();
        var broken = new List<int>();
        var gaps = parts.Where(part => part.Column.NullCount > 0).Select(part => part.Column).ToArray();
        for (var row = 0; gaps.Length > 0 && row < frame.RowCount; row++)
            (Array.Exists(gaps, column => column.IsNull(row)) ? broken : whole).Add(row);
        var kept = DataFrame.FromColumns([.. parts]);
        return new Transactions(broken.Count == 0 ? kept : Take(kept, whole), Take(frame, broken), roles, Describe(roles, frame.RowCount, broken.Count));
    }

    private static DataFrame Take(DataFrame frame, List<int> rows) =>
        DataFrame.FromColumns([.. frame.ColumnNames.Select(name => (name, frame[name].Take([.. rows])))]);

    private static Column<double> Numbers(Column column)
    {
        var values = column.ToDoubles();
        return new Column<double>(ColumnKind.Number, values, Validity.FromFlags(Array.ConvertAll(values, double.IsFinite)));
    }

    private static string Describe(Roles roles, int rows, int broken)
    {
        var found = new List<string> { $"'{roles.Customer}' is taken for the customer", $"'{roles.Date}' for the date" };
        if (roles.Amount is not null) found.Add($"'{roles.Amount}' for the amount");
        var sentence = found.Count == 2 ? string.Join(" and ", found) : $"{found[0]}, {found[1]} and {found[2]}";
        var hint = roles.Guessed ? $" To choose others, set {(roles.Amount is null ? "customer: or date:" : "customer:, date: or amount:")}." : "";
        var aside = broken == 0 ? "" : $" {broken:N0} of {rows:N0} rows lack one of them and were set aside; see SetAside.";
        return $"Column {sentence}.{hint}{aside}";
    }
}
