using MarketingNotebooks.Data.Engines.DuckDb;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Tests.Frames;
using static MarketingNotebooks.Data.Engines.DuckDb.SqlFunctions;

namespace MarketingNotebooks.Data.Tests.Engines.DuckDb;

public sealed class SqlTests
{
    private static readonly DataFrame Orders = DataFrame.FromColumns(
        ("order_id", Make.Integers(1, 2, 3, 4)), ("channel", Make.Texts("search", "e-mail", null, "search")),
        ("amount", Make.Numbers(10, 60, 70.5, null)));

    [Fact]
    public void A_frame_stands_for_a_table_and_values_are_bound()
    {
        var orders = Orders;
        var min = 20;
        var rows = Sql($"select channel, sum(amount) as revenue from {orders} where amount > {min} and orders.order_id < {9} group by 1 order by 1").Rows();
        Assert.Equal([["e-mail", 60.0], [null, 70.5]], rows);
    }

    [Fact]
    public void Semicolons_in_texts_names_and_comments_part_no_statements()
    {
        var frame = Sql($"""
            -- one; two
            create or replace temp table "a;b" as select 'x;''y' as t, e'\';' as e, $$d;$$ as d, $t$ $$; $t$ as tag; /* ; /* nested; */ */
            ;
            select * from "a;b" where {1} = 1; -- the end;
            """);
        Assert.Equal([["x;'y", "';", "d;", " $$; "]], frame.Rows());
    }

    [Fact]
    public void A_pivot_which_is_several_statements_inside_gives_its_rows()
    {
        var orders = Orders;
        Assert.Equal(["order_id", "e-mail", "search"], Sql($"select 1; pivot {orders} on channel using sum(amount) group by order_id").ColumnNames);
    }

    [Fact]
    public void A_text_with_a_slip_in_its_end_does_nothing()
    {
        using var database = new DuckDbDatabase();
        Assert.Throws<DuckDbException>(() => database.Sql($"create table t as select 1 as one; selct 2"));
        Assert.Throws<DuckDbException>(() => database.Sql($"from t"));
    }

    [Fact]
    public void The_version_is_the_one_that_the_assets_name() => Assert.Equal("v" + Assets.AssetFiles.DuckDbVersion, DuckDbDatabase.Version);
}
