using MarketingNotebooks.Data.Plans;

namespace MarketingNotebooks.Data.Frames;

/// <summary>A frame whose rows are grouped by columns, waiting to be summarised.</summary>
public sealed class GroupedFrame
{
    private readonly PlanNode _input;
    private readonly string[] _keys;

    internal GroupedFrame(PlanNode input, string[] keys) => (_input, _keys) = (input, keys);

    /// <summary>One row a group: the keys, then the aggregates. Groups come in order of first appearance; a null is a key of its own.</summary>
    /// <param name="aggregates">A new column's name and what it holds.</param>
    /// <exception cref="ArgumentException">A name is taken twice, a column is missing, or an aggregate does not take its kind.</exception>
    public DataFrame Aggregate(params (string Name, Agg Value)[] aggregates) =>
        new(new AggregateNode(_input, _keys, [.. aggregates.Select(each => each.Value.Bind(each.Name, _input.Schema))]));

    /// <summary>One row a group: the keys and <c>count</c>, the number of rows.</summary>
    public DataFrame Count() => Aggregate(("count", Agg.Count()));
}
