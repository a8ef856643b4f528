using System.Collections.Concurrent;
using System.ComponentModel;

namespace MarketingNotebooks.Kernel.Engine;

/// <summary>Where a variable that was set from outside finds its value. Called by compiled cells; not for use by hand.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CellValue
{
    private static readonly ConcurrentDictionary<int, object?> Waiting = new();
    private static int last;

    /// <summary>Gives out a value that was put down under a number, once.</summary>
    public static object? Take(int key) => Waiting.TryRemove(key, out var value) ? value : null;

    internal static int Put(object? value)
    {
        var key = Interlocked.Increment(ref last);
        Waiting[key] = value;
        return key;
    }
}
