using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;
using Micros = MarketingNotebooks.Data.Text.Times;

namespace MarketingNotebooks.Marketing.Cohorts;

/// <summary>How many customers of each cohort, those who first bought in the same period, buy again in later periods. Immutable.</summary>
/// <remarks>A customer is active in a period when at least one purchase falls in it; retention in period k is active customers over the
/// cohort's size. A period that the data do not cover to its end is left out, never counted as zero: it would look like a loss.
/// <para>Trap: the first cohort of a list that begins in the middle of a shop's life holds old customers too. Not for: contracts, where
/// one knows who left (there retention can only fall).</para>
/// Source: Fader and Hardie (2009), J. Interactive Marketing 23(1), for cohorts of customers without a contract.</remarks>
public sealed class CohortRetention
{
    private const int MostPeriods = 6_000; // memory grows with their square
    private readonly int _first; // number of the first cohort's period
    private readonly int _periods; // complete periods from the first cohort on
    private readonly int[][] _active; // [cohort][age]: active customers; ages run to the last complete period

    private CohortRetention(CohortPeriod period, int first, int periods, int[][] active, int leftOut)
    {
        (Period, _first, _periods, _active, LeftOut) = (period, first, periods, active, leftOut);
    }

    /// <summary>Length of a period.</summary>
    public CohortPeriod Period { get; }

    /// <summary>Customers whose first purchase lies in a period that the data do not cover to its end; they are in no cohort.</summary>
    public int LeftOut { get; }

    /// <summary>Number of cohorts, those without customers included.</summary>
    public int Count => _periods;

    /// <summary>One row a cohort and age: <c>cohort</c> (start of its period), <c>age</c> (periods since, 0 for the first), <c>size</c> (customers
    /// of the cohort), <c>active</c> (of them, at that age), <c>retention</c> (active/size). Only complete periods, only cohorts with customers.</summary>
    public DataFrame Long
    {
        get
        {
            var cells = Enumerable.Range(0, _periods).Where(cohort => Size(cohort) > 0)
                .SelectMany(cohort => _active[cohort].Select((active, age) => (Cohort: cohort, Age: age, Active: active))).ToList();
            return DataFrame.FromColumns(
                ("cohort", Times(cells.Select(cell => cell.Cohort))),
                ("age", Integers(cells.Select(cell => (long)cell.Age))),
                ("size", Integers(cells.Select(cell => (long)Size(cell.Cohort)))),
                ("active", Integers(cells.Select(cell => (long)cell.Active))),
                ("retention", new Column<double>(ColumnKind.Number, [.. cells.Select(cell => cell.Active / (double)Size(cell.Cohort))])));
        }
    }

    /// <summary>One row a cohort: <c>cohort</c>, <c>size</c>, and retention at each age in columns <c>0</c>, <c>1</c>, …; null where the period
    /// is not complete. Only cohorts with customers.</summary>
    public DataFrame Matrix
    {
        get
        {
            int[] cohorts = [.. Enumerable.Range(0, _periods).Where(cohort => Size(cohort) > 0)];
            var columns = new List<(string, Column)>
            {
                ("cohort", Times(cohorts)),
                ("size", Integers(cohorts.Select(cohort => (long)Size(cohort)))),
            };
            for (var age = 0; age < _periods; age++)
            {
                var at = age;
                columns.Add(($"{age}", new Column<double>(ColumnKind.Number,
                    [.. cohorts.Select(cohort => at < _active[cohort].Length ? _active[cohort][at] / (double)Size(cohort) : 0)],
                    Validity.FromFlags([.. cohorts.Select(cohort => at < _active[cohort].Length)]))));
            }
            return DataFrame.FromColumns([.. columns]);
        }
    }

    /// <summary>Retention by age over all cohorts that have reached it, weighted by their size: <c>age</c>, <c>cohorts</c> and
    /// <c>customers</c> that reached it, <c>active</c> of them, <c>retention</c>. Later ages rest on older cohorts alone.</summary>
    public DataFrame Curve
    {
        get
        {
            var rows = Enumerable.Range(0, _periods).Select(age =>
            {
                int[] reached = [.. Enumerable.Range(0, _periods - age).Where(cohort => Size(cohort) > 0)];
                return (Age: age, Cohorts: reached.Length, Customers: reached.Sum(Size), Active: reached.Sum(cohort => _active[cohort][age]));
            }).ToList();
            return DataFrame.FromColumns(
                ("age", Integers(rows.Select(row => (long)row.Age))),
                ("cohorts", Integers(rows.Select(row => (long)row.Cohorts))),
                ("customers", Integers(rows.Select(row => (long)row.Customers))),
                ("active", Integers(rows.Select(row => (long)row.Active))),
                ("retention", new Column<double>(ColumnKind.Number, [.. rows.Select(row => row.Active / (double)row.Customers)])));
        }
    }

    /// <summary>Forms cohorts and follows them.</summary>
    /// <remarks>Where customer and date are named and hold integers or text and timestamps, the counting runs where the purchases are, a database of
    /// any kind included, and one row a cohort and period comes back. Else the columns are found and read into memory.
    /// Cost: O(n) time; memory O(customers · periods).</remarks>
    /// <param name="orders">One row a purchase; refunds should be taken out first.</param>
    /// <param name="customer">Name of the customer's column; null to look for it, see <see cref="Transactions.Read"/>.</param>
    /// <param name="date">Name of the date's column; null to look for it.</param>
    /// <param name="period">Length of a period. Default: month.</param>
    /// <param name="until">The day from which on nothing was recorded (UTC): a period is complete when it ends by then; later rows do not
    /// count. Null: the day after the last purchase, which is too early when the last days of the list had none.</param>
    /// <exception cref="ArgumentException">A column is missing or ambiguous, no period is complete, or they are more than 6,000.</exception>
    public static CohortRetention Of(DataFrame orders, string? customer = null, string? date = null,
        CohortPeriod period = CohortPeriod.Month, DateTime? until = null)
    {
        var purchases = NamedPurchases.Plan(orders, customer, date, null, withAmount: false) ?? Transactions.Read(orders, customer, date, withAmount: false).Frame;
        var last = purchases.Aggregate(("last", Agg.Max("order_date")))["last"];
        if (last.IsNull(0)) throw new ArgumentException("CohortRetention needs at least one purchase with customer and date. Got none.");
        var end = Micros.StartOfDay(until is { } given ? Micros.FromDateTime(given) : ((Column<long>)last).Span[0] + Micros.Day);

        // Number of the first period that is not complete.
        var open = period.Number(Micros.ToDateTime(end));
        var counted = Counted(purchases.Where(c => c["order_date"] < Micros.ToDateTime(end)), period);
        var cells = Enumerable.Range(0, counted.RowCount).Select(row => (Birth: period.Number(counted.Value<DateTime>("birth", row)),
            Number: period.Number(counted.Value<DateTime>("period", row)), Customers: checked((int)counted.Value<long>("customers", row)))).ToArray();
        var first = cells.Length == 0 ? open : cells.Min(cell => cell.Birth);
        if (first >= open)
            throw new ArgumentException($"CohortRetention needs a complete {period.ToString().ToLowerInvariant()}. The data end on "
                + $"{Micros.ToText(end - Micros.Day)}; choose a shorter period, or set until: when nothing happened after it.");

        var periods = open - first;
        if (periods > MostPeriods)
            throw new ArgumentException($"CohortRetention follows up to {MostPeriods:N0} periods. Got {periods:N0} from {Micros.ToText(Micros.FromDateTime(period.Start(first)))} on. "
                + "Take out dates that stand for none, such as 0001-01-01 or 1900-01-01, or choose a longer period.");
        var active = Enumerable.Range(0, periods).Select(cohort => new int[periods - cohort]).ToArray();
        var leftOut = 0;
        foreach (var (birth, number, customers) in cells)
            if (number < open) active[birth - first][number - birth] = customers;
            else if (birth == number) leftOut += customers;
        return new CohortRetention(period, first, periods, active, leftOut);
    }

    /// <summary>Customers active in each period, by the period of their first purchase: group-bys and a join, which every engine has.</summary>
    private static DataFrame Counted(DataFrame purchases, CohortPeriod period)
    {
        var unit = period switch { CohortPeriod.Week => Unit.Week, CohortPeriod.Month => Unit.Month, _ => Unit.Quarter };
        var active = purchases.With(("period", c => c["order_date"].Trunc(unit))).GroupBy("customer_id", "period").Aggregate(("rows", Agg.Count()));
        var births = active.GroupBy("customer_id").Aggregate(("birth", Agg.Min("period")));
        return active.Join(births, "customer_id", Join.Inner, Match.ManyToOne).GroupBy("birth", "period").Aggregate(("customers", Agg.Count())).Collect();
    }

    /// <summary>Customers of a cohort.</summary>
    private int Size(int cohort) => _active[cohort][0];

    private Column<long> Times(IEnumerable<int> cohorts) => new(ColumnKind.Timestamp,
        [.. cohorts.Select(cohort => Micros.FromDateTime(Period.Start(_first + cohort)))]);

    private static Column<long> Integers(IEnumerable<long> values) => new(ColumnKind.Integer, [.. values]);
}
