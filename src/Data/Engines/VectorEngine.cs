using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Plans;

namespace MarketingNotebooks.Data.Engines;

/// <summary>Runs a plan over columns in memory, column at a time.</summary>
internal static class VectorEngine
{
    public static Table Run(PlanNode plan) => plan.Result ?? throw new InvalidOperationException($"Cannot run '{plan.Describe()}'.");
}
