using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines.Windows;

/// <summary>Ranks, row numbers and buckets.</summary>
internal static class Places
{
    public static Column Compute(WindowExpr window, SortedRows rows)
    {
        if (window.Kind == ColumnKind.Number)
        {
            var shares = new double[rows.Count];
            rows.For(window.Function == WindowKind.PercentRank ? (start, end) => PercentRanks(rows, start, end, shares) : (start, end) => CumulativeShares(rows, start, end, shares));
            return rows.Column(ColumnKind.Number, shares);
        }
        var places = new long[rows.Count];
        rows.For(window.Function switch
        {
            WindowKind.RowNumber => (start, end) =>
            {
                for (var i = start; i < end; i++) places[i] = i - start + 1;
            },
            WindowKind.Rank => (start, end) =>
            {
                for (var i = start; i < end; i++) places[i] = rows.IsNew(i) ? i - start + 1 : places[i - 1];
            },
            WindowKind.DenseRank => (start, end) =>
            {
                for (var (i, rank) = (start, 0L); i < end; i++) places[i] = rows.IsNew(i) ? ++rank : rank;
            },
            _ => (start, end) => Buckets(start, end, window.Parameter, places),
        });
        return rows.Column(ColumnKind.Integer, places);
    }

    private static void PercentRanks(SortedRows rows, int start, int end, double[] shares)
    {
        for (var i = start; i < end; i++)
            shares[i] = rows.IsNew(i) ? (i - start) / (double)Math.Max(end - start - 1, 1) : shares[i - 1];
    }

    private static void CumulativeShares(SortedRows rows, int start, int end, double[] shares)
    {
        for (var i = end - 1; i >= start; i--)
            shares[i] = i == end - 1 || rows.IsNew(i + 1) ? (i - start + 1) / (double)(end - start) : shares[i + 1];
    }

    private static void Buckets(int start, int end, int count, long[] places)
    {
        var (size, rest) = Math.DivRem(end - start, count);
        for (var i = start; i < end; i++)
        {
            var at = i - start;
            places[i] = 1 + (at < rest * (size + 1) ? at / (size + 1) : rest + (at - rest * (size + 1)) / size);
        }
    }
}
