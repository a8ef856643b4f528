using MarketingNotebooks.Data.Engines.Sorting;
using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines.Windows;

/// <summary>Least and greatest values of frames, of any kind of column.</summary>
internal static class Extremes
{
    public static Column Compute(WindowExpr window, Column argument, SortedRows rows)
    {
        var better = new Better(RowOrder.Keys(argument), window.Function == WindowKind.Min);
        var sources = new int[rows.Count];
        rows.For((start, end) =>
        {
            var candidates = new int[end - start];
            var chosen = new int[end - start];
            for (var i = start; i < end; i++) candidates[i - start] = argument.IsNull(rows.Row(i)) ? -1 : rows.Row(i);
            Sliding.Run(candidates, chosen, -1, window.Frame, better);
            for (var i = start; i < end; i++) sources[rows.Row(i)] = chosen[i - start];
        });
        return argument.Take(sources);
    }

    /// <summary>Of two rows the one with the better value; −1 is no row.</summary>
    private readonly struct Better(ulong[] keys, bool least) : ICombine<int>
    {
        public int Combine(int earlier, int later) =>
            later < 0 ? earlier : earlier < 0 ? later : (least ? keys[later] < keys[earlier] : keys[later] > keys[earlier]) ? later : earlier;
    }
}
