using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Marketing.Segmentation;

/// <summary>RFM as a plan: one group-by and a window of ranks, so that it runs where the purchases are.</summary>
internal static class RfmPlan
{
    private const int Bins = 5;

    /// <summary>The table of <see cref="Rfm.Of"/>.</summary>
    /// <param name="purchases">customer_id, order_date and amount, all present and finite.</param>
    /// <param name="asOf">The beginning of the day from which one looks back; null: the day after the last purchase.</param>
    /// <param name="unit">What frequency counts.</param>
    public static DataFrame Of(DataFrame purchases, DateTime? asOf, PurchaseUnit unit)
    {
        var rows = purchases.With(("day", c => c["order_date"].Trunc(Unit.Day)))
            .With(("end", c => asOf is { } given ? given : c["day"].Max().Over() + TimeSpan.FromDays(1)))
            .Where(c => c["day"] < c["end"]);
        var people = rows.GroupBy("customer_id").Aggregate(
            ("frequency", unit == PurchaseUnit.Day ? Agg.CountDistinct("day", where: Bought) : Agg.CountIf(Bought)),
            ("monetary", Agg.Sum("amount")), ("end", Agg.Max("end")),
            ("first", Agg.Min("day", where: Bought)), ("last", Agg.Max("day", where: Bought)), ("any_first", Agg.Min("day")), ("any_last", Agg.Max("day")));
        return people
            .With(("first_date", c => c["first"].OrElse(c["any_first"])), ("last_date", c => c["last"].OrElse(c["any_last"])))
            .With(("recency", c => (c["end"] - c["last_date"]).TotalDays().Round().ToInteger()))
            .With(("r", c => Score(c, Sort.Desc("recency"))), ("f", c => Score(c, "frequency")), ("m", c => Score(c, "monetary")))
            .Select(("customer_id", c => c["customer_id"]), ("recency", c => c["recency"]), ("frequency", c => c["frequency"]), ("monetary", c => c["monetary"]),
                ("average", c => Expr.If(c["frequency"] > 0, c["monetary"] / c["frequency"], null)),
                ("first_date", c => c["first_date"]), ("last_date", c => c["last_date"]), ("r", c => c["r"]), ("f", c => c["f"]), ("m", c => c["m"]),
                ("rfm", c => Expr.Concat(c["r"], c["f"], c["m"])), ("segment", c => RfmSegments.Name(c["r"], c["f"], c["m"])));
    }

    private static Expr Bought(ColumnScope c) => c["amount"] >= 0;

    /// <summary>1 + ⌊5 · share of customers who are strictly worse⌋: those that rank before in an order from the worst.</summary>
    private static Expr Score(ColumnScope c, SortKey worstFirst) =>
        1 + (Bins * (Window.Rank().Over(order: worstFirst) - 1)).DivideWhole(c[worstFirst.Column].Count().Over());
}
