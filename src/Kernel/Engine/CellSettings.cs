namespace MarketingNotebooks.Kernel.Engine;

/// <summary>How one cell is run, beside its text.</summary>
public sealed record CellSettings
{
    /// <summary>True: the run is not counted and is no part of the session's numbering. Default: false.</summary>
    public bool Silent { get; init; }

    /// <summary>Language of the text up to its first <c>#!</c> line that names another, as in <see cref="Documents.CellMetadata"/>.
    /// Default: null, C#.</summary>
    public string? Language { get; init; }
}
