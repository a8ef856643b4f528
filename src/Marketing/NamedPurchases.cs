using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Marketing;

/// <summary>Purchases whose columns were named and need no reading: they stay a plan, which a database can run.</summary>
internal static class NamedPurchases
{
    /// <summary>The rows with customer, date and finite amount, under their common names; nothing runs.</summary>
    /// <returns>Null where a name is not given, or a column must be read first (dates written as text or integers, customers as numbers):
    /// <see cref="Transactions.Read"/> does that.</returns>
    /// <exception cref="ArgumentException">A column is missing.</exception>
    public static DataFrame? Plan(DataFrame frame, string? customer, string? date, string? amount, bool withAmount = true)
    {
        ArgumentNullException.ThrowIfNull(frame);
        if (customer is null || date is null || withAmount && amount is null) return null;
        var schema = frame.Schema;
        if (schema[customer].Kind is not (ColumnKind.Integer or ColumnKind.Text) || schema[date].Kind != ColumnKind.Timestamp) return null;
        if (!withAmount)
            return frame.Select(("customer_id", c => c[customer]), ("order_date", c => c[date])).Where(c => !c["customer_id"].IsNull() & !c["order_date"].IsNull());
        if (schema[amount!].Kind is not (ColumnKind.Integer or ColumnKind.Number)) return null;
        return frame.Select(("customer_id", c => c[customer]), ("order_date", c => c[date]), ("amount", c => c[amount!].ToNumber()))
            .Where(c => !c["customer_id"].IsNull() & !c["order_date"].IsNull() & c["amount"].Abs() < double.PositiveInfinity);
    }
}
