using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Tests.Engines.Remote;

/// <summary>Compares results of two engines: as sets of rows, and the columns of an order in place.</summary>
internal static class SameFrames
{
    /// <summary>Relative difference allowed between numbers: engines add in different orders and have their own exp, log and pow.
    /// Beside it a part of the column's greatest value, for what cancels out in a sum.</summary>
    public const double Tolerance = 1e-12;

    /// <summary>What may be left where all cancels out: 2⁻⁵³ of values up to some hundreds, as the spread of equal ones is.</summary>
    public const double Rest = 1e-13;

    /// <summary>Null when both are the same, else the first difference.</summary>
    public static string? Difference(DataFrame expected, DataFrame got, string[] order)
    {
        if (expected.Schema.ToString() != got.Schema.ToString()) return $"schema {expected.Schema} against {got.Schema}";
        if (expected.RowCount != got.RowCount) return $"{expected.RowCount} rows against {got.RowCount}";
        foreach (var name in order)
            if (Difference(name, expected.Column(name), got.Column(name)) is { } place) return "order: " + place;
        var (a, b) = (Sorted(expected), Sorted(got));
        return expected.ColumnNames.Select(name => Difference(name, a.Column(name), b.Column(name))).FirstOrDefault(difference => difference is not null);
    }

    private static DataFrame Sorted(DataFrame frame)
    {
        // Numbers last and rounded, so that a difference in the last digit does not change places.
        var exact = frame.Schema.Where(field => field.Kind != ColumnKind.Number).Select(field => field.Name).ToList();
        var numbers = frame.Schema.Where(field => field.Kind == ColumnKind.Number).Select(field => field.Name).ToList();
        var keyed = frame.Collect();
        foreach (var name in numbers)
            keyed = keyed.With("≈" + name, new Column<double>(ColumnKind.Number, [.. keyed.Column<double>(name).Span.ToArray().Select(value => (double)(float)value)], keyed.Column(name).Validity));
        return keyed.OrderBy([.. exact.Concat(numbers.Select(name => "≈" + name)).Concat(numbers).Select(name => (SortKey)name)]).Collect();
    }

    private static string? Difference(string name, Column expected, Column got)
    {
        var scale = expected is Column<double> numbers ? numbers.Span.ToArray().Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max() : 0;
        for (var row = 0; row < expected.Length; row++)
        {
            var same = (expected.IsNull(row), got.IsNull(row)) switch
            {
                (true, true) => true,
                (false, false) => expected is Column<double> ? Close(((Column<double>)expected).Span[row], ((Column<double>)got).Span[row], scale)
                    : expected is Column<long> whole ? whole.Span[row] == ((Column<long>)got).Span[row] : Equals(expected[row], got[row]),
                _ => false,
            };
            if (!same) return $"column '{name}', row {row}: {Shown(expected, row)} against {Shown(got, row)}";
        }
        return null;
    }

    private static string Shown(Column column, int row) => column.IsNull(row) ? "null" : column switch
    {
        Column<double> numbers => numbers.Span[row].ToString("R", null),
        Column<long> whole => whole.Span[row].ToString(null, null),
        _ => $"'{column[row]}'",
    };

    private static bool Close(double a, double b, double scale) =>
        a.Equals(b) || a == b || double.IsFinite(a) && double.IsFinite(b) && Math.Abs(a - b) <= Rest + Tolerance * Math.Max(Math.Max(Math.Abs(a), Math.Abs(b)), scale);
}
