using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Plans;

/// <summary>One row for each combination of keys, a column for each value of a column of names: the second half of a pivot.</summary>
/// <param name="input">At most one row for each combination of keys and name.</param>
/// <param name="keys">Columns kept.</param>
/// <param name="names">The text column of names.</param>
/// <param name="value">The column of values.</param>
/// <param name="columns">The names that become columns; rows of others add nothing. Null stands for rows without a name.</param>
internal sealed class SpreadNode(PlanNode input, IReadOnlyList<string> keys, string names, string value, IReadOnlyList<string?> columns)
    : PlanNode(new Schema([.. keys.Select(key => input.Schema[key]), .. columns.Select(name => new Field(Title(name), input.Schema[value].Kind))]))
{
    public PlanNode Input { get; } = input;

    public IReadOnlyList<string> Keys { get; } = keys;

    public string Names { get; } = names;

    public string Value { get; } = value;

    public IReadOnlyList<string?> Columns { get; } = columns;

    public override IReadOnlyList<PlanNode> Inputs => [Input];

    public override IReadOnlyList<HashSet<string>> Needs(HashSet<string> needed) => [[.. Keys, Names, Value]];

    public override PlanNode With(IReadOnlyList<PlanNode> inputs) => new SpreadNode(inputs[0], Keys, Names, Value, Columns);

    public override string Cost => "one pass, then a gather a column";

    public override string Describe() => $"spread {Value} over {Columns.Count:N0} columns by {string.Join(", ", Keys)}";

    /// <summary>The column's name for a name that may be null.</summary>
    public static string Title(string? name) => name is null ? "null" : name.Length == 0 ? "empty" : name;
}
