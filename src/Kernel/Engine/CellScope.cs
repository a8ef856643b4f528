using System.ComponentModel;
using MarketingNotebooks.Kernel.Engine.Running;

namespace MarketingNotebooks.Kernel.Engine;

/// <summary>What compiled cells call for <c>using var</c> at top level. Not for use by hand.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CellScope
{
    /// <summary>Keeps a value for disposal at the end of the cell, and returns it.</summary>
    public static T Own<T>(T value)
    {
        if (value is IDisposable or IAsyncDisposable) CellRun.Current?.Own(value);
        return value;
    }
}
