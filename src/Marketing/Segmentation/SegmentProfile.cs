using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Marketing.Segmentation;

/// <summary>What the members of each segment have in common, in numbers and in words. Immutable.</summary>
/// <remarks>A segment is set apart by the features whose mean lies farthest from that of all customers, in standard deviations of all
/// customers; below 0.2, a small effect (Cohen 1988), nothing is said. The words describe; they do not test.</remarks>
public sealed class SegmentProfile
{
    private const double LeastDifference = 0.2;
    private const int MostSaid = 3;

    private SegmentProfile(DataFrame frame) => Frame = frame;

    /// <summary>One row a segment, the largest first: <c>segment</c>, <c>customers</c>, <c>share</c> (of customers), with revenue
    /// <c>revenue</c>, <c>revenue_share</c> and <c>revenue_per_customer</c>; <c>mean_x</c> for each feature x; <c>apart</c>, what sets the
    /// segment apart, in words.</summary>
    public DataFrame Frame { get; }

    /// <summary>Sums up segments of customers.</summary>
    /// <param name="customers">One row a customer.</param>
    /// <param name="segment">Name of the column that holds the segment: text, integer (a cluster's label) or boolean, without gaps.</param>
    /// <param name="features">Names of numeric columns to compare; missing values are left out of a feature's mean.</param>
    /// <param name="revenue">Name of the column of each customer's revenue; null for none.</param>
    /// <exception cref="ArgumentException">A column is missing or of the wrong kind, a customer has no segment, or there are no rows.</exception>
    public static SegmentProfile Of(DataFrame customers, string segment, IEnumerable<string> features, string? revenue = null)
    {
        ArgumentNullException.ThrowIfNull(customers);
        var groups = Groups(customers, segment);
        var names = features.ToList();
        if (names.Count == 0) throw new ArgumentException("SegmentProfile needs at least one feature. Got none.");
        var values = names.ConvertAll(name => Numbers(customers, name));
        var paid = revenue is null ? null : Numbers(customers, revenue);

        var order = groups.OrderByDescending(group => group.Rows.Count).ToList(); // stable: equal sizes stay in order of appearance
        var columns = new List<(string, Column)>
        {
            ("segment", customers[segment].Take([.. order.Select(group => group.Rows[0])])),
            ("customers", new Column<long>(ColumnKind.Integer, [.. order.Select(group => (long)group.Rows.Count)])),
            ("share", Column(order.Select(group => group.Rows.Count / (double)customers.RowCount))),
        };
        if (paid is not null)
        {
            double[] sums = [.. order.Select(group => group.Rows.Where(row => !double.IsNaN(paid[row])).Sum(row => paid[row]))];
            var total = sums.Sum();
            columns.Add(("revenue", Column(sums)));
            columns.Add(("revenue_share", Column(sums.Select(sum => sum / total))));
            columns.Add(("revenue_per_customer", Column(sums.Zip(order, (sum, group) => sum / group.Rows.Count))));
        }
        var means = order.ConvertAll(group => values.ConvertAll(feature => Mean(feature, group.Rows)));
        for (var i = 0; i < names.Count; i++) columns.Add(($"mean_{names[i]}", Column(means.Select(mean => mean[i]))));
        columns.Add(("apart", TextColumn.From(means.Select(mean => Words(names, values, mean)))));
        return new SegmentProfile(DataFrame.FromColumns([.. columns]));
    }

    private static List<(object Key, List<int> Rows)> Groups(DataFrame customers, string segment)
    {
        var column = customers[segment];
        if (column.Length == 0) throw new ArgumentException("SegmentProfile needs at least one customer. Got none.");
        var groups = new List<(object Key, List<int> Rows)>();
        var known = new Dictionary<object, int>();
        for (var row = 0; row < column.Length; row++)
        {
            var key = column[row] ?? throw new ArgumentException($"Row {row} has no '{segment}'. Drop such rows or give them a segment first.");
            if (!known.TryGetValue(key, out var at))
            {
                known.Add(key, at = groups.Count);
                groups.Add((key, []));
            }
            groups[at].Rows.Add(row);
        }
        return groups;
    }

    private static double[] Numbers(DataFrame customers, string name) => customers.Schema[name].Kind.IsNumeric()
        ? customers[name].ToDoubles()
        : throw new ArgumentException($"Column '{name}' is {customers.Schema[name].Kind.Word()}. SegmentProfile compares numeric columns.");

    private static double Mean(double[] values, IEnumerable<int> rows)
    {
        var (sum, count) = (0.0, 0);
        foreach (var row in rows)
        {
            if (double.IsNaN(values[row])) continue;
            sum += values[row];
            count++;
        }
        return sum / count;
    }

    private static string Words(List<string> names, List<double[]> values, List<double> means)
    {
        var said = new List<(double Difference, string Text)>();
        for (var i = 0; i < names.Count; i++)
        {
            var all = Mean(values[i], Enumerable.Range(0, values[i].Length));
            var variance = Mean(Array.ConvertAll(values[i], value => (value - all) * (value - all)), Enumerable.Range(0, values[i].Length));
            var difference = (means[i] - all) / Math.Sqrt(variance);
            if (!(Math.Abs(difference) >= LeastDifference)) continue;
            said.Add((Math.Abs(difference),
                $"{names[i]} {(difference > 0 ? "high" : "low")}: {Short(means[i])} against {Short(all)} ({difference:+0.0;-0.0} sd)"));
        }
        return said.Count == 0 ? "close to the average" : string.Join("; ", said.OrderByDescending(each => each.Difference).Take(MostSaid).Select(each => each.Text));
    }

    private static string Short(double value) => Math.Abs(value) >= 100 ? value.ToString("N0") : value.ToString("0.0#");

    private static Column<double> Column(IEnumerable<double> values) => new(ColumnKind.Number, [.. values]);
}
