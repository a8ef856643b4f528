using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Plans;

/// <summary>Every row of one input beside every row of another.</summary>
internal sealed class CrossNode(PlanNode left, PlanNode right, IReadOnlyList<(string Name, string Source)> columns, long mostCells)
    : PlanNode(new Schema([.. left.Schema, .. columns.Select(column => new Field(column.Name, right.Schema[column.Source].Kind))]))
{
    public PlanNode Left { get; } = left;

    public PlanNode Right { get; } = right;

    /// <summary>The right side's columns and their names in the result.</summary>
    public IReadOnlyList<(string Name, string Source)> Columns { get; } = columns;

    public long MostCells { get; } = mostCells;

    public override IReadOnlyList<PlanNode> Inputs => [Left, Right];

    public override IReadOnlyList<HashSet<string>> Needs(HashSet<string> needed) =>
        [[.. Left.Schema.Names.Where(needed.Contains)], [.. Columns.Where(column => needed.Contains(column.Name)).Select(column => column.Source)]];

    public override PlanNode With(IReadOnlyList<PlanNode> inputs) => new CrossNode(inputs[0], inputs[1], Columns, MostCells);

    private protected override long? MostRowsOfInputs => (Int128?)Left.MostRows * Right.MostRows is { } rows && rows <= long.MaxValue ? (long)rows : null;

    public override string Cost => "rows of the left times rows of the right";

    public override string Describe() => "cross join";
}
