using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Plans;

/// <summary>Rows in which a condition is true.</summary>
internal sealed class FilterNode(PlanNode input, Expr condition) : PlanNode(input.Schema)
{
    public PlanNode Input { get; } = input;

    public Expr Condition { get; } = condition;

    public override IReadOnlyList<PlanNode> Inputs => [Input];

    public override IReadOnlyList<HashSet<string>> Needs(HashSet<string> needed) => [[.. needed, .. Condition.Reads]];

    public override PlanNode With(IReadOnlyList<PlanNode> inputs) => new FilterNode(inputs[0], Condition);

    public override string Cost => Condition.HasWindow ? "sorts for its windows, one pass" : "one pass";

    public override string Describe() => $"where {Condition}";
}

/// <summary>Columns computed from the input's columns.</summary>
internal sealed class ProjectNode(PlanNode input, IReadOnlyList<(string Name, Expr Value)> columns)
    : PlanNode(new Schema(columns.Select(column => new Field(column.Name, column.Value.Kind))))
{
    public PlanNode Input { get; } = input;

    public IReadOnlyList<(string Name, Expr Value)> Columns { get; } = columns;

    public override IReadOnlyList<PlanNode> Inputs => [Input];

    public override IReadOnlyList<HashSet<string>> Needs(HashSet<string> needed) => [[.. Columns.Where(column => needed.Contains(column.Name)).SelectMany(column => column.Value.Reads)]];

    public override PlanNode With(IReadOnlyList<PlanNode> inputs) => new ProjectNode(inputs[0], Columns);

    public override string Cost => ProjectCost.Of(this);

    public override string Describe() => "select " + string.Join(", ", Columns.Select(column =>
        column.Value is ColumnExpr plain && plain.Name == column.Name ? column.Name : $"{column.Name} = {column.Value}"));
}

/// <summary>An aggregate whose argument is bound to the input's columns.</summary>
/// <param name="Name">The result's name.</param>
/// <param name="Function">What it computes.</param>
/// <param name="Argument">What it summarises; null for a count of rows.</param>
/// <param name="Parameter">The share of a quantile.</param>
/// <param name="Kind">The result's kind.</param>
/// <param name="Second">The other side of a covariance or correlation, or what a first or last value is ordered by.</param>
internal sealed record BoundAggregate(string Name, AggregateKind Function, Expr? Argument, double Parameter, ColumnKind Kind, Expr? Second = null)
{
    /// <summary>Columns read.</summary>
    public IEnumerable<string> Reads => [.. Argument?.Reads ?? [], .. Second?.Reads ?? []];

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Name} = {Function}({string.Join(", ", new[] { Argument?.ToString(), Second?.ToString(), Function == AggregateKind.Quantile ? $"{Parameter}" : null }.OfType<string>())})";
}

/// <summary>One row a group; without keys, one row.</summary>
internal sealed class AggregateNode(PlanNode input, IReadOnlyList<string> keys, IReadOnlyList<BoundAggregate> aggregates)
    : PlanNode(new Schema([.. keys.Select(key => input.Schema[key]), .. aggregates.Select(aggregate => new Field(aggregate.Name, aggregate.Kind))]))
{
    public PlanNode Input { get; } = input;

    public IReadOnlyList<string> Keys { get; } = keys;

    public IReadOnlyList<BoundAggregate> Aggregates { get; } = aggregates;

    public override IReadOnlyList<PlanNode> Inputs => [Input];

    public override IReadOnlyList<HashSet<string>> Needs(HashSet<string> needed) => [[.. Keys, .. Aggregates.Where(each => needed.Contains(each.Name)).SelectMany(each => each.Reads)]];

    public override PlanNode With(IReadOnlyList<PlanNode> inputs) => new AggregateNode(inputs[0], Keys, Aggregates);

    public override string Cost => Keys.Count == 0 ? "one pass" : "one pass a key, one an aggregate";

    private protected override long? MostRowsOfInputs => Keys.Count == 0 ? 1 : Input.MostRows;

    public override string Describe() => $"aggregate {string.Join(", ", Aggregates)}"
        + (Keys.Count == 0 ? "" : $" by {string.Join(", ", Keys)}");
}

/// <summary>Rows of two inputs side by side.</summary>
internal sealed class JoinNode(PlanNode left, PlanNode right, IReadOnlyList<(string Left, string Right)> keys, Join how, Match expect,
    IReadOnlyList<(string Name, bool FromRight, string Source)> columns)
    : PlanNode(new Schema(columns.Select(column => new Field(column.Name, (column.FromRight ? right : left).Schema[column.Source].Kind))))
{
    public PlanNode Left { get; } = left;

    public PlanNode Right { get; } = right;

    public IReadOnlyList<(string Left, string Right)> Keys { get; } = keys;

    public Join How { get; } = how;

    public Match Expect { get; } = expect;

    public IReadOnlyList<(string Name, bool FromRight, string Source)> Columns { get; } = columns;

    public override IReadOnlyList<PlanNode> Inputs => [Left, Right];

    public override IReadOnlyList<HashSet<string>> Needs(HashSet<string> needed) => [[.. Keys.Select(key => key.Left), .. Columns.Where(column => !column.FromRight && needed.Contains(column.Name)).Select(column => column.Source)],
        [.. Keys.Select(key => key.Right), .. Columns.Where(column => column.FromRight && needed.Contains(column.Name)).Select(column => column.Source)]];

    public override PlanNode With(IReadOnlyList<PlanNode> inputs) => new JoinNode(inputs[0], inputs[1], Keys, How, Expect, Columns);

    public override string Cost => "a table of the right keys, one look-up a left row";

    private protected override long? MostRowsOfInputs => How is Join.Semi or Join.Anti || Expect is Match.ManyToOne or Match.OneToOne && How is Join.Inner or Join.Left ? Left.MostRows : null;

    public override string Describe() =>
        $"{How.ToString().ToLowerInvariant()} join on {string.Join(", ", Keys.Select(key => key.Left == key.Right ? key.Left : $"{key.Left} = {key.Right}"))}";
}

/// <summary>Rows in another order; rows that compare equal keep theirs.</summary>
internal sealed class SortNode(PlanNode input, IReadOnlyList<SortKey> keys) : PlanNode(input.Schema)
{
    public PlanNode Input { get; } = input;

    public IReadOnlyList<SortKey> Keys { get; } = keys;

    public override IReadOnlyList<PlanNode> Inputs => [Input];

    public override IReadOnlyList<HashSet<string>> Needs(HashSet<string> needed) => [[.. needed, .. Keys.Select(key => key.Column)]];

    public override PlanNode With(IReadOnlyList<PlanNode> inputs) => new SortNode(inputs[0], Keys);

    public override string Cost => "radix sort, one pass a byte of the keys";

    public override string Describe() => $"order by {string.Join(", ", Keys.Select(key => key.Descending ? $"{key.Column} descending" : key.Column))}";
}

/// <summary>The first row of each combination of values in some columns.</summary>
internal sealed class DistinctNode(PlanNode input, IReadOnlyList<string> columns) : PlanNode(input.Schema)
{
    public PlanNode Input { get; } = input;

    public IReadOnlyList<string> Columns { get; } = columns;

    public override IReadOnlyList<PlanNode> Inputs => [Input];

    public override IReadOnlyList<HashSet<string>> Needs(HashSet<string> needed) => [[.. needed, .. Columns]];

    public override PlanNode With(IReadOnlyList<PlanNode> inputs) => new DistinctNode(inputs[0], Columns);

    public override string Cost => "one pass a column";

    public override string Describe() => $"distinct by {string.Join(", ", Columns)}";
}

/// <summary>Some consecutive rows: from the start, or from the end where <paramref name="fromEnd"/> is set.</summary>
internal sealed class SliceNode(PlanNode input, int count, bool fromEnd) : PlanNode(input.Schema)
{
    public PlanNode Input { get; } = input;

    public int Count { get; } = count;

    public bool FromEnd { get; } = fromEnd;

    public override IReadOnlyList<PlanNode> Inputs => [Input];

    public override IReadOnlyList<HashSet<string>> Needs(HashSet<string> needed) => [needed];

    public override PlanNode With(IReadOnlyList<PlanNode> inputs) => new SliceNode(inputs[0], Count, FromEnd);

    public override string Cost => "copies those rows";

    private protected override long? MostRowsOfInputs => Math.Min(Count, Input.MostRows ?? Count);

    public override string Describe() => $"{(FromEnd ? "last" : "first")} {Count:N0} rows";
}

/// <summary>Rows drawn at random without replacement, in their order.</summary>
internal sealed class SampleNode(PlanNode input, int count, int seed) : PlanNode(input.Schema)
{
    public PlanNode Input { get; } = input;

    public int Count { get; } = count;

    public int Seed { get; } = seed;

    public override IReadOnlyList<PlanNode> Inputs => [Input];

    public override IReadOnlyList<HashSet<string>> Needs(HashSet<string> needed) => [needed];

    public override PlanNode With(IReadOnlyList<PlanNode> inputs) => new SampleNode(inputs[0], Count, Seed);

    public override string Cost => "one pass";

    private protected override long? MostRowsOfInputs => Math.Min(Count, Input.MostRows ?? Count);

    public override string Describe() => $"sample {Count:N0} rows, seed {Seed}";
}

/// <summary>Rows of one input under those of another with the same names and kinds.</summary>
internal sealed class ConcatNode(PlanNode first, PlanNode second) : PlanNode(first.Schema)
{
    public PlanNode First { get; } = first;

    public PlanNode Second { get; } = second;

    public override IReadOnlyList<PlanNode> Inputs => [First, Second];

    public override IReadOnlyList<HashSet<string>> Needs(HashSet<string> needed) => [needed, needed];

    public override PlanNode With(IReadOnlyList<PlanNode> inputs) => new ConcatNode(inputs[0], inputs[1]);

    public override string Cost => "one copy";

    private protected override long? MostRowsOfInputs => First.MostRows + Second.MostRows is >= 0 and var rows ? rows : null;

    public override string Describe() => "concatenate";
}
