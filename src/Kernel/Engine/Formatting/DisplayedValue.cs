using MarketingNotebooks.Kernel.Engine.Running;
using Microsoft.DotNet.Interactive.Formatting;

namespace MarketingNotebooks.Kernel.Engine.Formatting;

/// <summary>A value that was shown and can be replaced in place, for instance by a later state of a long computation.</summary>
public sealed class DisplayedValue
{
    private readonly CellRun? origin;
    private readonly string[] mimeTypes;

    internal DisplayedValue(CellRun? origin, string id, string[] mimeTypes)
    {
        this.origin = origin;
        this.mimeTypes = mimeTypes;
        Id = id;
    }

    /// <summary>Jupyter's display id, unique in the session and the same in every run of a notebook.</summary>
    public string Id { get; }

    /// <summary>Shows another value in the place of this one, also from a later cell.</summary>
    public void Update(object? updatedValue)
    {
        var run = CellRun.Current ?? origin;
        run?.Output.Update(Formatter.ToBundle(updatedValue, mimeTypes), Id);
    }
}
