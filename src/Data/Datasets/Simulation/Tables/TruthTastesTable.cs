using MarketingNotebooks.Data.Datasets.Simulation.Opinions;

namespace MarketingNotebooks.Data.Datasets.Simulation.Tables;

/// <summary>What is hidden in the ratings of each customer.</summary>
internal sealed class TruthTastesTable : ICompanyTable
{
    public string Name => "truth_tastes";

    public string About => "One row a customer: the latent factors behind their ratings; those of the products are in `truth.json`.";

    public IReadOnlyList<ColumnNote> Columns { get; } =
    [
        new("customer_id", CellType.Integer, "", "`customers.customer_id`.", "as there", CellRange.Key),
        new("leniency", CellType.Number, "stars", "Added to every rating they give.", "normal around 0", CellRange.Between(-3, 3)),
        new("bold", CellType.Number, "stars", "Liking for bold products, times the product's factor.", "normal around the persona's mean",
            CellRange.Between(-4, 4)),
        new("ornate", CellType.Number, "stars", "Liking for ornate products, times the product's factor.", "normal around the persona's mean",
            CellRange.Between(-4, 4)),
    ];

    public int Units(World world) => world.Customers;

    public void Rows(World world, int from, int to, RowSink rows)
    {
        for (var customer = from; customer < to; customer++)
        {
            var taste = Taste.Of(world, customer);
            rows.Integer(customer + 1);
            rows.Real(taste.Leniency, 3);
            rows.Real(taste.Bold, 3);
            rows.Real(taste.Ornate, 3);
            rows.EndRow();
        }
    }
}
