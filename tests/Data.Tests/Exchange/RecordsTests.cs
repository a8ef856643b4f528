using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Tests.Exchange;

public class RecordsTests
{
    private enum Channel
    {
        Search,
        Email,
    }

    [Fact]
    public void Properties_become_columns_of_their_kinds()
    {
        var id = Guid.NewGuid();
        var frame = DataFrame.From(new[]
        {
            new { Id = 1, Big = (long?)5, Price = 0.1m, Weight = 1.5f, Ok = true, Name = (string?)"a", Via = Channel.Email, Day = new DateOnly(2024, 2, 29), At = new DateTimeOffset(2024, 1, 1, 2, 0, 0, TimeSpan.FromHours(2)), Took = TimeSpan.FromHours(1), Key = id },
            new { Id = 2, Big = (long?)null, Price = 2m, Weight = 2f, Ok = false, Name = (string?)null, Via = Channel.Search, Day = new DateOnly(2024, 3, 1), At = DateTimeOffset.UnixEpoch, Took = TimeSpan.Zero, Key = id },
        });
        Assert.Equal("Id integer, Big integer, Price number, Weight number, Ok boolean, Name text, Via text, Day timestamp, At timestamp, Took duration, Key text", frame.Schema.ToString());
        Assert.Equal(0.1, frame["Price"][0]);
        Assert.Null(frame["Big"][1]);
        Assert.Equal("Email", frame["Via"][0]);
        Assert.Equal(new DateTime(2024, 1, 1), frame["At"][0]);
    }

    [Fact]
    public void Names_can_be_made_snake_case() => Assert.Equal(["customer_id", "url_path", "x2"],
        DataFrame.From(new[] { new { CustomerId = 1, URLPath = "", x2 = 1 } }, snakeCase: true).ColumnNames);

    [Fact]
    public void Objects_come_back_equal()
    {
        Order[] orders =
        [
            new(1, "Ann", 12.5m, new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc), Channel.Email, 3, Guid.NewGuid()) { Note = "x", Delay = TimeSpan.FromDays(2) },
            new(2, null, 7m, new DateTime(2024, 1, 2, 3, 4, 5, DateTimeKind.Utc), Channel.Search, null, Guid.NewGuid()),
        ];
        Assert.Equal(orders, DataFrame.From(orders).To<Order>());
        Assert.Equal(orders, DataFrame.From(orders, snakeCase: true).To<Order>());
        Assert.Equal([1.5, 2.5], DataFrame.From([1.5, 2.5]).To<double>());
        Assert.Equal(["a", null], DataFrame.From(new[] { "a", null }).To<string?>());
    }

    [Fact]
    public void Classes_are_filled_by_their_setters()
    {
        var rows = DataFrame.ParseCsv("customer_id,amount,other\n7,2.5,x\n8,3.5,y\n").To<Plain>();
        Assert.Equal((7, 2.5f, "kept"), (rows[0].CustomerId, rows[0].Amount, rows[0].Unset));
    }

    [Fact]
    public void What_does_not_fit_is_named()
    {
        var frame = DataFrame.ParseCsv("id,amount,name\n1,2.5,x\n3000000000,,y\n");
        Assert.Equal("Column 'id' is integer and cannot become String. Change the type to long or convert the column first. Column 'amount' is number and cannot become Int32. Change the type to double or convert the column first.",
            Assert.Throws<ArgumentException>(() => frame.To<Wrong>()).Message);
        Assert.Equal("Row 1, column 'amount' is null, which Double cannot hold. Make the member nullable (double?), or fill or drop the nulls first.",
            Assert.Throws<InvalidOperationException>(() => frame.To<Amounts>()).Message);
        Assert.Equal("Row 1, column 'id': 3000000000 does not fit Int32. Use long for the member.",
            Assert.Throws<InvalidOperationException>(() => frame.To<Ids>()).Message);
        Assert.Equal("Missing needs a column for its parameter 'Nam', which the frame lacks. Did you mean 'name'? Columns: id, amount, name.",
            Assert.Throws<ArgumentException>(() => frame.To<Missing>()).Message);
        Assert.Equal("Row 0, column 'name' is null, which String cannot hold. Make the member nullable (string?), or fill or drop the nulls first.",
            Assert.Throws<InvalidOperationException>(() => DataFrame.FromColumns(("name", TextColumn.From([null]))).To<Named>()).Message);
        Assert.Equal("Property 'Parts' is Int32[], which no column holds. Leave it out with Select, or give a text or a number. (Parameter 'rows')",
            Assert.Throws<ArgumentException>(() => DataFrame.From(new[] { new { Parts = new[] { 1 } } })).Message);
    }

    private sealed record Order(int Id, string? Name, decimal Price, DateTime At, Channel Via, short? Units, Guid Key)
    {
        public string? Note { get; init; }

        public TimeSpan? Delay { get; init; }
    }

    [Fact]
    public void Values_out_of_range_are_named()
    {
        var frame = DataFrame.FromColumns(("Level", new Column<long>(ColumnKind.Integer, [1, 257])));
        Assert.Equal("Row 1, column 'Level': 257 does not fit Level. Use long for the member.", Assert.Throws<InvalidOperationException>(() => frame.To<Levelled>()).Message);
        Assert.Equal("An integer column holds numbers up to 9223372036854775807. Got 18446744073709551615. Give it as a text or a double.",
            Assert.Throws<OverflowException>(() => DataFrame.From([ulong.MaxValue])).Message);
    }

    private enum Level : byte
    {
        Low = 1,
    }

    private sealed record Levelled(Level Level);

    private sealed class Plain
    {
        public int CustomerId { get; set; }

        public float Amount { get; set; }

        public string Unset { get; set; } = "kept";
    }

    private sealed record Wrong(string Id, int Amount);

    private sealed record Amounts(double Amount);

    private sealed record Ids(int Id);

    private sealed record Missing(string Nam);

    private sealed record Named(string Name);
}
