using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines.Windows;

/// <summary>Computes window functions over a table; windows alike share one sort.</summary>
internal sealed class WindowEngine(Table table)
{
    private readonly Dictionary<string, SortedRows> _sorted = [];

    public Column Compute(WindowExpr window, Column? argument)
    {
        if (!_sorted.TryGetValue(window.Window, out var rows)) _sorted.Add(window.Window, rows = SortedRows.Of(table, window.Partition, window.Order));
        return window.Function switch
        {
            <= WindowKind.Buckets => Places.Compute(window, rows),
            <= WindowKind.LastKnown => OtherRows.Compute(window, argument!, rows),
            WindowKind.Min or WindowKind.Max => Extremes.Compute(window, argument!, rows),
            _ => FrameSums.Compute(window, argument!, rows),
        };
    }
}
