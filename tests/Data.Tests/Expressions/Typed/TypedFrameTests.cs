using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Tests.Frames;

namespace MarketingNotebooks.Data.Tests.Expressions.Typed;

public sealed class TypedFrameTests
{
    public enum Channel { Search, Email }

    public sealed record Order(long OrderId, string? Name, double? Amount, int Items, DateTime OrderDate, Channel Channel, bool Paid);

    private static readonly Order[] All =
    [
        new(1, "Green Tea", 60, 7, new DateTime(2024, 5, 4, 13, 0, 0, DateTimeKind.Utc), Channel.Search, true),
        new(2, "", 40, 3, new DateTime(2023, 12, 31, 0, 0, 0, DateTimeKind.Utc), Channel.Email, false),
        new(3, null, null, 1, new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc), Channel.Search, true),
    ];

    private static readonly DataFrame Frame = DataFrame.From(All, snakeCase: true);

    private static long[] Ids(System.Linq.Expressions.Expression<Func<Order, bool>> condition) => Frame.As<Order>().Where(condition).Frame.Column<long>("order_id").Span.ToArray();

    [Fact]
    public void Conditions_become_formulas()
    {
        var least = 50.0;
        string[] names = ["Green Tea", "x"];
        Assert.Equal([1L], Ids(o => o.Amount > least));
        Assert.Equal([1L, 3L], Ids(o => o.Paid));
        Assert.Equal([2L], Ids(o => !o.Paid && o.Items != 7));
        Assert.Equal([1L, 3L], Ids(o => o.Channel == Channel.Search));
        Assert.Equal([3L], Ids(o => o.Amount == null));
        Assert.Equal([1L, 2L], Ids(o => o.Amount.HasValue));
        Assert.Equal([2L, 3L], Ids(o => string.IsNullOrEmpty(o.Name)));
        Assert.Equal([1L], Ids(o => names.Contains(o.Name)));
        Assert.Equal([1L], Ids(o => o.Name!.Trim().Contains("tea", StringComparison.OrdinalIgnoreCase) && o.Name.ToUpperInvariant().Length == 9));
        Assert.Equal([1L, 3L], Ids(o => o.OrderDate.Year == 2024 && o.OrderDate >= new DateTime(2024, 1, 1)));
        Assert.Equal([2L], Ids(o => o.OrderDate.DayOfWeek == DayOfWeek.Sunday));
        Assert.Equal([1L, 2L], Ids(o => o.Items / 2 >= 1));
        Assert.Equal([1L], Ids(o => (o.Amount ?? 0) * Math.Max(o.Items, 2) > 300));
        Assert.Equal([2L, 3L], Ids(o => (o.Items > 2 ? "many" : "few") == "few" || o.OrderId == 2));
    }

    [Fact]
    public void They_agree_with_LINQ_where_nothing_is_null()
    {
        System.Linq.Expressions.Expression<Func<Order, bool>>[] conditions =
        [
            o => o.Items % 3 == 1, o => -o.Items < -2 || o.Paid, o => o.OrderDate.AddMonths(1).Month == 6, o => o.OrderDate.Date == new DateTime(2024, 1, 1), o => Math.Abs(o.Items - 3) <= 2,
            o => (double)o.Items / 2 > 0.9, o => (o.OrderDate - new DateTime(2024, 1, 1)).TotalDays > 1, o => o.Channel != Channel.Email, o => o.Paid == (o.Items > 5),
        ];
        foreach (var condition in conditions) Assert.Equal(All.Where(condition.Compile()).Select(o => o.OrderId), Ids(condition));
    }

    [Fact]
    public void Columns_orders_groups_and_records()
    {
        var typed = Frame.As<Order>();
        Assert.Equal([30.0, 20.0, null], typed.With("half", o => o.Amount / 2).Values("half"));
        Assert.Equal([2L, 1L, 3L], typed.OrderBy(o => o.Amount).Frame.Values("order_id"));
        Assert.Equal([1L, 2L, 3L], typed.OrderByDescending(o => o.Amount).Frame.Values("order_id"));
        Assert.Equal([2L, 1L], typed.GroupBy(o => o.Channel).Count().Values("count"));
        var made = typed.Where(o => o.Items > 2).Select(o => new { o.OrderId, Label = o.Name + "!", Year = o.OrderDate.Year }).Where(o => o.Year > 2023);
        Assert.Equal([[1L, "Green Tea!", 2024L]], made.Frame.Rows());
        Assert.Equal(All, typed.ToList());
    }

    [Fact]
    public void What_cannot_be_translated_is_named()
    {
        Assert.Equal("'o.Name.Normalize()' cannot become a formula over columns: only properties, constants, operators, and those methods of string, DateTime and Math that columns have can. "
            + "Write it with c => c[\"column\"], or take the rows with To<T>() first.", Assert.Throws<ArgumentException>(() => Ids(o => o.Name!.Normalize() == "x")).Message);
        Assert.Equal("'o.Items / 2' is no property of Order.", Assert.Throws<ArgumentException>(() => Frame.As<Order>().OrderBy(o => o.Items / 2)).Message.Split(" Add")[0].Replace("(", "").Replace(")", ""));
        Assert.Equal("Property 'Amount' has no column. Property 'Items' is Int32; column 'items' is text. Columns: items text.",
            Assert.Throws<ArgumentException>(() => DataFrame.FromColumns(("items", Make.Texts("x"))).As<Small>()).Message);
    }

    private sealed record Small(double Amount, int Items);
}
