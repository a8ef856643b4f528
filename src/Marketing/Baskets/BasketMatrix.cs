using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Marketing.Baskets;

/// <summary>Which items each basket holds: one row an item that is there (sparse), or one column an item (dense).</summary>
/// <remarks>A basket may be an order, a customer or a session: whatever column is named. Lines without basket or item are left out.</remarks>
public static class BasketMatrix
{
    private const int MostItems = 1_000;

    /// <summary>The sparse matrix: one row a basket and item in it.</summary>
    /// <remarks>Lazy: one group-by where the lines are, on every engine.</remarks>
    /// <param name="lines">One row an item in a basket; the same item may come several times.</param>
    /// <param name="basket">The column that says which basket.</param>
    /// <param name="item">The column that says which item.</param>
    /// <param name="quantity">A numeric column of pieces, negative for what came back; null to count lines. A null quantity adds nothing.</param>
    /// <param name="values">Flags or counts. Default: counts.</param>
    /// <returns>Basket, item and <c>count</c> (above 0: lines as an integer, quantities in their own kind; 1 for flags), sorted by both. An item of which
    /// as much came back as was bought is not there.</returns>
    /// <exception cref="ArgumentException">A column is missing, or the quantity is no number.</exception>
    public static DataFrame Sparse(DataFrame lines, string basket, string item, string? quantity = null, BasketValues values = BasketValues.Counts)
    {
        ArgumentNullException.ThrowIfNull(lines);
        if (basket == item || basket == "count" || item == "count")
            throw new ArgumentException($"A basket matrix takes two columns of which none is called 'count'. Got '{basket}' for the basket and '{item}' for the item. Rename the column first, e.g. lines.Rename((\"count\", \"item\")).");
        var counted = lines.Where(c => !c[basket].IsNull() & !c[item].IsNull()).GroupBy(basket, item)
            .Aggregate(("count", quantity is null ? Agg.Count() : Agg.Sum(quantity))).Where(c => c["count"] > 0);
        return (values == BasketValues.Flags ? counted.With(("count", _ => 1)) : counted).OrderBy(basket, item);
    }

    /// <summary>The dense matrix: one row a basket, one column an item, 0 where it is not there.</summary>
    /// <remarks>Counts are made where the lines are; the matrix itself is made in memory, so this runs. Memory: 8 bytes · baskets · items. For many
    /// items use <see cref="Sparse"/>, or name the items wanted.</remarks>
    /// <param name="lines">One row an item in a basket.</param>
    /// <param name="basket">The column that says which basket.</param>
    /// <param name="item">The column that says which item; its values as text become columns.</param>
    /// <param name="quantity">A numeric column of pieces; null to count lines.</param>
    /// <param name="values">Flags or counts. Default: flags.</param>
    /// <param name="items">The items wanted, as text, in this order; baskets without any of them have zeros. Default: null, all, in the order of
    /// their values. Range: up to 1,000.</param>
    /// <returns>The basket's column, sorted, and a column an item.</returns>
    /// <exception cref="ArgumentException">A column is missing, there are too many items, or an item is called as the basket's column is.</exception>
    public static DataFrame Dense(DataFrame lines, string basket, string item, string? quantity = null, BasketValues values = BasketValues.Flags,
        IReadOnlyList<string>? items = null)
    {
        var sparse = Sparse(lines, basket, item, quantity, values).Collect();
        var wanted = items ?? [.. sparse.Select(("item", c => c[item]), ("text", c => c[item].ToText())).Distinct("text").OrderBy("item").Text("text").ToStrings().OfType<string>()];
        if (wanted.Count > MostItems)
            throw new ArgumentException($"A dense basket matrix takes up to {MostItems:N0} items. Column '{item}' has {wanted.Count:N0}. Name those wanted with items:, or use BasketItems.");
        if (wanted.Contains(basket))
            throw new ArgumentException($"An item is called '{basket}' as the column of baskets is. Rename the column first, e.g. lines.Rename((\"{basket}\", \"basket\")).");
        if (wanted.Count == 0) return sparse.Select(basket).Distinct(basket);
        string[] columns = [.. wanted.Select(name => name.Length > 0 ? name : "empty")]; // as Pivot calls them
        var zero = sparse.Schema["count"].Kind == ColumnKind.Integer ? (Expr)0 : 0.0;
        return sparse.Pivot(basket, item, Agg.Sum("count"), [.. wanted]).OrderBy(basket)
            .With([.. columns.Select(name => (name, (Func<ColumnScope, Expr>)(c => c[name].OrElse(zero))))]).Collect();
    }
}
