using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines.Windows;

/// <summary>Values taken from other rows of the window.</summary>
internal static class OtherRows
{
    public static Column Compute(WindowExpr window, Column argument, SortedRows rows)
    {
        var sources = new int[rows.Count];
        var count = window.Parameter;
        rows.For(window.Function switch
        {
            WindowKind.Lag => (start, end) =>
            {
                for (var i = start; i < end; i++) sources[rows.Row(i)] = i - start >= count ? rows.Row(i - count) : -1;
            },
            WindowKind.Lead => (start, end) =>
            {
                for (var i = start; i < end; i++) sources[rows.Row(i)] = end - i > count ? rows.Row(i + count) : -1;
            },
            WindowKind.LastKnown => (start, end) =>
            {
                for (var (i, known) = (start, -1); i < end; i++)
                {
                    if (!argument.IsNull(rows.Row(i))) known = rows.Row(i);
                    sources[rows.Row(i)] = known;
                }
            },
            _ => (start, end) => Ends(window, rows, start, end, sources),
        });
        return argument.Take(sources);
    }

    private static void Ends(WindowExpr window, SortedRows rows, int start, int end, int[] sources)
    {
        for (var i = start; i < end; i++)
        {
            var first = Math.Max(start, (long)i + (window.Frame.From ?? -(long)end));
            var last = Math.Min(end - 1, (long)i + (window.Frame.To ?? end));
            sources[rows.Row(i)] = first > last ? -1 : rows.Row((int)(window.Function == WindowKind.FirstValue ? first : last));
        }
    }
}
