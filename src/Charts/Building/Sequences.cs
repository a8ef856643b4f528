using System.Collections;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Text;

namespace MarketingNotebooks.Charts.Building;

/// <summary>Makes columns of any sequence of numbers, strings, times or booleans.</summary>
internal static class Sequences
{
    /// <summary>A frame of the sequences that are given.</summary>
    /// <exception cref="ArgumentException">Lengths differ, or a sequence holds something that cannot be drawn.</exception>
    public static DataFrame Frame(string chart, params (string Name, IEnumerable? Values)[] sequences)
    {
        var columns = sequences.Where(each => each.Values is not null).Select(each => (each.Name, Column: Column(chart, each.Name, each.Values!))).ToArray();
        foreach (var (name, column) in columns)
            if (column.Length != columns[0].Column.Length)
                throw new ArgumentException($"{chart} needs as many values of {name} as of {columns[0].Name}. Got {column.Length:N0} and {columns[0].Column.Length:N0}.");
        return DataFrame.FromColumns(columns);
    }

    public static Column Column(string chart, string name, IEnumerable values) => values switch
    {
        double[] numbers => new Column<double>(ColumnKind.Number, (double[])numbers.Clone()),
        int[] integers => new Column<long>(ColumnKind.Integer, Array.ConvertAll(integers, each => (long)each)),
        string => throw new ArgumentException($"{chart} needs a sequence for {name}. Got a single text; to name a column, pass the frame first."),
        _ => Boxed(chart, name, values),
    };

    private static Column Boxed(string chart, string name, IEnumerable values)
    {
        var items = values.Cast<object?>().ToArray();
        var valid = Array.ConvertAll(items, each => each is not null);
        return items.FirstOrDefault(each => each is not null) switch
        {
            null => new Column<double>(ColumnKind.Number, Array.ConvertAll(items, _ => double.NaN)),
            string or char or Enum => TextColumn.From(items.Select(each => each?.ToString())),
            bool => new Column<bool>(ColumnKind.Boolean, Array.ConvertAll(items, each => each is true), Validity.FromFlags(valid)),
            DateTime or DateOnly or DateTimeOffset =>
                new Column<long>(ColumnKind.Timestamp, Array.ConvertAll(items, each => Micros(each)), Validity.FromFlags(valid)),
            TimeSpan => new Column<long>(ColumnKind.Duration, Array.ConvertAll(items, each => each is TimeSpan span ? Times.FromTimeSpan(span) : 0), Validity.FromFlags(valid)),
            long or int or short or byte or sbyte or uint or ushort when items.All(each => each is null or long or int or short or byte or sbyte or uint or ushort) =>
                new Column<long>(ColumnKind.Integer, Array.ConvertAll(items, each => each is null ? 0 : Convert.ToInt64(each)), Validity.FromFlags(valid)),
            IConvertible => new Column<double>(ColumnKind.Number, Array.ConvertAll(items, each => each is null ? double.NaN : Number(chart, name, each))),
            var other => throw new ArgumentException($"{chart} draws numbers, text, times and booleans. The values of {name} are {other.GetType().Name}."),
        };
    }

    private static double Number(string chart, string name, object value)
    {
        if (value is IConvertible and not string) return Convert.ToDouble(value);
        throw new ArgumentException($"{chart} needs values of one kind for {name}. Got numbers and '{value}'.");
    }

    private static long Micros(object? value) => value switch
    {
        DateTime time => Times.FromDateTime(time),
        DateTimeOffset time => Times.FromDateTime(time.UtcDateTime),
        DateOnly day => Times.FromDateTime(day.ToDateTime(TimeOnly.MinValue)),
        _ => 0,
    };
}
