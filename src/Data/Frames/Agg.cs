using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Plans;

namespace MarketingNotebooks.Data.Frames;

/// <summary>What an aggregate computes.</summary>
internal enum AggregateKind
{
    Rows, Count, CountDistinct, Sum, Mean, Min, Max, Variance, StdDev, Median, Quantile, First, Last,
}

/// <summary>A summary of a group's rows. Nulls are passed over; a group with no value gives null (counts give 0).</summary>
public sealed class Agg
{
    private readonly AggregateKind _kind;
    private readonly Func<ColumnScope, Expr>? _argument;
    private readonly double _parameter;

    private Agg(AggregateKind kind, Func<ColumnScope, Expr>? argument, double parameter = 0) =>
        (_kind, _argument, _parameter) = (kind, argument, parameter);

    /// <summary>Number of rows, as an integer.</summary>
    public static Agg Count() => new(AggregateKind.Rows, null);

    /// <summary>Number of rows with a value, as an integer.</summary>
    /// <param name="column">A column's name.</param>
    public static Agg Count(string column) => new(AggregateKind.Count, c => c[column]);

    /// <summary>Number of rows in which the condition is true, as an integer.</summary>
    /// <param name="condition">A boolean formula.</param>
    public static Agg CountIf(Func<ColumnScope, Expr> condition) => new(AggregateKind.Count, c => Expr.If(condition(c), true, null));

    /// <summary>Number of different values, as an integer; every NaN is the same value.</summary>
    /// <param name="column">A column's name.</param>
    public static Agg CountDistinct(string column) => new(AggregateKind.CountDistinct, c => c[column]);

    /// <summary>Sum, of the column's kind (integer, number or duration); an integer overflow is an error.</summary>
    /// <param name="column">A column's name.</param>
    public static Agg Sum(string column) => Sum(c => c[column]);

    /// <summary>Sum of a formula's values.</summary>
    /// <param name="value">A formula that gives integers, numbers or durations.</param>
    public static Agg Sum(Func<ColumnScope, Expr> value) => new(AggregateKind.Sum, value);

    /// <summary>Arithmetic mean, as a number; of timestamps a timestamp, of durations a duration.</summary>
    /// <param name="column">A column's name.</param>
    public static Agg Mean(string column) => Mean(c => c[column]);

    /// <summary>Arithmetic mean of a formula's values.</summary>
    /// <param name="value">A formula that gives integers, numbers, timestamps or durations.</param>
    public static Agg Mean(Func<ColumnScope, Expr> value) => new(AggregateKind.Mean, value);

    /// <summary>Least value; text by Unicode code points; NaN counts as greater than every number.</summary>
    /// <param name="column">A column's name.</param>
    public static Agg Min(string column) => Min(c => c[column]);

    /// <summary>Least of a formula's values.</summary>
    /// <param name="value">A formula of any kind.</param>
    public static Agg Min(Func<ColumnScope, Expr> value) => new(AggregateKind.Min, value);

    /// <summary>Greatest value; text by Unicode code points; NaN counts as greater than every number.</summary>
    /// <param name="column">A column's name.</param>
    public static Agg Max(string column) => Max(c => c[column]);

    /// <summary>Greatest of a formula's values.</summary>
    /// <param name="value">A formula of any kind.</param>
    public static Agg Max(Func<ColumnScope, Expr> value) => new(AggregateKind.Max, value);

    /// <summary>Sample variance (divided by n − 1), as a number; null for fewer than two values.</summary>
    /// <param name="column">The name of a column of integers or numbers.</param>
    public static Agg Variance(string column) => new(AggregateKind.Variance, c => c[column]);

    /// <summary>Sample standard deviation (n − 1), as a number; null for fewer than two values.</summary>
    /// <param name="column">The name of a column of integers or numbers.</param>
    public static Agg StdDev(string column) => new(AggregateKind.StdDev, c => c[column]);

    /// <summary>Median, as a number: the middle value, or the mean of the two in the middle.</summary>
    /// <param name="column">The name of a column of integers or numbers.</param>
    public static Agg Median(string column) => new(AggregateKind.Median, c => c[column], 0.5);

    /// <summary>Quantile, as a number, interpolated linearly between the two nearest values (Hyndman and Fan 1996, type 7).</summary>
    /// <param name="column">The name of a column of integers or numbers.</param>
    /// <param name="share">Share of values below. Range: 0 to 1.</param>
    public static Agg Quantile(string column, double share)
    {
        if (share is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(share), $"Agg.Quantile takes a share from 0 to 1. Got {share}.");
        return new(AggregateKind.Quantile, c => c[column], share);
    }

    /// <summary>The first value in the rows' order.</summary>
    /// <param name="column">A column's name.</param>
    public static Agg First(string column) => new(AggregateKind.First, c => c[column]);

    /// <summary>The last value in the rows' order.</summary>
    /// <param name="column">A column's name.</param>
    public static Agg Last(string column) => new(AggregateKind.Last, c => c[column]);

    internal BoundAggregate Bind(string name, Schema schema)
    {
        var argument = _argument?.Invoke(new ColumnScope(schema));
        var kind = argument?.Kind;
        return new BoundAggregate(name, _kind, argument, _parameter, _kind switch
        {
            AggregateKind.Rows or AggregateKind.Count or AggregateKind.CountDistinct => ColumnKind.Integer,
            AggregateKind.Min or AggregateKind.Max or AggregateKind.First or AggregateKind.Last => kind!.Value,
            AggregateKind.Sum => kind!.Value.IsNumeric() || kind == ColumnKind.Duration ? kind.Value : throw Refuse("numbers or durations"),
            AggregateKind.Mean => kind switch
            {
                ColumnKind.Timestamp or ColumnKind.Duration => kind.Value,
                _ => kind!.Value.IsNumeric() ? ColumnKind.Number : throw Refuse("numbers, timestamps or durations"),
            },
            _ => kind!.Value.IsNumeric() ? ColumnKind.Number : throw Refuse("numbers"),
        });

        ArgumentException Refuse(string wanted) => new($"Agg.{_kind} for '{name}' takes {wanted}. Got {argument} ({kind!.Value.Word()}).");
    }
}
