namespace MarketingNotebooks.Kernel.Engine;

/// <summary>Which console stream a text went to.</summary>
public enum StreamKind
{
    /// <summary>Standard output, Jupyter's <c>stdout</c>.</summary>
    Output,

    /// <summary>Standard error, Jupyter's <c>stderr</c>.</summary>
    Error,
}
