using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Plans;

/// <summary>Every left row beside the right row nearest in time.</summary>
internal sealed class AsOfNode(PlanNode left, PlanNode right, (string Left, string Right) on, IReadOnlyList<(string Left, string Right)> by, Nearest which, long? within,
    IReadOnlyList<(string Name, string Source)> columns)
    : PlanNode(new Schema([.. left.Schema, .. columns.Select(column => new Field(column.Name, right.Schema[column.Source].Kind))]))
{
    public PlanNode Left { get; } = left;

    public PlanNode Right { get; } = right;

    public (string Left, string Right) On { get; } = on;

    public IReadOnlyList<(string Left, string Right)> By { get; } = by;

    public Nearest Which { get; } = which;

    /// <summary>Greatest distance, in the units of the columns; null: any.</summary>
    public long? Within { get; } = within;

    /// <summary>The right side's columns and their names in the result.</summary>
    public IReadOnlyList<(string Name, string Source)> Columns { get; } = columns;

    public override IReadOnlyList<PlanNode> Inputs => [Left, Right];

    public override IReadOnlyList<HashSet<string>> Needs(HashSet<string> needed) =>
        [[On.Left, .. By.Select(key => key.Left), .. Left.Schema.Names.Where(needed.Contains)],
            [On.Right, .. By.Select(key => key.Right), .. Columns.Where(column => needed.Contains(column.Name)).Select(column => column.Source)]];

    public override PlanNode With(IReadOnlyList<PlanNode> inputs) => new AsOfNode(inputs[0], inputs[1], On, By, Which, Within, Columns);

    private protected override long? MostRowsOfInputs => Left.MostRows;

    public override string Cost => "sorts the right side, one binary search a left row";

    public override string Describe() => $"as-of join on {On.Left} ({Which.ToString().ToLowerInvariant()} {On.Right})"
        + (By.Count == 0 ? "" : $" by {string.Join(", ", By.Select(key => key.Left))}");
}
