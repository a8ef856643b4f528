using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines.Sql;

internal abstract partial class SqlDialect
{
    /// <summary>The SQL of a window function.</summary>
    /// <param name="window">The function and its window.</param>
    /// <param name="x">The argument's SQL; null where there is none.</param>
    /// <param name="input">The relation whose columns partition and order the rows.</param>
    protected virtual string Window(WindowExpr window, string? x, Relation input)
    {
        var kind = window.Argument?.Kind ?? ColumnKind.Integer;
        var clauses = new List<string>();
        if (window.Partition.Length > 0) clauses.Add("partition by " + string.Join(", ", window.Partition.Select(name => Key(input[name], input.KindOf(name)))));
        if (window.Order.Length > 0) clauses.Add("order by " + string.Join(", ", window.Order.Select(key => OrderBy(new OrderKey(input[key.Column], input.KindOf(key.Column), key.Descending), false))));
        var single = $"over ({string.Join(" ", clauses)})";
        var framed = $"over ({string.Join(" ", [.. clauses, $"rows between {Side(window.Frame.From, "preceding")} and {Side(window.Frame.To, "following")}"])})";
        var number = x is null ? "" : kind == ColumnKind.Number ? x : Cast(x, NumberType);
        return window.Function switch
        {
            WindowKind.RowNumber => $"row_number() {single}",
            WindowKind.Rank => $"rank() {single}",
            WindowKind.DenseRank => $"dense_rank() {single}",
            WindowKind.PercentRank => $"percent_rank() {single}",
            WindowKind.CumulativeShare => $"cume_dist() {single}",
            WindowKind.Buckets => Cast($"ntile({window.Parameter}) {single}", IntegerType),
            WindowKind.Lag or WindowKind.Lead => $"{window.Function.ToString().ToLowerInvariant()}({x}, {window.Parameter}) {single}",
            WindowKind.FirstValue => $"first_value({x}) {framed}",
            WindowKind.LastValue => $"last_value({x}) {framed}",
            WindowKind.Sum => kind == ColumnKind.Number ? $"sum({x}) {framed}" : Cast($"(sum({x}) {framed})", IntegerType),
            WindowKind.Mean when kind == ColumnKind.Duration => Nearest($"(avg({number}) {framed})"),
            WindowKind.Mean => $"avg({number}) {framed}",
            WindowKind.Count => x is null ? $"count(*) {framed}" : $"count({x}) {framed}",
            WindowKind.Min or WindowKind.Max when kind == ColumnKind.Boolean => $"{(window.Function == WindowKind.Max ? "bool_or" : "bool_and")}({x}) {framed}",
            WindowKind.Min or WindowKind.Max => Plain($"{(window.Function == WindowKind.Max ? "max" : "min")}({Ordered(x!, kind)}) {framed}", kind),
            _ => throw Lacks($"no counterpart of the window function {window.Function}", "Collect() first"),
        };
    }

    /// <summary>A value without the way to compare that <see cref="Ordered"/> gave it.</summary>
    protected virtual string Plain(string value, ColumnKind kind) => value;

    private static string Side(int? offset, string end) => offset switch
    {
        null => "unbounded " + end,
        0 => "current row",
        > 0 => $"{offset} following",
        _ => $"{-(long)offset} preceding",
    };
}
