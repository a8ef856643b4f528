using MarketingNotebooks.Data.Expressions;

namespace MarketingNotebooks.Data.Frames;

public sealed partial class Agg
{
    /// <summary>Number of rows, as an integer.</summary>
    /// <param name="where">Counts only rows in which this is true. Default: all.</param>
    public static Agg Count(Func<ColumnScope, Expr>? where = null) => new(AggregateKind.Rows, null, where);

    /// <summary>Number of rows with a value, as an integer.</summary>
    /// <param name="column">A column's name.</param>
    /// <param name="where">Counts only rows in which this is true. Default: all.</param>
    public static Agg Count(string column, Func<ColumnScope, Expr>? where = null) => new(AggregateKind.Count, c => c[column], where);

    /// <summary>Number of rows in which the condition is true, as an integer.</summary>
    /// <param name="condition">A boolean formula.</param>
    public static Agg CountIf(Func<ColumnScope, Expr> condition) => new(AggregateKind.Rows, null, condition);

    /// <summary>Number of different values, as an integer; every NaN is the same value.</summary>
    /// <param name="column">A column's name.</param>
    /// <param name="where">Takes only rows in which this is true. Default: all.</param>
    public static Agg CountDistinct(string column, Func<ColumnScope, Expr>? where = null) => new(AggregateKind.CountDistinct, c => c[column], where);

    /// <summary>Sum, of the column's kind (integer, number or duration). Integers are summed exactly; a total beyond 64 bits is an error.</summary>
    /// <param name="column">A column's name.</param>
    /// <param name="where">Takes only rows in which this is true. Default: all.</param>
    public static Agg Sum(string column, Func<ColumnScope, Expr>? where = null) => Sum(c => c[column], where);

    /// <summary>Sum of a formula's integers, numbers or durations.</summary>
    /// <param name="value">A formula.</param>
    /// <param name="where">Takes only rows in which this is true. Default: all.</param>
    public static Agg Sum(Func<ColumnScope, Expr> value, Func<ColumnScope, Expr>? where = null) => new(AggregateKind.Sum, value, where);

    /// <summary>Arithmetic mean, as a number; of timestamps a timestamp, of durations a duration.</summary>
    /// <param name="column">A column's name.</param>
    /// <param name="where">Takes only rows in which this is true. Default: all.</param>
    public static Agg Mean(string column, Func<ColumnScope, Expr>? where = null) => Mean(c => c[column], where);

    /// <summary>Arithmetic mean of a formula's integers, numbers, timestamps or durations.</summary>
    /// <param name="value">A formula.</param>
    /// <param name="where">Takes only rows in which this is true. Default: all.</param>
    public static Agg Mean(Func<ColumnScope, Expr> value, Func<ColumnScope, Expr>? where = null) => new(AggregateKind.Mean, value, where);

    /// <summary>Least value; text by Unicode code points; NaN counts as greater than every number.</summary>
    /// <param name="column">A column's name.</param>
    /// <param name="where">Takes only rows in which this is true. Default: all.</param>
    public static Agg Min(string column, Func<ColumnScope, Expr>? where = null) => Min(c => c[column], where);

    /// <summary>Least of a formula's values, of any kind.</summary>
    /// <param name="value">A formula.</param>
    /// <param name="where">Takes only rows in which this is true. Default: all.</param>
    public static Agg Min(Func<ColumnScope, Expr> value, Func<ColumnScope, Expr>? where = null) => new(AggregateKind.Min, value, where);

    /// <summary>Greatest value; text by Unicode code points; NaN counts as greater than every number.</summary>
    /// <param name="column">A column's name.</param>
    /// <param name="where">Takes only rows in which this is true. Default: all.</param>
    public static Agg Max(string column, Func<ColumnScope, Expr>? where = null) => Max(c => c[column], where);

    /// <summary>Greatest of a formula's values, of any kind.</summary>
    /// <param name="value">A formula.</param>
    /// <param name="where">Takes only rows in which this is true. Default: all.</param>
    public static Agg Max(Func<ColumnScope, Expr> value, Func<ColumnScope, Expr>? where = null) => new(AggregateKind.Max, value, where);
}
