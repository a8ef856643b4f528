using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Plans;

/// <summary>Columns that are in memory already.</summary>
internal sealed class ScanNode : PlanNode
{
    private readonly string _origin;

    public ScanNode(Table table, string origin, DataFrame? rejects = null)
        : base(table.Schema)
    {
        Keep(table);
        _origin = origin;
        Rejects = rejects;
    }

    /// <summary>Rows of the source that did not fit, when it was read from a file.</summary>
    public DataFrame? Rejects { get; }

    public override IReadOnlyList<PlanNode> Inputs => [];

    public override IReadOnlyList<HashSet<string>> Needs(HashSet<string> needed) => [];

    public override PlanNode With(IReadOnlyList<PlanNode> inputs) => this;

    public override string Cost => "in memory";

    public override string Describe() => $"scan {_origin}: {Result!.Rows:N0} rows × {Schema.Count} columns";
}
