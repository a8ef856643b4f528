using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Sources;
using MarketingNotebooks.Data.Tests.Frames;

namespace MarketingNotebooks.Data.Tests.Engines.DuckDb;

/// <summary>Writing into tables of a DuckDB file: all rows or none, and no table lost.</summary>
public sealed class WriteTests : IDisposable
{
    private static readonly DataFrame Orders = DataFrame.FromColumns(("id", Make.Integers(1, 2, 3)), ("amount", Make.Numbers(10, 60, 1.5)));
    private readonly string _folder = Directory.CreateTempSubdirectory("mn-write-").FullName;
    private readonly Source _source;

    public WriteTests()
    {
        _source = Source.Open($"duckdb:{Path.Combine(_folder, "shop.duckdb")}");
        _source.Write("orders", Orders);
    }

    public void Dispose()
    {
        _source.Dispose();
        Directory.Delete(_folder, true);
    }

    [Theory]
    [InlineData(WriteMode.Fail)]
    [InlineData(WriteMode.Append)]
    [InlineData(WriteMode.Overwrite)]
    public void A_name_in_another_case_does_not_replace_the_table(WriteMode mode)
    {
        var error = Assert.Throws<ArgumentException>(() => _source.Write("ORDERS", Orders.Head(1), mode));
        Assert.Equal($"{_source} has a table 'orders', which DuckDB does not tell apart from 'ORDERS'. Write to 'orders', or choose another name.", error.Message);
        Assert.Equal(3, _source.Table("orders").RowCount);
    }

    [Fact]
    public void A_mistyped_file_is_named_when_read_and_not_made()
    {
        var path = Path.Combine(_folder, "typo.duckdb");
        using var source = Source.Open($"duckdb:{path}");
        Assert.Equal($"There is no file '{path}' to read: check its path, or write a table, which makes it.", Assert.Throws<ArgumentException>(() => source.Table("orders")).Message);
        Assert.Throws<ArgumentException>(() => source.Tables);
        Assert.False(File.Exists(path));
        source.Write("orders", Orders);
        Assert.Equal(3, source.Table("orders").RowCount);
    }

    [Fact]
    public void A_table_that_is_there_is_not_written_unless_asked()
    {
        Assert.Throws<ArgumentException>(() => _source.Write("orders", Orders));
        Assert.Throws<ArgumentException>(() => _source.Write("main.orders", Orders));
        Assert.Equal(3, _source.Table("orders").RowCount);
    }

    [Fact]
    public void Appended_rows_stand_below_with_columns_matched_by_name_and_lacking_ones_null()
    {
        _source.Write("orders", Orders.Head(1).Select("amount", "id"), WriteMode.Append);
        _source.Write("orders", DataFrame.FromColumns(("id", Make.Integers(9))), WriteMode.Append);
        _source.Write("orders", DataFrame.FromColumns(("id", Make.Integers(8)), ("amount", Make.Integers(7))), WriteMode.Append);
        var rows = _source.Table("orders").GroupBy("id").Aggregate(("rows", Agg.Count()), ("amount", Agg.Sum("amount"))).OrderBy("id").Collect();
        Assert.Equal([1, 2, 3, 8, 9], rows.Column<long>("id").Values);
        Assert.Equal([2, 1, 1, 1, 1], rows.Column<long>("rows").Values);
        Assert.Equal([20.0, 60.0, 1.5, 7.0, null], Enumerable.Range(0, 5).Select(row => rows["amount"][row]));
    }

    [Fact]
    public void Numbers_are_not_rounded_into_a_column_of_integers()
    {
        var error = Assert.Throws<ArgumentException>(() => _source.Write("orders", DataFrame.FromColumns(("id", Make.Numbers(1.7))), WriteMode.Append));
        Assert.Equal("Column 'id' is number, and integer in the table 'orders'. Convert it before it is appended, or overwrite the table.", error.Message);
        Assert.Equal(3, _source.Table("orders").RowCount);
    }

    [Fact]
    public void A_column_that_the_table_lacks_is_named()
    {
        var error = Assert.Throws<ArgumentException>(() => _source.Write("orders", Orders.Rename(("amount", "total")), WriteMode.Append));
        Assert.Equal("The table 'orders' has no column 'total'. Columns: id, amount.", error.Message);
    }

    [Fact]
    public void A_table_can_be_overwritten_from_itself_and_doubled_by_itself()
    {
        _source.Write("orders", _source.Table("orders").Where(c => c["id"] > 1), WriteMode.Overwrite);
        _source.Write("orders", _source.Table("orders"), WriteMode.Append);
        Assert.Equal(4, _source.Table("orders").RowCount);
    }

    [Fact]
    public void A_write_that_is_stopped_leaves_the_table_as_it_was()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        foreach (var mode in (WriteMode[])[WriteMode.Append, WriteMode.Overwrite])
            Assert.ThrowsAny<OperationCanceledException>(() => _source.Write("orders", Orders, mode, stop.Token));
        Assert.ThrowsAny<OperationCanceledException>(() => _source.Write("fresh", Orders, WriteMode.Fail, stop.Token));
        Assert.Equal(3, _source.Table("orders").RowCount);
        Assert.DoesNotContain("fresh", _source.Tables.Text("table").ToStrings());
    }
}
