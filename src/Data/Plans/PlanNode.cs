using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Plans;

/// <summary>One step of a relational plan. Names and kinds were checked when it was made; its result, once run, is kept.</summary>
internal abstract class PlanNode(Schema schema)
{
    private Table? _result;

    /// <summary>Names and kinds of the step's result.</summary>
    public Schema Schema { get; } = schema;

    /// <summary>The step's whole result, when it has been run.</summary>
    public Table? Result => Volatile.Read(ref _result);

    /// <summary>The steps that this one reads.</summary>
    public abstract IReadOnlyList<PlanNode> Inputs { get; }

    /// <summary>One line for <c>Explain</c>.</summary>
    public abstract string Describe();

    /// <summary>Keeps the whole result; the first one kept stays.</summary>
    public Table Keep(Table result) => Interlocked.CompareExchange(ref _result, result, null) ?? result;
}
