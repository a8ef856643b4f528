using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Sources;

namespace MarketingNotebooks.Data.Plans;

/// <summary>A table of a source, or files it can read, whose rows stay there until a plan over it is collected.</summary>
/// <param name="schema">Names and kinds of the columns.</param>
/// <param name="source">Where it is.</param>
/// <param name="from">What stands after FROM.</param>
/// <param name="values">The SQL of each column, converted to what expressions of its kind take.</param>
/// <param name="storedNames">The names of the columns as stored.</param>
/// <param name="label">The table's name for people.</param>
internal sealed class TableNode(Schema schema, Source source, string from, IReadOnlyList<string> values, IReadOnlyList<string> storedNames, string label) : PlanNode(schema)
{
    public Source Source { get; } = source;

    public string From { get; } = from;

    public IReadOnlyList<string> Values { get; } = values;

    public IReadOnlyList<string> StoredNames { get; } = storedNames;

    public override IReadOnlyList<PlanNode> Inputs => [];

    public override IReadOnlyList<HashSet<string>> Needs(HashSet<string> needed) => [];

    public override PlanNode With(IReadOnlyList<PlanNode> inputs) => this;

    public override string Cost => "read by its engine";

    public override string Describe() => $"table {label} of {Source}: {Schema.Count} columns";
}
