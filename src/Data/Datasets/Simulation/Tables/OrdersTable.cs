namespace MarketingNotebooks.Data.Datasets.Simulation.Tables;

/// <summary>One row an order.</summary>
internal sealed class OrdersTable : ICompanyTable
{
    public string Name => "orders";

    public string About => "One row an order, in order of time.";

    public IReadOnlyList<ColumnNote> Columns { get; } =
    [
        new("order_id", CellType.Integer, "", "Key.", "1, 2, … by time", CellRange.Key),
        new("customer_id", CellType.Integer, "", "Who bought: `customers.customer_id`.", "the customer's life", CellRange.Key),
        new("order_date", CellType.Time, "UTC", "When.", "BG/NBD within persona, on a clock that holidays and promotions speed up"),
        new("channel", CellType.Text, "", "Channel that brought the order.", "first order: the customer's; later ones by persona", CellRange.OneOf(Markets.Channels)),
        new("promotion_id", CellType.Integer, "", "Promotion used: `promotions.promotion_id`; empty for none.", "by persona, while one runs", CellRange.Between(1, Promotion.All.Length)),
        new("status", CellType.Text, "", "completed, partly returned or returned.", "from the lines", CellRange.OneOf("completed", "partly returned", "returned")),
        new("discount", CellType.Number, "EUR", "Taken off the list prices.", "from the lines", CellRange.From(0)),
        new("amount", CellType.Number, "EUR", "Paid for the goods, after discount, before refund, without shipping.",
            "from the lines; the intended value is gamma-gamma within persona", CellRange.From(0.01)),
        new("cost", CellType.Number, "EUR", "What the goods cost the shop.", "quantity · `products.unit_cost`, summed", CellRange.From(0.01)),
        new("refund", CellType.Number, "EUR", "Paid back for returned lines; 0 for none.", "amounts of returned lines, summed", CellRange.From(0)),
    ];

    public int Units(World world) => world.Orders;

    public void Rows(World world, int from, int to, RowSink rows)
    {
        for (var at = from; at < to; at++)
        {
            var order = world.Order(at);
            var basket = Basket.Of(world, order);
            var (amount, refund) = (basket.Amount, basket.Refund);
            rows.Integer(at + 1);
            rows.Integer(order.Customer + 1);
            rows.Time(order.Minute);
            rows.Text(Markets.Channels[basket.Channel]);
            rows.Integer(basket.PromotionId == 0 ? null : basket.PromotionId);
            rows.Text(refund == 0 ? "completed" : refund == amount ? "returned" : "partly returned");
            rows.Money(basket.Gross - amount);
            rows.Money(amount);
            rows.Money(basket.Cost);
            rows.Money(refund);
            rows.EndRow();
        }
    }
}
