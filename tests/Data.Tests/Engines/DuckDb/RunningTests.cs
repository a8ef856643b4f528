using MarketingNotebooks.Data.Engines.DuckDb;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Tests.Frames;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Data.Tests.Engines.DuckDb;

/// <summary>Stopping, memory and threads.</summary>
public sealed class RunningTests
{
    [Fact]
    public void A_statement_can_be_stopped_and_the_database_goes_on()
    {
        using var database = new DuckDbDatabase();
        for (var delay = 0; delay < 6; delay++)
        {
            var stop = After(delay * 10);
            Assert.ThrowsAny<OperationCanceledException>(() => database.Sql($"select count(*) as n from range(1000000000000) a where a.range % 7 = 3", stop));
            Assert.Equal(6L, database.Sql($"select 1 + 5 as six").Value<long>("six"));
        }
    }

    [Fact]
    public void Reading_rows_can_be_stopped()
    {
        using var database = new DuckDbDatabase();
        var stop = After(50);
        Assert.ThrowsAny<OperationCanceledException>(() => database.Sql($"select range as n from range(100000000000)", stop));
        Assert.Equal([[3L]], database.Sql($"select count(*) as n from range(3)").Rows());
    }

    [Fact]
    public void Sorting_and_grouping_four_times_the_memory_goes_on_the_disk()
    {
        const int rows = 4_000_000;
        var temp = Directory.CreateTempSubdirectory("spill");
        try
        {
            using var database = new DuckDbDatabase(new DuckDbOptions { MemoryLimit = 64 << 20, TempFolder = temp.FullName, Threads = 2 });
            var rng = new Rng(1);
            var values = new double[rows];
            var keys = new long[rows];
            for (var row = 0; row < rows; row++) (values[row], keys[row]) = (rng.NextDouble(), row * 48_271L % 3_000_017);
            var frame = DataFrame.FromColumns(("value", new Column<double>(ColumnKind.Number, values)), ("key", new Column<long>(ColumnKind.Integer, keys)),
                ("text", TextColumn.From(Enumerable.Range(0, rows).Select(row => $"a text of about forty bytes, number {row % 1000:D4}"))));
            // 4 million rows of 8 + 8 + 42 bytes and their heads are about 290 MB.
            var sorted = database.Sql($"select value, text from {frame} order by value");
            Assert.Equal(rows, sorted.RowCount);
            var column = sorted.Column<double>("value").Span;
            for (var row = 1; row < column.Length; row++) if (column[row - 1] > column[row]) Assert.Fail($"Row {row} is out of order.");
            Assert.Equal(keys.Distinct().LongCount(), database.Sql($"select count(*) as n from (select key, sum(value) as s, max(text) as t from {frame} group by key)").Value<long>("n"));
        }
        finally
        {
            temp.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_result_that_is_given_up_leaves_no_thread_reading_the_frame()
    {
        using var database = new DuckDbDatabase();
        for (var round = 0; round < 20; round++)
        {
            // The texts lie in memory that is freed when the statement ends; DuckDB's threads would read on into it.
            var frame = DataFrame.FromColumns(("text", TextColumn.From(Enumerable.Range(0, 300_000).Select(row => $"a text that lies outside its head, {row + round}"))));
            Assert.Throws<DuckDbException>(() => database.Sql($"select length(text) as l, text, date 'infinity' as d from {frame} where text like '%7%'"));
            var stop = After(round);
            Assert.ThrowsAny<OperationCanceledException>(() => database.Sql($"select a.text, b.text from {frame} a, {frame} b", stop));
        }
    }

    /// <summary>A token that is cancelled after a time, by a thread of its own: timers wait for the pool, which other tests may keep busy while results grow.</summary>
    private static CancellationToken After(int milliseconds)
    {
        var source = new CancellationTokenSource();
        if (milliseconds == 0) source.Cancel();
        else new Thread(() => { Thread.Sleep(milliseconds); source.Cancel(); }) { IsBackground = true }.Start();
        return source.Token;
    }

    [Fact]
    public void Databases_that_share_a_folder_for_the_disk_do_not_share_files()
    {
        var temp = Path.Combine(Path.GetTempPath(), "sql-" + Guid.NewGuid().ToString("N"));
        using (var first = new DuckDbDatabase(new DuckDbOptions { MemoryLimit = 32 << 20, TempFolder = temp, Threads = 1 }))
        using (var second = new DuckDbDatabase(new DuckDbOptions { MemoryLimit = 32 << 20, TempFolder = temp, Threads = 1 }))
        {
            Parallel.Invoke(() => Spill(first, 3), () => Spill(second, 7));
        }
        Assert.Empty(Directory.GetFileSystemEntries(temp));
        Directory.Delete(temp);

        static void Spill(DuckDbDatabase database, int factor)
        {
            var sums = database.Sql($"select n, count(*) over () as rows from (select (range * {factor}) % 1500007 as n, 'some text to take room' || range as t from range(1500007) order by n, t) limit 5");
            Assert.Equal([0L, 1, 2, 3, 4], Sources.Frames.Values(sums, "n").Cast<long>());
        }
    }

    [Fact]
    public void What_cannot_go_to_the_disk_is_an_error_with_a_remedy()
    {
        using var database = new DuckDbDatabase(new DuckDbOptions { MemoryLimit = 32 << 20, Threads = 1 });
        var error = Assert.Throws<DuckDbException>(() => database.Sql($"select list(range || 'some text that takes room') as l from range(20000000)"));
        Assert.StartsWith("SQL: Out of Memory Error: ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("Raise DuckDbOptions.MemoryLimit, or give DuckDbOptions.TempFolder a disk with room: grouping, joining and sorting go on there, lists do not.", error.Message, StringComparison.Ordinal);
        Assert.Equal([[1L]], database.Sql($"select 1 as one").Rows());
    }

    [Fact]
    public void Several_threads_query_one_lazy_frame_at_once()
    {
        using var database = new DuckDbDatabase();
        var source = DataFrame.FromColumns(("n", new Column<long>(ColumnKind.Integer, [.. Enumerable.Range(0, 200_000).Select(n => (long)n)])));
        for (var round = 0; round < 5; round++)
        {
            var lazy = source.With(("twice", c => c["n"] * 2), ("text", c => c["n"].ToText())).Where(c => c["n"] % 3 == 0);
            Parallel.For(0, 8, i =>
            {
                if (i % 2 == 0) Assert.Equal(66_667, lazy.Collect().RowCount);
                else Assert.Equal([[66_667L, 2L * 66_666 * 66_667 / 2 * 3, 66_667L]], database.Sql($"select count(*) as n, sum(twice) as s, count(distinct text) as t from {lazy}").Rows());
            });
        }
    }
}
