using System.Collections.Immutable;
using MarketingNotebooks.Data.Display;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Numerics;
using MarketingNotebooks.Numerics.Resampling;

namespace MarketingNotebooks.Marketing.Segmentation;

/// <summary>What the members of each segment have in common, in numbers and in words. Immutable.</summary>
/// <remarks>
/// <para>A segment is set apart by the features whose mean, and the levels whose share, lie farthest from those of all customers, in standard
/// deviations of all customers; below 0.2, a small effect (Cohen 1988), nothing is said. A sentence leaves out what as
/// many customers drawn at random could show too, and says where a segment is too small to be sure of.</para>
/// <para>The tests guard against chance in small segments. For the features that a clustering was made from they are no proof that the
/// segments exist: a clustering separates any data. Ask <see cref="Learning.Evaluation.ClusterStability"/> for that.</para>
/// <para>Source: Lebart, Morineau and Piron (1995), Statistique exploratoire multidimensionnelle, §2.3, as in FactoMineR's <c>catdes</c>.</para>
/// </remarks>
[TypeFormatterSource(typeof(SegmentProfileFormatters))]
public sealed class SegmentProfile
{
    private SegmentProfile(DataFrame frame, ImmutableArray<SegmentDifference> differences, ImmutableArray<string> sentences) =>
        (Frame, Differences, Sentences) = (frame, differences, sentences);

    /// <summary>One row a segment, the largest first: <c>segment</c>, <c>customers</c>, <c>share</c> (of customers), with revenue
    /// <c>revenue</c>, <c>revenue_share</c> and <c>revenue_per_customer</c>; <c>mean_x</c> for each numeric feature x; <c>apart</c>, what sets the
    /// segment apart, in notes; <c>sentence</c>, the same in words for a reader.</summary>
    public DataFrame Frame { get; }

    /// <summary>Every feature, and every level of every category, of every segment, in the segments' order.</summary>
    public ImmutableArray<SegmentDifference> Differences { get; }

    /// <summary>One sentence a segment, the largest first, e.g.
    /// <c>Segment 2 — 1,204 customers (12 %): spends 3.1× the average (€ 412 against € 133), last bought 12 days ago (mean 86 days).</c></summary>
    public ImmutableArray<string> Sentences { get; }

    /// <summary>Sums up segments of customers.</summary>
    /// <param name="customers">One row a customer.</param>
    /// <param name="segment">Name of the column that holds the segment: text, integer (a cluster's label) or boolean, without gaps.</param>
    /// <param name="features">Names of columns to compare, each once: finite numbers by their means, text and booleans by the shares of their levels; missing values
    /// are left out of both.</param>
    /// <param name="revenue">Name of the column of each customer's revenue; null for none.</param>
    /// <param name="options">How it speaks; null for the defaults.</param>
    /// <exception cref="ArgumentException">A column is missing or of the wrong kind, a customer has no segment, a feature is infinite, there are no rows, or an option is
    /// outside its range.</exception>
    public static SegmentProfile Of(DataFrame customers, string segment, IEnumerable<string> features, string? revenue = null,
        SegmentProfileOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(customers);
        options ??= new SegmentProfileOptions();
        var groups = Groups(customers, segment);
        var names = features.Distinct().ToList();
        if (names.Count == 0) throw new ArgumentException("SegmentProfile needs at least one feature. Got none.");
        Check(options, names);
        var paid = revenue is null ? null : Numbers(customers, revenue);

        var order = groups.OrderByDescending(group => group.Rows.Count).ToList(); // stable: equal sizes stay in order of appearance
        var segments = order.ConvertAll(group => (Name: Name(group.Key), group.Rows));
        var found = names.SelectMany(name => Compare(customers, name, segments)).ToList();
        var adjusted = MultipleTesting.Adjust([.. found.Select(each => each.PValue)], Adjustment.BenjaminiHochberg);
        for (var i = 0; i < found.Count; i++) found[i] = found[i] with { AdjustedPValue = adjusted[i] };
        var bySegment = found.ToLookup(each => each.Segment);
        ImmutableArray<SegmentDifference> differences = [.. segments.SelectMany(each => bySegment[each.Name])];

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
        foreach (var feature in differences.Where(each => each.Level is null).GroupBy(each => each.Feature))
            columns.Add(($"mean_{feature.Key}", Column(feature.Select(each => each.Value))));
        var words = new SegmentWords(options);
        var numbered = customers.Schema[segment].Kind == ColumnKind.Integer;
        var ranked = segments.ConvertAll(each => bySegment[each.Name].OrderByDescending(one => Math.Abs(one.Difference)).ToList());
        columns.Add(("apart", TextColumn.From(ranked.Select(words.Apart))));
        ImmutableArray<string> sentences = [.. segments.Zip(ranked, (each, largest) =>
            words.Sentence(Title(each.Name, numbered), each.Rows.Count, each.Rows.Count / (double)customers.RowCount, largest))];
        columns.Add(("sentence", TextColumn.From(sentences)));
        return new SegmentProfile(DataFrame.FromColumns([.. columns]), differences, sentences);
    }

    /// <summary>One row a feature, or level of a category, and segment: <c>segment</c>, <c>feature</c>, <c>level</c>, <c>value</c>, <c>average</c>,
    /// <c>difference</c> (in standard deviations), <c>ratio</c>, <c>p_value</c>, <c>p_adjusted</c>.</summary>
    public DataFrame Tidy() => DataFrame.FromColumns(
        ("segment", TextColumn.From(Differences.Select(each => each.Segment))),
        ("feature", TextColumn.From(Differences.Select(each => each.Feature))),
        ("level", TextColumn.From(Differences.Select(each => each.Level))),
        ("value", Column(Differences.Select(each => each.Value))),
        ("average", Column(Differences.Select(each => each.Average))),
        ("difference", Column(Differences.Select(each => each.Difference))),
        ("ratio", Column(Differences.Select(each => each.Ratio))),
        ("p_value", Column(Differences.Select(each => each.PValue))),
        ("p_adjusted", Column(Differences.Select(each => each.AdjustedPValue))));

    /// <summary>The sentences, one a line.</summary>
    public override string ToString() => string.Join("\n", Sentences);

    private static IEnumerable<SegmentDifference> Compare(DataFrame customers, string name, List<(string Name, List<int> Rows)> segments) =>
        customers.Schema[name].Kind switch
        {
            ColumnKind.Text => SegmentComparison.Levels(name, customers.Text(name), segments),
            ColumnKind.Boolean => SegmentComparison.Levels(name, TextColumn.From(customers[name].ToDoubles().Select(value => double.IsNaN(value) ? null : value == 1 ? "yes" : "no")), segments),
            _ => SegmentComparison.Numbers(name, Finite(name, Numbers(customers, name)), segments),
        };

    private static List<(object Key, List<int> Rows)> Groups(DataFrame customers, string segment)
    {
        var column = customers[segment];
        if (customers.Schema[segment].Kind is not (ColumnKind.Text or ColumnKind.Integer or ColumnKind.Boolean))
            throw new ArgumentException($"Column '{segment}' is {customers.Schema[segment].Kind.Word()}. SegmentProfile takes segments from text, integers or booleans.");
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
        : throw new ArgumentException($"Column '{name}' is {customers.Schema[name].Kind.Word()}. SegmentProfile compares numbers, text and booleans; revenue is a number.{(customers.Schema[name].Kind == ColumnKind.Timestamp ? $" Turn dates into days first, e.g. c => (asOf - c[\"{name}\"]).TotalDays()." : "")}");

    private static double[] Finite(string name, double[] values) => Array.FindIndex(values, double.IsInfinity) is >= 0 and var row
        ? throw new ArgumentException($"Row {row}, feature '{name}' is {values[row]}. SegmentProfile compares means: replace or drop infinite values.")
        : values;

    private static string Name(object key) => Convert.ToString(key, System.Globalization.CultureInfo.InvariantCulture)!;

    /// <summary>Labels of clusters are no names, and −1 is what density methods call the rows of none.</summary>
    private static string Title(string name, bool numbered) => numbered && name == "-1" ? "In no segment (noise)" : name.Length > 0 && (char.IsAsciiDigit(name[0]) || name[0] == '-') ? $"Segment {name}" : name;

    private static void Check(SegmentProfileOptions options, List<string> names)
    {
        var check = new OptionChecks(nameof(SegmentProfileOptions))
            .AtLeast(nameof(options.MostSaid), options.MostSaid, 1)
            .NotNegative(nameof(options.LeastDifference), options.LeastDifference)
            .Require(options.Significance is > 0 and <= 1, nameof(options.Significance), "in (0, 1]", options.Significance)
            .AtLeast(nameof(options.FewCustomers), options.FewCustomers, 1);
        foreach (var (property, keys) in new[] { (nameof(options.Units), options.Units.Keys), (nameof(options.Phrases), options.Phrases.Keys) })
            if (keys.Except(names).FirstOrDefault() is { } unknown)
                check.Require(false, property, $"about features ({string.Join(", ", names)})", $"'{unknown}'");
        check.ThrowIfAny();
    }

    private static Column<double> Column(IEnumerable<double> values) => new(ColumnKind.Number, [.. values]);
}
