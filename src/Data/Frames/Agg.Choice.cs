using MarketingNotebooks.Data.Expressions;

namespace MarketingNotebooks.Data.Frames;

public sealed partial class Agg
{
    /// <summary>The first value, in the rows' order or that of another column.</summary>
    /// <param name="column">A column's name.</param>
    /// <param name="orderBy">The value of the row where this column is least; rows without a value in either are passed over, and of equal rows
    /// the first counts. Default: null, the rows' own order, which a database does not have.</param>
    /// <param name="where">Takes only rows in which this is true. Default: all.</param>
    public static Agg First(string column, string? orderBy = null, Func<ColumnScope, Expr>? where = null) =>
        new(AggregateKind.First, c => c[column], where, 0, orderBy is null ? null : c => c[orderBy]);

    /// <summary>The last value, in the rows' order or that of another column.</summary>
    /// <param name="column">A column's name.</param>
    /// <param name="orderBy">The value of the row where this column is greatest; rows without a value in either are passed over, and of equal rows
    /// the last counts. Default: null, the rows' own order, which a database does not have.</param>
    /// <param name="where">Takes only rows in which this is true. Default: all.</param>
    public static Agg Last(string column, string? orderBy = null, Func<ColumnScope, Expr>? where = null) =>
        new(AggregateKind.Last, c => c[column], where, 0, orderBy is null ? null : c => c[orderBy]);

    /// <summary>The most frequent value; of equally frequent ones the least.</summary>
    /// <param name="column">A column's name.</param>
    /// <param name="where">Takes only rows in which this is true. Default: all.</param>
    public static Agg Mode(string column, Func<ColumnScope, Expr>? where = null) => new(AggregateKind.Mode, c => c[column], where);

    /// <summary>True where the condition is true in at least one row; nulls are passed over.</summary>
    /// <param name="condition">A boolean formula.</param>
    public static Agg Any(Func<ColumnScope, Expr> condition) => new(AggregateKind.Any, condition, null);

    /// <summary>True where the condition is false in no row; nulls are passed over.</summary>
    /// <param name="condition">A boolean formula.</param>
    public static Agg All(Func<ColumnScope, Expr> condition) => new(AggregateKind.All, condition, null);
}
