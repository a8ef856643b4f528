using System.Data;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Tests.Exchange;

public class ReaderTests
{
    private static DataFrame Sample => DataFrame.ParseCsv("""
        id,price,ok,name,day,took
        1,2.5,true,a,2024-01-01,PT1H
        2,,false,"",2024-01-02T03:04:05Z,PT0.5S
        ,3.5,,,,
        """);

    [Fact]
    public void A_reader_gives_the_frame_back()
    {
        using var reader = Sample.ToDataReader();
        Sources.Frames.Equal(Sample, DataFrame.FromReader(reader));
        Assert.False(reader.Read());
    }

    [Fact]
    public void A_data_table_gives_the_frame_back()
    {
        var table = Sample.ToDataTable("orders");
        Assert.Equal(("orders", 3, DBNull.Value), (table.TableName, table.Rows.Count, table.Rows[1]["price"]));
        Assert.Equal(DateTimeKind.Utc, ((DateTime)table.Rows[1]["day"]).Kind);
        table.AcceptChanges();
        Sources.Frames.Equal(Sample, DataFrame.FromDataTable(table));
    }

    [Fact]
    public void A_data_table_loads_from_the_reader()
    {
        var table = new DataTable();
        using var reader = Sample.ToDataReader();
        table.Load(reader);
        Sources.Frames.Equal(Sample, DataFrame.FromDataTable(table));
    }

    [Fact]
    public void Typed_getters_check_kinds_and_nulls()
    {
        using var reader = Sample.ToDataReader();
        Assert.Equal("The reader stands at no row. Call Read() first, and while it is true.", Assert.Throws<InvalidOperationException>(() => reader.GetInt64(0)).Message);
        Assert.True(reader.Read());
        Assert.Equal((1, 2.5, true, "a"), (reader.GetInt32(0), reader.GetDouble(reader.GetOrdinal("PRICE")), reader.GetBoolean(2), reader.GetString(3)));
        Assert.Equal("Column 'name' holds String, not Int64.", Assert.Throws<InvalidCastException>(() => reader.GetInt64(3)).Message);
        Assert.True(reader.Read());
        Assert.Equal("Row 1, column 'price' is null. Ask IsDBNull first.", Assert.Throws<InvalidCastException>(() => reader.GetDouble(1)).Message);
        Assert.Equal(["id", "price", "ok", "name", "day", "took"], reader.GetSchemaTable()!.Rows.Cast<DataRow>().Select(row => row["ColumnName"]));
    }

    [Fact]
    public void Columns_that_no_frame_holds_are_named()
    {
        var table = new DataTable();
        table.Columns.Add("blob", typeof(byte[]));
        Assert.Equal("Column 'blob' holds Byte[], which no frame holds. Leave it out or convert it in the query. (Parameter 'reader')",
            Assert.Throws<ArgumentException>(() => DataFrame.FromDataTable(table)).Message);
    }
}
