using MarketingNotebooks.Data.Cleaning;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Quality;

/// <summary>How columns go together, in pairs.</summary>
internal static class Associations
{
    /// <summary>Columns beyond this number are left out: pairs grow with its square.</summary>
    public const int MostColumns = 30;

    private const int MostCategories = 50;

    /// <summary><c>left, right, measure, value, rows</c>: Pearson and Spearman for two columns of numbers, the correlation ratio for a category and a number, Cramér's V for two
    /// categories. Rows without either value are left out of a pair.</summary>
    public static DataFrame Of(DataFrame frame)
    {
        var sides = frame.Schema.Take(MostColumns).Select(field => Side.Of(frame, field)).OfType<Side>().ToList();
        var rows = new List<(string Left, string Right, string Measure, double Value, long Rows)>();
        for (var i = 0; i < sides.Count; i++)
            for (var j = i + 1; j < sides.Count; j++)
                foreach (var (measure, value, count) in Pair(sides[i], sides[j]))
                    if (!double.IsNaN(value)) rows.Add((sides[i].Name, sides[j].Name, measure, value, count));
        rows.Sort((a, b) => Math.Abs(b.Value).CompareTo(Math.Abs(a.Value)) is not 0 and var order ? order
            : string.CompareOrdinal(a.Left + a.Right + a.Measure, b.Left + b.Right + b.Measure));
        return DataFrame.FromColumns(("left", TextColumn.From(rows.Select(row => row.Left))), ("right", TextColumn.From(rows.Select(row => row.Right))),
            ("measure", TextColumn.From(rows.Select(row => row.Measure))), ("value", new Column<double>(ColumnKind.Number, [.. rows.Select(row => row.Value)])),
            ("rows", new Column<long>(ColumnKind.Integer, [.. rows.Select(row => row.Rows)])));
    }

    private static IEnumerable<(string Measure, double Value, int Rows)> Pair(Side a, Side b)
    {
        if (a.Numbers is { } x && b.Numbers is { } y)
        {
            var both = Enumerable.Range(0, x.Length).Where(row => !double.IsNaN(x[row]) && !double.IsNaN(y[row])).ToArray();
            var (left, right) = (Array.ConvertAll(both, row => x[row]), Array.ConvertAll(both, row => y[row]));
            return [("pearson", Correlation.Pearson(left, right), both.Length), ("spearman", Correlation.Pearson(Correlation.Ranks(left), Correlation.Ranks(right)), both.Length)];
        }
        if (a.Codes is { } codes && b.Codes is { } others) return [Named("cramers_v", Correlation.CramersV(codes, others))];
        return [Named("correlation_ratio", a.Codes is { } groups ? Correlation.Ratio(groups, b.Numbers!) : Correlation.Ratio(b.Codes!, a.Numbers!))];

        static (string, double, int) Named(string measure, (double Value, int Rows) found) => (measure, found.Value, found.Rows);
    }

    /// <summary>One side of a pair: numbers, or codes of categories with −1 for none.</summary>
    private sealed record Side(string Name, double[]? Numbers, int[]? Codes)
    {
        public static Side? Of(DataFrame frame, Field field)
        {
            if (field.Kind is not (ColumnKind.Text or ColumnKind.Boolean))
                return new Side(field.Name, Array.ConvertAll(frame.Column(field.Name).ToDoubles(), value => double.IsFinite(value) ? value : double.NaN), null);
            var keys = RowKeys.Of(frame, [field.Name]);
            var place = new Dictionary<int, int>();
            var codes = Array.ConvertAll(keys.Slots, slot => keys.Names[slot] is null ? -1 : place.TryGetValue(slot, out var code) ? code : place[slot] = place.Count);
            return place.Count > MostCategories ? null : new Side(field.Name, null, codes);
        }
    }
}
