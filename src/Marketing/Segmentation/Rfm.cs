using MarketingNotebooks.Data.Expressions;
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
    private const int Bins = 5;

    /// <summary>Sums up each customer's purchases before a day.</summary>
    /// <remarks>Rows with a negative amount are refunds: they lower monetary value but are no purchases. A customer with refunds only
    /// has frequency 0 and their dates. Rows without customer, date or amount are left out; <see cref="Transactions.Read"/> gives
    /// them, and says which columns are taken when none are named. Cost: O(n log n) time.</remarks>
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
    /// <exception cref="ArgumentException">A column is missing or ambiguous, or no purchase lies before <paramref name="asOf"/>.</exception>
    public static DataFrame Of(DataFrame orders, string? customer = null, string? date = null, string? amount = null,
        DateTime? asOf = null, RfmOptions? options = null)
    {
        options ??= new RfmOptions();
        var purchases = Transactions.Read(orders, customer, date, amount).Frame
            .With(("day", c => c["order_date"].Trunc(Unit.Day)), ("bought", c => c["amount"] >= 0));
        if (purchases.RowCount == 0) throw new ArgumentException("Rfm needs at least one purchase with customer, date and amount. Got none.");
        var days = purchases.Column<long>("day").Span;
        var end = asOf is { } given ? Times.StartOfDay(Times.FromDateTime(given)) : Max(days) + Times.Day;
        var before = purchases.Where(c => c["day"] < Times.ToDateTime(end));
        if (before.RowCount == 0)
            throw new ArgumentException($"Rfm needs a purchase before asOf. Got asOf {Times.ToText(end)} and a first purchase on {Times.ToText(Min(days))}.");

        var bought = options.Frequency == PurchaseUnit.Day
            ? before.Where(c => c["bought"]).Distinct("customer_id", "day")
            : before.Where(c => c["bought"]);
        var counted = bought.GroupBy("customer_id").Aggregate(("count", Agg.Count()), ("from", Agg.Min("day")), ("to", Agg.Max("day")));
        var table = before.GroupBy("customer_id")
            .Aggregate(("monetary", Agg.Sum("amount")), ("any_from", Agg.Min("day")), ("any_to", Agg.Max("day")))
            .Join(counted, "customer_id", Join.Left, Match.OneToOne)
            .Select(("customer_id", c => c["customer_id"]), ("frequency", c => c["count"].OrElse(0)), ("monetary", c => c["monetary"]),
                ("first_date", c => c["from"].OrElse(c["any_from"])), ("last_date", c => c["to"].OrElse(c["any_to"])))
            .Collect();
        return Scored(table, end);
    }

    private static DataFrame Scored(DataFrame table, long end)
    {
        var last = table.Column<long>("last_date").Span;
        var recency = new long[last.Length];
        for (var row = 0; row < recency.Length; row++) recency[row] = (end - last[row]) / Times.Day;
        var (frequency, monetary) = (table.Column<long>("frequency").Span.ToArray(), table["monetary"].ToDoubles());
        var average = new double[recency.Length];
        for (var row = 0; row < average.Length; row++) average[row] = monetary[row] / frequency[row];

        var r = Scores(Array.ConvertAll(recency, days => -(double)days));
        var f = Scores(Array.ConvertAll(frequency, count => (double)count));
        var m = Scores(monetary);
        var (code, segment) = (new TextBuilder(r.Length), new TextBuilder(r.Length));
        for (var row = 0; row < r.Length; row++)
        {
            code.Add($"{r[row]}{f[row]}{m[row]}");
            segment.Add(RfmSegments.Name((int)r[row], (int)f[row], (int)m[row]));
        }
        return DataFrame.FromColumns(
            ("customer_id", table["customer_id"]),
            ("recency", Integers(recency)), ("frequency", Integers(frequency)), ("monetary", table["monetary"]),
            ("average", new Column<double>(ColumnKind.Number, average, Validity.FromFlags(Array.ConvertAll(frequency, count => count > 0)))),
            ("first_date", table["first_date"]), ("last_date", table["last_date"]),
            ("r", Integers(r)), ("f", Integers(f)), ("m", Integers(m)), ("rfm", code.Build()), ("segment", segment.Build()));
    }

    /// <summary>1 + ⌊5 · share of values strictly below⌋.</summary>
    private static long[] Scores(double[] values)
    {
        var order = new int[values.Length];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort((double[])values.Clone(), order);
        var scores = new long[values.Length];
        for (int i = 0, below = 0; i < order.Length; i++)
        {
            if (i > 0 && values[order[i]] != values[order[i - 1]]) below = i;
            scores[order[i]] = 1 + (long)Bins * below / order.Length;
        }
        return scores;
    }

    private static Column<long> Integers(long[] values) => new(ColumnKind.Integer, values);

    private static long Max(ReadOnlySpan<long> values) => System.Numerics.Tensors.TensorPrimitives.Max(values);

    private static long Min(ReadOnlySpan<long> values) => System.Numerics.Tensors.TensorPrimitives.Min(values);
}
