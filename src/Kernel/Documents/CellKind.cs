namespace MarketingNotebooks.Kernel.Documents;

/// <summary>What a cell holds; nbformat's <c>cell_type</c>.</summary>
public enum CellKind
{
    /// <summary>Code to run.</summary>
    Code,

    /// <summary>Prose in Markdown.</summary>
    Markdown,

    /// <summary>Text that is neither run nor rendered.</summary>
    Raw,
}
