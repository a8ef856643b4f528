using System.Numerics.Tensors;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Text;

namespace MarketingNotebooks.Marketing.Segmentation;

/// <summary>Recency, frequency and monetary value of each customer, their quintile scores and named segments.</summary>
/// <remarks>Scores go from 1 (worst) to 5: 1 + ⌊5 · share of customers who are strictly worse⌋. Equal values get equal scores, the
/// lower one, so quintiles are of equal size only without ties: where half of all customers bought once, those all score 1 in
/// frequency and nobody scores 2.
/// <para>Sources: Hughes (1994), Strategic Database Marketing, for scores by quintile; Fader, Hardie and Lee (2005), J. Marketing
/// Research 42(4), for recency and frequency as what matters of a purchase history.</para></remarks>
public static class Rfm
{
    /// <summary>Sums up each customer's purchases before a day.</summary>
    /// <remarks>Rows with a negative amount are refunds: they lower monetary value but are no purchases. A customer with refunds only
    /// has frequency 0 and their dates. Rows without customer, date or amount are left out; <see cref="Transactions.Read"/> gives
    /// them, and says which columns are taken when none are named. Cost: O(n log n) time.
    /// <para>Lazy where all three columns are named and hold integers or text, timestamps and numbers: nothing runs before the result is read, a
    /// database with window functions computes it (<c>remote.Rfm("customer_id", "order_date", "amount").ToSql()</c>), and no purchases give no
    /// customers. Else the columns are found and read at once, and no purchases are an error.</para></remarks>
    /// <param name="orders">One row a purchase.</param>
    /// <param name="customer">Name of the customer's column; null to look for it.</param>
    /// <param name="date">Name of the date's column (timestamp, or integer or text such as 20240131); null to look for it.</param>
    /// <param name="amount">Name of the amount's column; null to look for it.</param>
    /// <param name="asOf">The day from whose beginning one looks back (UTC): later rows do not count. Null: the day after the last purchase.</param>
    /// <param name="options">What counts as a purchase.</param>
    /// <returns>One row a customer, by first appearance: <c>customer_id</c>; <c>recency</c> (whole days from the day of the last purchase to
    /// <paramref name="asOf"/>, ≥ 1); <c>frequency</c> (purchases); <c>monetary</c> (sum of amounts); <c>average</c> (monetary a purchase; null
    /// without one); <c>first_date</c>, <c>last_date</c>; scores <c>r</c>, <c>f</c>, <c>m</c> in 1 to 5; <c>rfm</c>, their digits as text;
    /// <c>segment</c>, see <see cref="RfmSegments"/>.</returns>
    /// <exception cref="ArgumentException">A column is missing or ambiguous, or, where columns had to be found or read, no purchase
    /// lies before <paramref name="asOf"/>.</exception>
    public static DataFrame Of(DataFrame orders, string? customer = null, string? date = null, string? amount = null,
        DateTime? asOf = null, RfmOptions? options = null)
    {
        var unit = (options ?? new RfmOptions()).Frequency;
        var end = asOf is { } given ? Times.ToDateTime(Times.StartOfDay(Times.FromDateTime(given))) : (DateTime?)null;
        if (NamedPurchases.Plan(orders, customer, date, amount) is { } plan) return RfmPlan.Of(plan, end, unit);

        var purchases = Transactions.Read(orders, customer, date, amount).Frame;
        if (purchases.RowCount == 0) throw new ArgumentException("Rfm needs at least one purchase with customer, date and amount. Got none.");
        var table = RfmPlan.Of(purchases, end, unit).Collect();
        return table.RowCount > 0 ? table : throw new ArgumentException($"Rfm needs a purchase before asOf. Got asOf {Times.ToText(Times.FromDateTime(end!.Value))} "
            + $"and a first purchase on {Times.ToText(Times.StartOfDay(TensorPrimitives.Min(purchases.Column<long>("order_date").Span)))}.");
    }
}
