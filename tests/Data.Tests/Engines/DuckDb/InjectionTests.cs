using MarketingNotebooks.Data.Engines.DuckDb;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Tests.Frames;
using static MarketingNotebooks.Data.Engines.DuckDb.SqlFunctions;

namespace MarketingNotebooks.Data.Tests.Engines.DuckDb;

/// <summary>What stands in a hole never becomes part of the text.</summary>
public sealed class InjectionTests
{
    private const string Evil = "x'; drop table kept; -- \" $value_2 ?";

    [Fact]
    public void Values_and_the_names_of_columns_are_harmless()
    {
        using var database = new DuckDbDatabase();
        database.Sql($"create table kept as select 1 as one");
        var orders = DataFrame.FromColumns((Evil, Make.Texts(Evil, "y")), ("\"", Make.Integers(1, 2)));
        Assert.Equal([[Evil, 1L]], database.Sql($"select * from {orders} where {new SqlName(Evil)} = {Evil}").Rows());
        Assert.Equal([[2L]], database.Sql($"select {new SqlName("\"")} from {orders} where {new SqlName(Evil)} in {new[] { "y", Evil + "z" }}").Rows());
        Assert.Equal([[1L]], database.Sql($"from kept").Rows());
    }

    [Fact]
    public void A_frame_is_neither_hidden_by_a_WITH_nor_by_a_table_of_its_name()
    {
        using var database = new DuckDbDatabase();
        var orders = DataFrame.FromColumns(("id", Make.Integers(1, 2, 3)));
        database.Sql($"create table orders as select 99 as id");
        Assert.Equal([[6L]], database.Sql($"with orders as (select * from {orders}) select sum(id) as s from orders").Rows());
        Assert.Equal([[99L]], database.Sql($"select id from orders").Rows());
    }

    [Fact]
    public void Frames_of_one_name_and_frames_without_a_name_are_told_apart()
    {
        var orders = DataFrame.FromColumns(("id", Make.Integers(1, 2, 3)));
        var both = new[] { orders, orders.Where(c => c["id"] > 1) };
        Assert.Equal([[3L, 2L]], Sql($"select (select count(*) from {both[0]}) as a, (select count(*) from {both[1]}) as b").Rows());
        object boxed = orders;
        var @select = orders;
        Assert.Equal([[9L]], Sql($"select count(*) as n from {boxed} x, {@select} y").Rows());
    }

    [Fact]
    public void A_hole_in_quotes_is_an_error()
    {
        var name = "search";
        var error = Assert.Throws<DuckDbException>(() => Sql($"select '{name}' as channel, {1} as one"));
        Assert.Equal("SQL: the value {name} stands inside quotes or a comment, where SQL takes no values. Remove the quotes around it.", error.Message);
    }
}
