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
    public void The_version_is_the_one_that_the_assets_name() => Assert.Equal("v" + Assets.AssetFiles.DuckDbVersion, DuckDbDatabase.Version);
}
