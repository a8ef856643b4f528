using System.Runtime.CompilerServices;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Plans;

namespace MarketingNotebooks.Data.Engines.DuckDb;

/// <summary>What is to be known about frames that SQL gave, kept beside them as long as they live.</summary>
internal static class SqlNotes
{
    private static readonly ConditionalWeakTable<PlanNode, IReadOnlyList<string>> Notes = [];

    /// <summary>Keeps the notes of a frame.</summary>
    public static DataFrame Attach(DataFrame frame, IReadOnlyList<string> notes)
    {
        if (notes.Count > 0) Notes.AddOrUpdate(frame.Plan, notes);
        return frame;
    }

    /// <summary>The notes of the frame that a plan starts from; of a join, those of the left side.</summary>
    public static IReadOnlyList<string> Of(PlanNode plan)
    {
        while (plan.Inputs.Count > 0) plan = plan.Inputs[0];
        return Notes.TryGetValue(plan, out var notes) ? notes : [];
    }
}
