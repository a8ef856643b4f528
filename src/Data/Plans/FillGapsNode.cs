using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Plans;

/// <summary>Rows of time buckets with the missing buckets added, in order of time within each group.</summary>
internal sealed class FillGapsNode(PlanNode input, IReadOnlyList<string> by, string time, Unit unit, Gaps gaps) : PlanNode(input.Schema)
{
    public PlanNode Input { get; } = input;

    public IReadOnlyList<string> By { get; } = by;

    public string Time { get; } = time;

    public Unit Unit { get; } = unit;

    public Gaps Gaps { get; } = gaps;

    public override IReadOnlyList<PlanNode> Inputs => [Input];

    public override IReadOnlyList<HashSet<string>> Needs(HashSet<string> needed) => [[.. needed, .. By, Time]];

    public override PlanNode With(IReadOnlyList<PlanNode> inputs) => new FillGapsNode(inputs[0], By, Time, Unit, Gaps);

    public override string Cost => "sorts, then one pass over the result";

    public override string Describe() => $"fill gaps of {Time} by {Unit.ToString().ToLowerInvariant()} ({Gaps.ToString().ToLowerInvariant()})"
        + (By.Count == 0 ? "" : $" for each {string.Join(", ", By)}");
}
