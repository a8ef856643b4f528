using MarketingNotebooks.Data.Datasets;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Marketing.Baskets;
using static MarketingNotebooks.Marketing.Tests.Frames;

namespace MarketingNotebooks.Marketing.Tests.Baskets;

public sealed class BasketMatrixTests
{
    // Basket 2 has tea twice, basket 3 sent its pot back, and two lines lack basket or item.
    private static readonly DataFrame Lines = DataFrame.FromColumns(
        ("order", new Column<long>(ColumnKind.Integer, [2, 1, 2, 2, 3, 3, 0, 1], Validity.FromFlags([true, true, true, true, true, true, false, true]))),
        ("item", TextColumn.From(["tea", "tea", "pot", "tea", "pot", "pot", "tea", null])),
        ("pieces", Integers(1, 3, 1, 4, 1, -1, 5, 9)));

    [Fact]
    public void Sparse_counts_lines_or_pieces()
    {
        var lines = Lines.BasketItems("order", "item");
        Assert.Equal(["order", "item", "count"], lines.ColumnNames);
        Assert.Equal([1L, 2L, 2L, 3L], lines.Values("order"));
        Assert.Equal(["tea", "pot", "tea", "pot"], lines.Values("item"));
        Assert.Equal([1L, 1L, 2L, 2L], lines.Values("count"));
        var pieces = Lines.BasketItems("order", "item", "pieces");
        Assert.Equal([1L, 2L, 2L], pieces.Values("order")); // what came back is not in the basket
        Assert.Equal([3L, 1L, 5L], pieces.Values("count"));
        Assert.Equal([1L, 1L, 1L], Lines.BasketItems("order", "item", "pieces", BasketValues.Flags).Values("count"));
    }

    [Fact]
    public void Dense_has_a_column_an_item_and_zeros()
    {
        var flags = Lines.BasketMatrix("order", "item");
        Assert.Equal(["order", "pot", "tea"], flags.ColumnNames);
        Assert.Equal([1L, 2L, 3L], flags.Values("order"));
        Assert.Equal([0L, 1L, 1L], flags.Values("pot"));
        Assert.Equal([1L, 1L, 0L], flags.Values("tea"));
        var counts = Lines.BasketMatrix("order", "item", "pieces", BasketValues.Counts);
        Assert.Equal([0L, 1L], counts.Values("pot"));
        Assert.Equal([3L, 5L], counts.Values("tea"));
    }

    [Fact]
    public void Items_can_be_named_and_need_not_be_there()
    {
        var matrix = Lines.BasketMatrix("order", "item", items: ["tea", "cup"]);
        Assert.Equal(["order", "tea", "cup"], matrix.ColumnNames);
        Assert.Equal([1L, 1L, 0L], matrix.Values("tea"));
        Assert.Equal([0L, 0L, 0L], matrix.Values("cup"));
    }

    [Fact]
    public void An_item_without_letters_has_a_column_too()
    {
        var lines = DataFrame.FromColumns(("order", Integers(1, 2)), ("item", TextColumn.From(["", "tea"])));
        var matrix = lines.BasketMatrix("order", "item");
        Assert.Equal(["order", "empty", "tea"], matrix.ColumnNames);
        Assert.Equal([1L, 0L], matrix.Values("empty"));
    }

    [Fact]
    public void Items_may_be_numbers_and_baskets_customers()
    {
        var shop = Company.Generate(new CompanyOptions { Customers = 200 });
        var lines = shop["order_lines"].Join(shop["orders"].Select("order_id", "customer_id"), "order_id", Join.Inner, Match.ManyToOne);
        var matrix = lines.BasketMatrix("customer_id", "product_id", "quantity", BasketValues.Counts);
        Assert.Equal(200, matrix.RowCount);
        Assert.Equal(matrix.ColumnNames.Skip(1).Select(long.Parse), matrix.ColumnNames.Skip(1).Select(long.Parse).Order()); // 2 before 10
        var pieces = matrix.ColumnNames.Skip(1).Sum(name => matrix.Values(name).Sum(count => (long)count!));
        Assert.Equal(shop["order_lines"].Values("quantity").Sum(count => (long)count!), pieces);
        Engines.Agree(lines.Collect(), frame => frame.BasketItems("customer_id", "product_id", "quantity"));
        Engines.Agree(lines.Collect(), frame => frame.BasketMatrix("customer_id", "product_id"));
    }

    [Fact]
    public void No_lines_are_no_baskets()
    {
        Assert.Equal(0, Lines.Head(0).BasketItems("order", "item").RowCount);
        Assert.Equal(0, Lines.Head(0).BasketMatrix("order", "item").RowCount);
    }

    [Fact]
    public void Errors_name_the_remedy()
    {
        var many = DataFrame.FromColumns(("order", Integers([.. Enumerable.Repeat(1L, 1_001)])), ("item", Integers([.. Enumerable.Range(0, 1_001).Select(i => (long)i)])));
        Assert.Equal("A dense basket matrix takes up to 1,000 items. Column 'item' has 1,001. Name those wanted with items:, or use BasketItems.",
            Error(() => many.BasketMatrix("order", "item")));
        Assert.Equal("An item is called 'order' as the column of baskets is. Rename the column first, e.g. lines.Rename((\"order\", \"basket\")).",
            Error(() => Lines.BasketMatrix("order", "item", items: ["order"])));
        Assert.StartsWith("Column 'basket' is not in the frame.", Error(() => Lines.BasketItems("basket", "item")));
    }
}
