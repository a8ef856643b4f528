using MarketingNotebooks.Data.Expressions;

namespace MarketingNotebooks.Data.Frames;

public sealed partial class Agg
{
    /// <summary>Sample variance (divided by n − 1), as a number; null for fewer than two values.</summary>
    /// <param name="column">A column's name.</param>
    /// <param name="where">Takes only rows in which this is true. Default: all.</param>
    public static Agg Variance(string column, Func<ColumnScope, Expr>? where = null) => Variance(c => c[column], where);

    /// <summary>Sample variance of a formula's integers or numbers.</summary>
    /// <param name="value">A formula.</param>
    /// <param name="where">Takes only rows in which this is true. Default: all.</param>
    public static Agg Variance(Func<ColumnScope, Expr> value, Func<ColumnScope, Expr>? where = null) => new(AggregateKind.Variance, value, where);

    /// <summary>Sample standard deviation (n − 1), as a number; null for fewer than two values.</summary>
    /// <param name="column">A column's name.</param>
    /// <param name="where">Takes only rows in which this is true. Default: all.</param>
    public static Agg StdDev(string column, Func<ColumnScope, Expr>? where = null) => StdDev(c => c[column], where);

    /// <summary>Sample standard deviation of a formula's integers or numbers.</summary>
    /// <param name="value">A formula.</param>
    /// <param name="where">Takes only rows in which this is true. Default: all.</param>
    public static Agg StdDev(Func<ColumnScope, Expr> value, Func<ColumnScope, Expr>? where = null) => new(AggregateKind.StdDev, value, where);

    /// <summary>Median, as a number: the middle value, or the mean of the two in the middle. NaN where a value is NaN.</summary>
    /// <param name="column">A column's name.</param>
    /// <param name="where">Takes only rows in which this is true. Default: all.</param>
    public static Agg Median(string column, Func<ColumnScope, Expr>? where = null) => Median(c => c[column], where);

    /// <summary>Median of a formula's integers or numbers.</summary>
    /// <param name="value">A formula.</param>
    /// <param name="where">Takes only rows in which this is true. Default: all.</param>
    public static Agg Median(Func<ColumnScope, Expr> value, Func<ColumnScope, Expr>? where = null) => new(AggregateKind.Median, value, where, 0.5);

    /// <summary>Quantile, as a number, interpolated linearly between the two nearest values (Hyndman and Fan 1996, type 7: numpy's default, SQL's PERCENTILE_CONT).</summary>
    /// <param name="column">A column's name.</param>
    /// <param name="share">Share of values below. Range: 0 to 1.</param>
    /// <param name="where">Takes only rows in which this is true. Default: all.</param>
    public static Agg Quantile(string column, double share, Func<ColumnScope, Expr>? where = null) => Quantile(c => c[column], share, where);

    /// <summary>Quantile of a formula's integers or numbers.</summary>
    /// <param name="value">A formula.</param>
    /// <param name="share">Share of values below. Range: 0 to 1.</param>
    /// <param name="where">Takes only rows in which this is true. Default: all.</param>
    public static Agg Quantile(Func<ColumnScope, Expr> value, double share, Func<ColumnScope, Expr>? where = null)
    {
        if (share is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(share), $"Agg.Quantile takes a share from 0 to 1. Got {share}.");
        return new(AggregateKind.Quantile, value, where, share);
    }

    /// <summary>Sample covariance (divided by n − 1) of two columns over rows where both have a value, as a number; null for fewer than two such rows.</summary>
    /// <param name="column">A column of integers or numbers.</param>
    /// <param name="other">A column of integers or numbers.</param>
    /// <param name="where">Takes only rows in which this is true. Default: all.</param>
    public static Agg Covariance(string column, string other, Func<ColumnScope, Expr>? where = null) =>
        new(AggregateKind.Covariance, c => c[column], where, 0, c => c[other]);

    /// <summary>Pearson's correlation of two columns over rows where both have a value, a number from −1 to 1; null for fewer than two such rows,
    /// or where one side does not vary.</summary>
    /// <param name="column">A column of integers or numbers.</param>
    /// <param name="other">A column of integers or numbers.</param>
    /// <param name="where">Takes only rows in which this is true. Default: all.</param>
    public static Agg Correlation(string column, string other, Func<ColumnScope, Expr>? where = null) =>
        new(AggregateKind.Correlation, c => c[column], where, 0, c => c[other]);
}
