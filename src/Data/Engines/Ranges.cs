using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Data.Engines;

/// <summary>Runs work over ranges of rows on several threads; the ranges depend on the row count alone, never on the thread count.</summary>
internal static class Ranges
{
    /// <summary>Rows in a range: a multiple of 64, so that ranges never share a validity word.</summary>
    public const int Size = 1 << 16;

    /// <summary>Most threads for work started from here; null for all processors.</summary>
    public static readonly AsyncLocal<int?> MostThreads = new();

    public static int Count(int rows) => (rows + Size - 1) / Size;

    /// <summary>Calls <paramref name="work"/> with (first row, row after the last) of each range.</summary>
    public static void For(int rows, Action<int, int> work) => Parallelism.For(rows, Size, work, MostThreads.Value);

    /// <summary>Calls <paramref name="work"/> with 0 … <paramref name="count"/> − 1, in any order. For a few large pieces of work.</summary>
    public static void Each(int count, Action<int> work) => Parallelism.For(count, 1, (item, _) => work(item), MostThreads.Value);
}
