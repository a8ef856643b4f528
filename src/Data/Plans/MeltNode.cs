using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Plans;

/// <summary>A row for each row and column: its name and its value, beside the columns kept.</summary>
internal sealed class MeltNode(PlanNode input, IReadOnlyList<string> ids, IReadOnlyList<string> columns, string name, string value)
    : PlanNode(new Schema([.. ids.Select(id => input.Schema[id]), new Field(name, ColumnKind.Text), new Field(value, input.Schema[columns[0]].Kind)]))
{
    public PlanNode Input { get; } = input;

    public IReadOnlyList<string> Ids { get; } = ids;

    public IReadOnlyList<string> Columns { get; } = columns;

    public string Name { get; } = name;

    public string Value { get; } = value;

    public override IReadOnlyList<PlanNode> Inputs => [Input];

    public override IReadOnlyList<HashSet<string>> Needs(HashSet<string> needed) => [[.. Ids.Where(needed.Contains), .. Columns]];

    public override PlanNode With(IReadOnlyList<PlanNode> inputs) => new MeltNode(inputs[0], Ids, Columns, Name, Value);

    private protected override long? MostRowsOfInputs => (Int128?)Input.MostRows * Columns.Count is { } rows && rows <= long.MaxValue ? (long)rows : null;

    public override string Cost => "one pass over the result";

    public override string Describe() => $"melt {string.Join(", ", Columns)} into {Name}, {Value}";
}
