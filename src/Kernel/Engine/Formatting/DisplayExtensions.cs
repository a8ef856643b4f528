using MarketingNotebooks.Kernel.Engine.Running;
using Microsoft.DotNet.Interactive.Formatting;

namespace MarketingNotebooks.Kernel.Engine.Formatting;

/// <summary>Showing values from inside a cell.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows a value below the cell. Outside of a cell it does nothing.</summary>
    /// <param name="value">The value, or null.</param>
    /// <param name="mimeTypes">The mime types to show it in. Default: all it has.</param>
    /// <returns>A handle that can replace what is shown.</returns>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes)
    {
        var run = CellRun.Current;
        var id = run?.Session.NextDisplayId() ?? "";
        run?.Output.Display(Formatter.ToBundle(value, mimeTypes), id);
        return new DisplayedValue(run, id, mimeTypes);
    }

    /// <summary>Shows a text that already is in a mime type, e.g. <c>"&lt;b&gt;yes&lt;/b&gt;".DisplayAs("text/html")</c>.</summary>
    public static DisplayedValue DisplayAs(this string value, string mimeType) => Display(new Rendered(value, mimeType));
}
