using System.Text.RegularExpressions;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Marketing;

/// <summary>Decides which columns hold customer, date and amount; the rules are told at <see cref="Transactions.Read"/>.</summary>
internal static partial class RoleFinder
{
    public static Roles Find(DataFrame frame, string? customer, string? date, string? amount, bool withAmount)
    {
        var when = date is null ? Date(frame) : Dated(frame, date);
        var who = customer is null ? Customer(frame, when) : Keyed(frame, customer);
        var much = !withAmount ? null : amount is null ? Amount(frame, who, when) : Numeric(frame, amount);
        return new Roles(who, when, much, customer is null || date is null || (withAmount && amount is null));
    }

    private static string Date(DataFrame frame)
    {
        var dated = frame.ColumnNames.Where(name => DateColumns.Read(frame[name]) is not null).ToList();
        if (dated.Count == 1) return dated[0];
        var named = dated.Where(name => PurchaseName().IsMatch(name)).ToList();
        if (named.Count == 1) return named[0];
        throw dated.Count == 0
            ? new ArgumentException($"No column holds dates: a timestamp, or yyyymmdd or yyyy-MM-dd in every row. Set date: to one of {Listed(frame.ColumnNames)}.")
            : new ArgumentException($"Columns {Listed(dated)} could each be the date of purchase. Set date: to one of them.");
    }

    private static string Dated(DataFrame frame, string name)
    {
        var kind = frame.Schema[name].Kind;
        if (DateColumns.Read(frame[name]) is not null) return name;
        throw new ArgumentException(
            $"Column '{name}' ({kind.Word()}) does not hold a date in every row{DateColumns.Offender(frame[name])}. "
            + "Dates are timestamps, or integers or text such as 20240131 or 2024-01-31; name the column with date:, or convert it first.");
    }

    private static string Customer(DataFrame frame, string date)
    {
        var named = frame.Schema.Where(field => field.Name != date && CustomerName().IsMatch(field.Name)
                && CustomerKeys.Read(frame[field.Name]) is not null)
            .Select(field => field.Name).ToList();
        if (named.Count > 0) return FirstIfAlike(frame, named);
        var repeated = frame.Schema.Where(field => field.Name != date && IsKey(field.Kind) && Identifies(frame[field.Name]))
            .Select(field => field.Name).ToList();
        return repeated.Count > 0
            ? FirstIfAlike(frame, repeated)
            : throw new ArgumentException(
                $"No column is named like a customer, and none holds repeated identifiers. Set customer: to one of {Listed(frame.ColumnNames)}.");
    }

    private static string Keyed(DataFrame frame, string name) => CustomerKeys.Read(frame[name]) is not null
        ? name
        : throw new ArgumentException($"Column '{name}' is {frame.Schema[name].Kind.Word()}. Customers are told apart by text or whole numbers; "
            + "name such a column with customer:, or convert this one first.");

    /// <summary>Several candidates are no problem when they tell the same customers apart.</summary>
    private static string FirstIfAlike(DataFrame frame, List<string> names)
    {
        var different = names.Skip(1).Where(name =>
        {
            var pairs = frame.Distinct(names[0], name).RowCount;
            return pairs != frame.Distinct(names[0]).RowCount || pairs != frame.Distinct(name).RowCount;
        }).ToList();
        if (different.Count == 0) return names[0];
        throw new ArgumentException($"Columns {Listed([names[0], .. different])} could each be the customer. Set customer: to one of them.");
    }

    private static string Amount(DataFrame frame, string customer, string date)
    {
        var numeric = frame.Schema.Where(field => field.Kind.IsNumeric() && field.Name != customer && field.Name != date).ToList();
        var named = numeric.Where(field => AmountName().IsMatch(field.Name)).ToList();
        if (named.Count == 1) return named[0].Name;
        if (named.Count > 1) throw Several(named);
        var priced = numeric.Where(field => PriceName().IsMatch(field.Name)).ToList();
        var quantity = numeric.Where(field => QuantityName().IsMatch(field.Name)).ToList();
        if (priced.Count > 0 && quantity.Count > 0)
            throw new ArgumentException($"There are columns '{quantity[0].Name}' and '{priced[0].Name}' but no amount. Add it first: "
                + $"frame.With((\"amount\", c => c[\"{quantity[0].Name}\"] * c[\"{priced[0].Name}\"])); or set amount:.");
        if (priced.Count == 1) return priced[0].Name;
        if (priced.Count > 1) throw Several(priced);
        var decimals = numeric.Where(field => field.Kind == ColumnKind.Number).ToList();
        if (decimals.Count > 0) return decimals[^1].Name;
        return numeric.Count == 1
            ? numeric[0].Name
            : throw new ArgumentException(numeric.Count == 0
                ? $"No column holds numbers that could be the amount. Set amount: to one of {Listed(frame.ColumnNames)}."
                : $"Columns {Listed(numeric.Select(field => field.Name))} could each be the amount. Set amount: to one of them.");
    }

    private static ArgumentException Several(IEnumerable<Field> fields) =>
        new($"Columns {Listed(fields.Select(field => field.Name))} could each be the amount. Set amount: to one of them.");

    private static string Numeric(DataFrame frame, string name) => frame.Schema[name].Kind.IsNumeric()
        ? name
        : throw new ArgumentException($"Column '{name}' is {frame.Schema[name].Kind.Word()}, not a number. Name the amount with amount:, or convert the column first.");

    /// <summary>Fewer different values than rows, so customers come back, but too many for a category or a quantity.</summary>
    private static bool Identifies(Column column)
    {
        var frame = DataFrame.FromColumns(("value", column));
        var distinct = frame.Distinct("value").RowCount;
        return distinct < column.Length && (double)distinct * distinct >= column.Length;
    }

    private static bool IsKey(ColumnKind kind) => kind is ColumnKind.Integer or ColumnKind.Text;

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"'{name}'"));

    [GeneratedRegex(@"^(customer|cust|client|user|member|buyer|shopper|account|household)[ _\-.]?(id|no|nr|number|key|code)?$", RegexOptions.IgnoreCase)]
    private static partial Regex CustomerName();

    [GeneratedRegex("order|purchase|transaction|invoice|bought", RegexOptions.IgnoreCase)]
    private static partial Regex PurchaseName();

    [GeneratedRegex("amount|revenue|total|sales|spen[dt]|dollars|euros?$|turnover|monetary|value", RegexOptions.IgnoreCase)]
    private static partial Regex AmountName();

    [GeneratedRegex("price", RegexOptions.IgnoreCase)]
    private static partial Regex PriceName();

    [GeneratedRegex("quantity|qty|units|pieces", RegexOptions.IgnoreCase)]
    private static partial Regex QuantityName();
}
