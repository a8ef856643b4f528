using MarketingNotebooks.Data.Engines.DuckDb;
using MarketingNotebooks.Data.Engines.DuckDb.Native;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Tests.Frames;
using static MarketingNotebooks.Data.Engines.DuckDb.SqlFunctions;

namespace MarketingNotebooks.Data.Tests.Engines.DuckDb;

/// <summary>Whole texts of errors.</summary>
public sealed class ErrorTests
{
    private static readonly DataFrame Orders = DataFrame.FromColumns(("id", Make.Integers(1, 2)), ("amount", Make.Numbers(10, 60)));

    [Fact]
    public void A_syntax_error_names_its_line_and_column()
    {
        var orders = Orders;
        var error = Assert.Throws<DuckDbException>(() => Sql($"select id,\n  amount form\nwhere 1 form {orders}"));
        Assert.Equal("SQL line 3, column 9: Parser Error: syntax error at or near \"form\".\n    where 1 form frames.\"orders\"\n            ^", error.Message);
        Assert.Equal((3, 9), (error.Line, error.Column));
    }

    [Fact]
    public void An_unknown_column_names_its_line_and_column_in_a_later_statement()
    {
        var orders = Orders;
        var error = Assert.Throws<DuckDbException>(() => Sql($"select 1 as one;\n\nselect *\nfrom {orders} where amuont > 1"));
        Assert.Equal("SQL line 4, column 28: Binder Error: Referenced column \"amuont\" not found in FROM clause! Candidate bindings: \"amount\".\n    from frames.\"orders\" where amuont > 1\n                               ^", error.Message);
    }

    [Fact]
    public void A_place_far_in_a_long_line_is_found()
    {
        var error = Assert.Throws<DuckDbException>(() => Sql($"select 1 as a, 2 as b, 3 as c, 4 as d, 5 as e, 6 as f, 7 as g, 8 as h, 9 as i, 10 as j, 11 as k, nonsense, 12 as l, 13 as m, 14 as n, 15 as o, 16 as p, 17 as q"));
        Assert.Equal(98, error.Column);
        Assert.Equal(14, Assert.Throws<DuckDbException>(() => Sql($"select '北京', nonsense")).Column);
    }

    [Fact]
    public void An_unknown_table_lists_the_frames()
    {
        var orders = Orders;
        var error = Assert.Throws<DuckDbException>(() => Sql($"select * from {orders}, ordrs"));
        Assert.Equal("SQL line 1, column 32: Catalog Error: Table with name ordrs does not exist. Did you mean 'orders'? Frames: orders.\n    select * from frames.\"orders\", ordrs\n                                   ^", error.Message);
    }

    [Fact]
    public void An_error_while_rows_are_computed_is_told()
    {
        var error = Assert.Throws<DuckDbException>(() => Sql($"select case when range = 500000 then error('too far') else 'ok' end as v from range(1000000)"));
        Assert.Equal("SQL: Invalid Input Error: too far.", error.Message);
        Assert.StartsWith("SQL", Assert.Throws<DuckDbException>(() => Sql($"select 'x'::int as v")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_of_another_thread_is_told_every_time()
    {
        // One in thirty of these ended as "INTERRUPT Error" when a streamed result was asked but once.
        var numbers = DataFrame.FromColumns(("n", Make.Integers([.. Enumerable.Range(0, 200_000).Select(i => (long?)i)])));
        for (var i = 0; i < 150; i++)
        {
            Assert.Equal("SQL: Invalid Input Error: too far.",
                Message(() => Sql($"select case when range = 500000 then error('too far') else 'ok' end as v from range(1000000)")));
            Assert.Equal("SQL: Invalid Input Error: too far.",
                Message(() => Sql($"select case when n = 150000 then error('too far') else 'ok' end as v from {numbers}")));
        }
    }

    [Fact]
    public void An_error_that_aborts_a_transaction_is_told_or_how_to_see_it()
    {
        var numbers = DataFrame.FromColumns(("n", Make.Integers([.. Enumerable.Range(0, 200_000).Select(i => (long?)i)])));
        string[] told = ["SQL: Invalid Input Error: too far.", "SQL: A row of the selection fails, which aborts the transaction. Roll back, and run the selection by itself to see why."];
        using var database = new DuckDbDatabase(new DuckDbOptions());
        for (var i = 0; i < 200; i++)
        {
            Assert.Contains(Message(() => database.Sql($"begin; select case when n = 150000 then error('too far') else 'ok' end as v from {numbers}")), told);
            database.Sql($"rollback; select 1 as one");
        }
    }

    [Fact]
    public void A_failing_frame_fails_with_its_own_error()
    {
        var orders = Orders.With(("text", c => c["id"].ToText()));
        var failing = orders.Join(DataFrame.FromColumns(("id", Make.Integers(1, 1))), on: "id", expect: Match.OneToOne);
        var own = Assert.ThrowsAny<Exception>(() => failing.Collect());
        Assert.Equal(own.Message, Assert.Throws(own.GetType(), () => Sql($"select * from {failing}")).Message);
    }

    [Fact]
    public void Frames_that_SQL_cannot_name_are_refused()
    {
        var orders = DataFrame.FromColumns(("a", Make.Integers(1)), ("A", Make.Integers(2)));
        Assert.Equal("Columns 'a' and 'A' of frame 'orders' differ only in case, which SQL does not tell apart. Rename one.", Message(() => Sql($"from {orders}")));
        orders = DataFrame.FromColumns();
        Assert.Equal("Frame 'orders' has no columns, so SQL cannot read it. Give it one, e.g. with With(…).", Message(() => Sql($"from {orders}")));
        orders = DataFrame.FromColumns(("a\0b", Make.Integers(1)));
        Assert.Equal("Column 'a\\0b' of frame 'orders' has a NUL character in its name, which SQL cannot write. Rename it.", Message(() => Sql($"from {orders}")));
        orders = DataFrame.FromColumns(("text", Make.Texts("ok", "half \ud83d")));
        Assert.Equal("Column 'text' holds text that is not valid Unicode: half of a surrogate pair at character 5 of a value of 6. Repair the text before SQL reads it.", Message(() => Sql($"from {orders}")));
    }

    [Fact]
    public void Wrong_values_and_empty_texts_are_refused()
    {
        Assert.Equal("The value $value_1 is Object, which SQL has no type for. Give a number, text, a boolean, a date or time, or a list of one of these; a DataFrame stands where a table does.",
            Message(() => Sql($"select {new object()} as o")));
        Assert.Equal("The list $value_1 mixes Varchar and BigInt. Give values of one type.", Message(() => Sql($"select 1 in {new object[] { "a", 1 }} as o")));
        Assert.Equal("There is no statement in the SQL text. Write one, e.g. select 1.", Message(() => Sql($" -- nothing\n;")));
        Assert.Equal("SQL must not contain a NUL character. Bind the text that holds it as a parameter.", Message(() => Sql($"select '\0' as x")));
        Assert.Equal("SQL: parameter '$mine' has no value. There are none.", Message(() => Sql($"select $mine as x")));
    }

    [Fact]
    public void Settings_out_of_range_are_named_together() =>
        Assert.Equal("DuckDbOptions: MemoryLimit must be ≥ 16,777,216 bytes (16 MiB). Got 5. Threads must be in [1, 1024]. Got 0. TempFolder must name a folder. Got an empty text.",
            Assert.Throws<ArgumentException>(() => new DuckDbDatabase(new DuckDbOptions { MemoryLimit = 5, Threads = 0, TempFolder = "" })).Message);

    [Fact]
    public void A_library_that_is_not_there_is_one_sentence_with_its_remedy()
    {
        Assert.Equal("SQL and Parquet need DuckDB's native library, which is not beside the program. Install Node.js with npm and build again: the build restores it.",
            Message(() => DuckDbLibrary.Load(null)));
        Assert.StartsWith("DuckDB's native library /no/where.so does not load here: ", Message(() => DuckDbLibrary.Load("/no/where.so")), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_cannot_be_read_or_written_are_named()
    {
        Assert.Equal("nowhere/*.parquet: IO Error: No files found that match the pattern \"nowhere/*.parquet\".", Message(() => DataFrame.ReadParquet("nowhere/*.parquet")));
        var file = Path.GetTempFileName();
        try
        {
            Assert.StartsWith($"{file}/x.parquet cannot be written: ", Message(() => Orders.WriteParquet($"{file}/x.parquet")), StringComparison.Ordinal);
            File.WriteAllText(file, "not a parquet file at all");
            Assert.Contains("too small to be a Parquet file", Message(() => DataFrame.ReadParquet(file)).Replace("No magic bytes found at end of file", "too small to be a Parquet file", StringComparison.Ordinal), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Message(Action action) => Assert.Throws<DuckDbException>(action).Message;
}
