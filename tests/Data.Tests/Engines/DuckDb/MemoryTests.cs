using System.Diagnostics;
using MarketingNotebooks.Data.Engines.DuckDb;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Tests.Engines.DuckDb;

/// <summary>Measures the process, so nothing else may run beside it.</summary>
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
[Collection(nameof(MemoryTests))]
public sealed class MemoryTests
{
    [Fact]
    public void Queries_in_a_row_leave_no_memory_behind()
    {
        using var database = new DuckDbDatabase();
        var frame = DataFrame.FromColumns(("text", TextColumn.From(Enumerable.Range(0, 50_000).Select(row => $"a text that lies outside its head, number {row}"))));
        void Query() => Assert.Equal(50_000, database.Sql($"select text, [text] as l from {frame} order by text desc").RowCount);
        for (var i = 0; i < 30; i++) Query();
        // One copy of the texts is 2.5 MB; 100 of them would be 250, each time. What the runtime or DuckDB takes or gives back once, is not.
        Assert.InRange(Enumerable.Range(0, 3).Min(_ => Growth()), long.MinValue, 60 << 20);

        long Growth()
        {
            var before = Native();
            for (var i = 0; i < 100; i++) Query();
            return Native() - before;
        }

        static long Native()
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            GC.Collect();
            using var process = Process.GetCurrentProcess();
            return process.WorkingSet64 - GC.GetGCMemoryInfo().TotalCommittedBytes;
        }
    }
}
