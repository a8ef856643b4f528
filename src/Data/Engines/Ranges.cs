using System.Runtime.ExceptionServices;

namespace MarketingNotebooks.Data.Engines;

/// <summary>Runs work over ranges of rows on several threads; the ranges depend on the row count alone, never on the thread count.</summary>
internal static class Ranges
{
    /// <summary>Rows in a range: a multiple of 64, so that ranges never share a validity word.</summary>
    public const int Size = 1 << 16;

    public static int Count(int rows) => (rows + Size - 1) / Size;

    /// <summary>Calls <paramref name="work"/> with (first row, row after the last) of each range; in place when there is but one.</summary>
    public static void For(int rows, Action<int, int> work)
    {
        if (rows <= Size)
        {
            if (rows > 0) work(0, rows);
            return;
        }
        Each(Count(rows), range => work(range * Size, Math.Min(rows, (range + 1) * Size)));
    }

    /// <summary>Calls <paramref name="work"/> with 0 … <paramref name="count"/> − 1, in any order; throws the first failure as it was thrown.</summary>
    public static void Each(int count, Action<int> work)
    {
        try
        {
            Parallel.For(0, count, work);
        }
        catch (AggregateException failures) when (failures.InnerException is { } first)
        {
            ExceptionDispatchInfo.Throw(first);
        }
    }
}
