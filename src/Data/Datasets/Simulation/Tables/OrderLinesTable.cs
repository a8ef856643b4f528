namespace MarketingNotebooks.Data.Datasets.Simulation.Tables;

/// <summary>One row a product in an order.</summary>
internal sealed class OrderLinesTable : ICompanyTable
{
    public string Name => "order_lines";

    public string About => "One row a product in an order; the key is order_id with product_id.";

    public IReadOnlyList<ColumnNote> Columns { get; } =
    [
        new("order_id", CellType.Integer, "", "`orders.order_id`.", "the order", CellRange.Key),
        new("product_id", CellType.Integer, "", "`products.product_id`.",
            "category by the persona's taste, product by popularity and nearness of its price to what is left to spend", CellRange.Between(1, Catalogue.Products.Length)),
        new("quantity", CellType.Integer, "pieces", "How many.", "what is left to spend over the price, rounded at random; 1 to 8", CellRange.Between(1, 8)),
        new("unit_price", CellType.Number, "EUR", "Price of one before discount.", "`products.list_price`", CellRange.Between(2.6, 200)),
        new("amount", CellType.Number, "EUR", "Paid: quantity · unit_price less the promotion's discount.", "computed in cents, half up", CellRange.From(0.01)),
        new("returned", CellType.Boolean, "", "Sent back and refunded in full.", "by category"),
    ];

    public int Units(World world) => world.Orders;

    public void Rows(World world, int from, int to, RowSink rows)
    {
        for (var at = from; at < to; at++)
            foreach (var line in Basket.Of(world, world.Order(at)).Lines)
            {
                rows.Integer(at + 1);
                rows.Integer(line.Product + 1);
                rows.Integer(line.Quantity);
                rows.Money(line.UnitPrice);
                rows.Money(line.Amount);
                rows.Boolean(line.Returned);
                rows.EndRow();
            }
    }
}
