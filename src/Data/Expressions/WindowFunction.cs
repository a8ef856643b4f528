using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Expressions;

/// <summary>A function over rows that belong together, waiting for <see cref="Over"/> to say which.</summary>
/// <remarks>Cost: one sort for all windows of a verb that share partition and order, O(rows · key bits / 8), then O(rows) a function whatever
/// the frame's length. Rows that tie in the order keep their order in memory; where a database computes the window, order by enough
/// columns to leave no ties.</remarks>
public sealed class WindowFunction
{
    private readonly WindowKind _kind;
    private readonly Expr? _argument;
    private readonly int _count;
    private readonly RowFrame _frame;

    internal WindowFunction(WindowKind kind, Expr? argument, int count = 0, RowFrame frame = default)
    {
        if (argument is not null && argument.HasWindow)
            throw new ArgumentException($"A window function takes no other window function. Got {kind} of {argument}. Compute the inner one in a With first.");
        (_kind, _argument, _count, _frame) = (kind, argument, count, frame);
    }

    /// <summary>The same function over some rows around the current one, for Sum, Mean, Min, Max, Count, StdDev, FirstValue and LastValue.</summary>
    /// <param name="frame">E.g. <c>RowFrame.Last(7)</c> or <c>new RowFrame(-3, 3)</c>.</param>
    /// <exception cref="InvalidOperationException">The function sees single rows, not a frame.</exception>
    public WindowFunction Rows(RowFrame frame) => _kind is >= WindowKind.Sum or WindowKind.FirstValue or WindowKind.LastValue
        ? new(_kind, _argument, _count, frame)
        : throw new InvalidOperationException($"{_kind} takes no frame of rows. Frames go with Sum, Mean, Min, Max, Count, StdDev, FirstValue and LastValue.");

    /// <summary>The value in each row.</summary>
    /// <param name="partition">Columns whose equal values put rows together; nulls are one value. Default: all rows.</param>
    /// <param name="order">Columns that order the rows of a partition, nulls last: a name, <c>Desc("date")</c>, or several in brackets.
    /// Needed by every function that depends on an order: all but sums, means, extremes and counts of whole partitions.</param>
    /// <exception cref="ArgumentException">The function depends on an order and none is given, or it does not take the argument's kind.</exception>
    public Expr Over(ColumnNames partition = default, SortKeys order = default)
    {
        if (order.Keys.Length == 0 && (_kind < WindowKind.Sum || _frame != default))
            throw new ArgumentException($"{_kind} depends on the order of rows. Name it, e.g. .Over({(partition.Names.Length > 0 ? $"partition: \"{partition.Names[0]}\", " : "")}order: \"order_date\").");
        return new WindowExpr(_kind, _argument, _count, _frame, partition.Names, order.Keys, Result());
    }

    private ColumnKind Result() => _kind switch
    {
        WindowKind.PercentRank or WindowKind.CumulativeShare => ColumnKind.Number,
        WindowKind.Count or <= WindowKind.Buckets => ColumnKind.Integer,
        WindowKind.Sum or WindowKind.Mean when _argument!.Kind == ColumnKind.Duration => ColumnKind.Duration,
        WindowKind.Sum or WindowKind.Mean or WindowKind.StdDev when !_argument!.Kind.IsNumeric() => throw new ArgumentException(
            $"{_kind} takes numbers{(_kind == WindowKind.StdDev ? "" : " or durations")}. Got {_argument} ({_argument.Kind.Word()})."),
        WindowKind.Sum => _argument!.Kind,
        WindowKind.Mean or WindowKind.StdDev => ColumnKind.Number,
        _ => _argument!.Kind,
    };
}
