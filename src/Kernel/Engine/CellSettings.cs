namespace MarketingNotebooks.Kernel.Engine;

/// <summary>How one cell is run, beside its text.</summary>
public sealed record CellSettings
{
    /// <summary>True: the run is not counted and is no part of the session's numbering. Default: false.</summary>
    public bool Silent { get; init; }
}
