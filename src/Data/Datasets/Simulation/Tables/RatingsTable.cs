using System.Text.Json.Nodes;
using MarketingNotebooks.Data.Datasets.Simulation.Opinions;

namespace MarketingNotebooks.Data.Datasets.Simulation.Tables;

/// <summary>One row a product that a customer rated.</summary>
internal sealed class RatingsTable : ICompanyTable
{
    public string Name => "ratings";

    public string About => "One row a product that a customer rated; the key is customer_id with product_id. Only products bought are rated, "
        + "so each customer's ratings show what their kind buys.";

    public IReadOnlyList<ColumnNote> Columns { get; } =
    [
        new("customer_id", CellType.Integer, "", "`customers.customer_id`.", "as there", CellRange.Key),
        new("product_id", CellType.Integer, "", "`products.product_id`.", $"bought, and rated with probability {Opinion.Rated}",
            CellRange.Between(1, Catalogue.Products.Length)),
        new("rating", CellType.Integer, "stars", "From 1 (bad) to 5 (very good).",
            "mean + quality + leniency + liking · factors + normal noise, rounded and cut to 1 … 5", CellRange.Between(1, 5)),
        new("rated_on", CellType.Date, "", "Day of the rating.", "order + 3 days + exponential wait (mean 9 days)"),
    ];

    public int Units(World world) => world.Customers;

    public void Rows(World world, int from, int to, RowSink rows)
    {
        var appeal = ProductAppeal.All(world);
        for (var customer = from; customer < to; customer++)
            foreach (var opinion in Opinion.Of(world, customer, appeal))
            {
                rows.Integer(customer + 1);
                rows.Integer(opinion.Product + 1);
                rows.Integer(opinion.Stars);
                rows.Date(opinion.Day);
                rows.EndRow();
            }
    }

    public JsonNode Truth(World world) => new JsonObject
    {
        ["mean"] = Opinion.Mean,
        ["noise_deviation"] = Opinion.Noise,
        ["leniency_deviation"] = Taste.LeniencyDeviation,
        ["liking_deviation"] = Taste.LikingDeviation,
        ["rated"] = Opinion.Rated,
        ["persona_likings"] = TruthNodes.List(Personas.All.Zip(Taste.Centres), pair => new JsonObject
        {
            ["persona"] = pair.First.Name, ["bold"] = pair.Second.Bold, ["ornate"] = pair.Second.Ornate,
        }),
        ["products"] = TruthNodes.List(ProductAppeal.All(world).Select((appeal, at) => (appeal, at)), each => new JsonObject
        {
            ["product_id"] = each.at + 1,
            ["quality"] = TruthNodes.Round(each.appeal.Quality),
            ["bold"] = TruthNodes.Round(each.appeal.Bold),
            ["ornate"] = TruthNodes.Round(each.appeal.Ornate),
        }),
    };
}
