using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Learning.Association;

namespace MarketingNotebooks.Learning.Tests.Association;

public class BasketSetTests
{
    [Fact]
    public void Repeats_count_once_and_empty_baskets_stay()
    {
        var baskets = BasketSet.From([["tea", "cup", "tea"], [], ["cup"]]);
        Assert.Equal((3, 2, 3), (baskets.Count, baskets.ItemCount, baskets.Occurrences));
        Assert.Equal(["cup", "tea"], baskets.ItemNames.ToArray());
        Assert.Equal([0, 1], baskets[0].ToArray());
        Assert.True(baskets[1].IsEmpty);
        Assert.Equal([true, false, true], baskets.Holding(0));
        Assert.Equal([true, false, false], baskets.Holding(0, 1));
        Assert.Equal([true, true, true], baskets.Holding());
    }

    [Fact]
    public void A_long_frame_becomes_baskets_in_order_of_appearance()
    {
        var lines = DataFrame.FromColumns(
            ("order", new Column<long>(ColumnKind.Integer, [7, 3, 7, 3, 9, 7])), ("product", new Column<long>(ColumnKind.Integer, [12, 5, 5, 5, 0, 12], Validity.FromFlags([true, true, true, true, false, true]))));
        var baskets = lines.ToBaskets("order", "product");
        Assert.Equal([7.0, 3.0, 9.0], baskets.Keys!.ToDoubles());
        Assert.Equal(["12", "5"], baskets.ItemNames.ToArray());
        Assert.Equal([0, 1], baskets[0].ToArray());
        Assert.Equal([1], baskets[1].ToArray());
        Assert.True(baskets[2].IsEmpty); // its one line names no product
    }

    [Fact]
    public void Baskets_may_be_named_by_text_numbers_or_flags()
    {
        var lines = DataFrame.FromColumns(("text", TextColumn.From(["b", "a", "b"])), ("number", new Column<double>(ColumnKind.Number, [0.5, 1.5, 0.5])),
            ("flag", new Column<bool>(ColumnKind.Boolean, [true, false, true])), ("item", TextColumn.From(["x", "y", "z"])));
        foreach (var name in (string[])["text", "number", "flag"])
        {
            var baskets = lines.ToBaskets(name, "item");
            Assert.Equal(2, baskets.Count);
            Assert.Equal([0, 2], baskets[0].ToArray());
            Assert.Equal([1], baskets[1].ToArray());
        }
    }

    /// <summary>Groceries writes "cream cheese ": blanks around a name are never a second product, letter case may be.</summary>
    [Fact]
    public void Blanks_around_a_name_are_dropped_and_its_case_is_kept()
    {
        string?[] orders = ["1", "1", "2", "3", "3", "4"], items = ["tea ", "Tea", "\ttea", "tea", "\u00A0tea", " "];
        var frame = DataFrame.FromColumns(("order", TextColumn.From(orders)), ("item", TextColumn.From(items))).ToBaskets("order", "item");
        var lists = BasketSet.From(orders.Zip(items).GroupBy(line => line.First, line => line.Second!));
        foreach (var baskets in (BasketSet[])[frame, lists])
        {
            Assert.Equal(["Tea", "tea"], baskets.ItemNames.ToArray());
            Assert.Equal([0, 1], baskets[0].ToArray());
            Assert.Equal([1], baskets[1].ToArray());
            Assert.Equal([1], baskets[2].ToArray());
            Assert.True(baskets[3].IsEmpty); // its one item has no name
            Assert.Equal((4, 1), (baskets.Count, baskets.CodeOf("tea ")));
        }
    }

    [Fact]
    public void A_column_of_lists_becomes_baskets()
    {
        var frame = DataFrame.FromColumns(("items", TextColumn.From(["tea; cup", null, "", " cup ;; pot "])));
        var baskets = frame.ToBasketsFromLists("items", ';');
        Assert.Equal(["cup", "pot", "tea"], baskets.ItemNames.ToArray());
        Assert.Equal([2, 0, 0, 2], Enumerable.Range(0, 4).Select(basket => baskets[basket].Length));
    }

    [Fact]
    public void Bad_input_is_named()
    {
        var lines = DataFrame.FromColumns(("order", TextColumn.From(["1", null])), ("item", TextColumn.From(["x", "y"])));
        Assert.Equal("Row 1, column 'order' is null: the row belongs to no basket. Drop such rows first, e.g. lines.Where(c => !c[\"order\"].IsNull()).",
            Assert.Throws<ArgumentException>(() => lines.ToBaskets("order", "item")).Message);
        Assert.Equal("Basket 1: itself is null. Give an empty list for an empty basket, and leave out items without a name.",
            Assert.Throws<ArgumentException>(() => BasketSet.From([["a"], null!])).Message);
        Assert.Equal("Item 'a' has two codes, 0 and 1. Give each name once.",
            Assert.Throws<ArgumentException>(() => BasketSet.FromCodes(1, [0, 0], [0, 1], ["a", "a"])).Message);
        Assert.Equal("Line 0 names basket 1. There are baskets 0 to 0.",
            Assert.Throws<ArgumentException>(() => BasketSet.FromCodes(1, [1], [0], ["a"])).Message);
        Assert.Equal("Line 0 names item 1. There are items 0 to 0, and −1 for none.",
            Assert.Throws<ArgumentException>(() => BasketSet.FromCodes(1, [0], [1], ["a"])).Message);
        Assert.Equal("Item 'pot' is in no basket. The 1 items begin with a.", Assert.Throws<ArgumentException>(() => BasketSet.From([["a"]]).CodeOf("pot")).Message);
    }

    [Fact]
    public void Names_given_with_codes_are_found_as_they_are()
    {
        var baskets = BasketSet.FromCodes(1, [0, 0], [0, 1], [" tea ", "milk"]);
        Assert.Equal(" tea ", baskets.ItemNames[baskets.CodeOf(" tea ")]);
        Assert.Equal("milk", baskets.ItemNames[baskets.CodeOf(" milk")]);
    }
}
