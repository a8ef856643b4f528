using System.Text.Json.Nodes;
using MarketingNotebooks.Data.Datasets.Simulation.Journeys;

namespace MarketingNotebooks.Data.Datasets.Simulation.Tables;

/// <summary>One row a customer in the newsletter test.</summary>
internal sealed class EmailTestTable : ICompanyTable
{
    public string Name => "email_test";

    public string About => $"One row a customer who had ordered before {Period.Date(EmailTest.Day):yyyy-MM-dd}, when each was drawn at random to get no mail, a mail with "
        + $"a voucher, or one with a story. What they did in the {EmailTest.Window} days after is drawn apart from `orders`.";

    public IReadOnlyList<ColumnNote> Columns { get; } =
    [
        new("customer_id", CellType.Integer, "", "`customers.customer_id`.", "as there", CellRange.Key),
        new("arm", CellType.Text, "", "What was sent.", "one third each", CellRange.OneOf(EmailTest.Arms)),
        new("recency_days", CellType.Integer, "days", "Days from the last order before the test to the test.", "`orders`", CellRange.Between(1, Period.Days)),
        new("orders_before", CellType.Integer, "", "Orders before the test.", "`orders`", CellRange.From(1)),
        new("spend_before", CellType.Number, "EUR", "Paid in those orders.", "`orders`", CellRange.From(0)),
        new("opened", CellType.Boolean, "", "Opened the mail.", "by persona"),
        new("clicked", CellType.Boolean, "", "Clicked on a link in it.", $"probability {EmailTest.Clicks} once opened"),
        new("bought", CellType.Boolean, "", "Bought within the window.", "by persona and arm, see `truth.json`"),
        new("spend", CellType.Number, "EUR", "Paid within the window; 0 for none.",
            "gamma around the customer's mean order, less 15 % with a voucher", CellRange.From(0)),
    ];

    public int Units(World world) => world.Customers;

    public void Rows(World world, int from, int to, RowSink rows)
    {
        var stream = world.Stream(Name);
        for (var customer = from; customer < to && world.FirstDayOf(customer) < EmailTest.Day; customer++)
        {
            var rng = stream.Split(customer);
            var persona = world.PersonaOf(customer);
            var arm = rng.Next(EmailTest.Arms.Length);
            var (last, count, spent) = Before(world, customer);
            var opened = rng.NextBool(EmailTest.Opens[persona]) && arm > 0;
            var clicked = rng.NextBool(EmailTest.Clicks) && opened;
            var bought = rng.NextBool(EmailTest.Buys[persona][arm]);
            var mean = 100 * Traits.Of(world, customer).MeanOrder * EmailTest.Spends[arm];
            rows.Integer(customer + 1);
            rows.Text(EmailTest.Arms[arm]);
            rows.Integer(EmailTest.Day - last);
            rows.Integer(count);
            rows.Money(spent);
            rows.Boolean(opened);
            rows.Boolean(clicked);
            rows.Boolean(bought);
            rows.Money(bought ? 1 + (long)rng.NextGamma(EmailTest.SpendShape, mean / EmailTest.SpendShape) : 0);
            rows.EndRow();
        }
    }

    public JsonNode Truth(World world) => EmailTest.Truth(world);

    /// <summary>Day of the last order before the test, number of orders, and cents paid.</summary>
    private static (int Last, int Count, long Spent) Before(World world, int customer)
    {
        var (last, count, spent) = (0, 0, 0L);
        foreach (var minute in Life.Of(world, customer).Orders)
        {
            var order = new OrderKey(minute, customer, count);
            if (order.Day >= EmailTest.Day) break;
            (last, count, spent) = (order.Day, count + 1, spent + Basket.Of(world, order).Amount);
        }
        return (last, count, spent);
    }
}
