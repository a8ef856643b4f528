using System.Collections.Immutable;
using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Marketing.Segmentation;

/// <summary>How unevenly revenue is spread over customers: Lorenz curve, Gini coefficient, share of the top x %. Immutable.</summary>
/// <remarks>Sources: Lorenz (1905), Publications of the ASA 9(70); Gini (1912). The Gini coefficient is that of the customers given, as a
/// population: 0 when all spend the same, 1 − 1/n when one spends everything. Not for: comparing shops whose lists cover periods of
/// different length, because a longer list always looks less concentrated.</remarks>
public sealed class Concentration
{
    private readonly double[] _cumulative; // [i]: revenue of the i customers who spend least

    private Concentration(double[] sorted)
    {
        _cumulative = new double[sorted.Length + 1];
        for (var i = 0; i < sorted.Length; i++) _cumulative[i + 1] = _cumulative[i] + sorted[i];
    }

    /// <summary>Number of customers n.</summary>
    public int Customers => _cumulative.Length - 1;

    /// <summary>Revenue of all customers, in the units given.</summary>
    public double Revenue => _cumulative[^1];

    /// <summary>The Gini coefficient, in [0, 1).</summary>
    public double Gini
    {
        get
        {
            var under = 0.0;
            for (var i = 1; i < _cumulative.Length; i++) under += (_cumulative[i - 1] + _cumulative[i]) / 2;
            return 1 - 2 * under / (Customers * Revenue);
        }
    }

    /// <summary>The Lorenz curve: <c>customers</c>, share of customers from those who spend least upwards, and <c>revenue</c>, their share of
    /// revenue; n + 1 rows from (0, 0) to (1, 1).</summary>
    public DataFrame Lorenz => DataFrame.FromColumns(
        ("customers", Numbers(i => i / (double)Customers)),
        ("revenue", Numbers(i => _cumulative[i] / Revenue)));

    /// <summary>From the totals of customers.</summary>
    /// <param name="totals">Revenue of each customer, ≥ 0, not all 0.</param>
    /// <exception cref="ArgumentException">No customers, a total that is negative or not finite, or no revenue at all.</exception>
    public static Concentration Of(IEnumerable<double> totals)
    {
        var sorted = totals.ToArray();
        if (sorted.Length == 0) throw new ArgumentException("Concentration needs at least one customer. Got none.");
        for (var i = 0; i < sorted.Length; i++)
            if (!(sorted[i] >= 0 && double.IsFinite(sorted[i])))
                throw new ArgumentException($"Concentration needs totals ≥ 0. Got {sorted[i]} for customer {i}. Set refunds off against later "
                    + "purchases, or raise negative totals to 0 first.");
        Array.Sort(sorted);
        return sorted[^1] > 0 ? new Concentration(sorted) : throw new ArgumentException("Concentration needs some revenue. Got 0 for every customer.");
    }

    /// <summary>From a list of purchases.</summary>
    /// <param name="orders">One row a purchase.</param>
    /// <param name="customer">Name of the customer's column; null to look for it, see <see cref="Transactions.Read"/>.</param>
    /// <param name="date">Name of the date's column; null to look for it.</param>
    /// <param name="amount">Name of the amount's column; null to look for it.</param>
    /// <exception cref="ArgumentException">A column is missing or ambiguous, or the totals are not fit for a Lorenz curve.</exception>
    public static Concentration Of(DataFrame orders, string? customer = null, string? date = null, string? amount = null) =>
        Of(Transactions.Read(orders, customer, date, amount).Frame.GroupBy("customer_id").Aggregate(("total", Agg.Sum("amount")))["total"].ToDoubles());

    /// <summary>Share of revenue that comes from the best customers.</summary>
    /// <param name="share">Share of customers, e.g. 0.2 for the top fifth. Range: 0 to 1. Between two customers it is interpolated.</param>
    /// <returns>In [<paramref name="share"/>, 1].</returns>
    /// <exception cref="ArgumentException">The share is outside its range.</exception>
    public double TopShare(double share)
    {
        if (!(share >= 0 && share <= 1)) throw new ArgumentException($"TopShare needs a share of customers in [0, 1]. Got {share}.");
        var rest = (1 - share) * Customers;
        var whole = Math.Min((int)rest, Customers - 1);
        var below = _cumulative[whole] + (rest - whole) * (_cumulative[whole + 1] - _cumulative[whole]);
        return 1 - below / Revenue;
    }

    /// <summary>Fewest customers that bring a share of revenue.</summary>
    /// <param name="share">Share of revenue, e.g. 0.8. Range: 0 to 1.</param>
    /// <returns>A number of customers, in [0, n].</returns>
    /// <exception cref="ArgumentException">The share is outside its range.</exception>
    public int CustomersFor(double share)
    {
        if (!(share >= 0 && share <= 1)) throw new ArgumentException($"CustomersFor needs a share of revenue in [0, 1]. Got {share}.");
        var count = 0;
        // A hair's breadth for the rounding of sums.
        while (count < Customers && Revenue - _cumulative[Customers - count] < (share - 1e-12) * Revenue) count++;
        return count;
    }

    private Column<double> Numbers(Func<int, double> value) =>
        new(ColumnKind.Number, [.. Enumerable.Range(0, _cumulative.Length).Select(value)]);
}
