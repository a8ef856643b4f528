using MarketingNotebooks.Data.Sources;

namespace MarketingNotebooks.Data.Plans;

/// <summary>Where the rows of a step come from.</summary>
/// <param name="Source">The source whose tables it reads; null when all is in memory.</param>
/// <param name="ReadsMemory">True when it reads a frame in memory.</param>
internal sealed record Origin(Source? Source, bool ReadsMemory)
{
    private static readonly Origin Memory = new(null, true);

    /// <summary>Of a step whose inputs know theirs.</summary>
    /// <exception cref="NotSupportedException">It reads two sources.</exception>
    public static Origin Of(PlanNode step) => step switch
    {
        TableNode table => new Origin(table.Source, false),
        { Inputs.Count: 0 } => Memory,
        _ => step.Inputs.Select(input => input.Origin).Aggregate(Both),
    };

    private static Origin Both(Origin left, Origin right)
    {
        if (left == right) return left;
        if (left.Source is not null && right.Source is not null && left.Source != right.Source)
            throw new NotSupportedException($"A plan runs at one source. This one reads {left.Source} and {right.Source}. Collect() one side first.");
        return new Origin(left.Source ?? right.Source, left.ReadsMemory || right.ReadsMemory);
    }
}
