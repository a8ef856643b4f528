using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Expressions;

/// <summary>A window function with its window.</summary>
internal sealed class WindowExpr(WindowKind function, Expr? argument, int count, RowFrame frame, string[] partition, SortKey[] order, ColumnKind kind) : Expr(kind)
{
    public WindowKind Function { get; } = function;

    public Expr? Argument { get; } = argument;

    /// <summary>Rows of a lag or lead; number of buckets.</summary>
    public int Parameter { get; } = count;

    public RowFrame Frame { get; } = frame;

    public string[] Partition { get; } = partition;

    public SortKey[] Order { get; } = order;

    /// <summary>Windows of the same name share one sort.</summary>
    public string Window { get; } = $"{(partition.Length == 0 ? "" : $"partition {string.Join(", ", partition)} ")}"
        + $"{(order.Length == 0 ? "" : $"order {string.Join(", ", order.Select(key => key.Descending ? $"{key.Column} descending" : key.Column))}")}".TrimEnd();

    internal override IReadOnlyList<Expr> Children => Argument is null ? [] : [Argument];

    internal override IEnumerable<string> Reads => [.. Argument?.Reads ?? [], .. Partition, .. Order.Select(key => key.Column)];

    internal override Expr With(IReadOnlyList<Expr> children) =>
        children.Count == 0 ? this : new WindowExpr(Function, children[0], Parameter, Frame, Partition, Order, Kind);

    public override string ToString()
    {
        var arguments = string.Join(", ", new[] { Argument?.ToString(), Function is WindowKind.Lag or WindowKind.Lead && Parameter != 1 || Function == WindowKind.Buckets ? $"{Parameter}" : null,
            Frame == default ? null : Frame.ToString() }.OfType<string>());
        return $"{Function}({arguments}) over ({Window.Trim()})";
    }
}
