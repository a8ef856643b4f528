using System.Text.Json.Nodes;
using MarketingNotebooks.Data.Datasets.Simulation.Opinions;

namespace MarketingNotebooks.Data.Datasets.Simulation.Tables;

/// <summary>One row a rating that came with a text.</summary>
internal sealed class ReviewsTable : ICompanyTable
{
    public string Name => "reviews";

    public string About => "One row a rating that came with a text, in the language the customer shops in; the key is customer_id with product_id.";

    public IReadOnlyList<ColumnNote> Columns { get; } =
    [
        new("customer_id", CellType.Integer, "", "`ratings.customer_id`.", "as there", CellRange.Key),
        new("product_id", CellType.Integer, "", "`ratings.product_id`.", $"rated, and reviewed with probability {Opinion.Reviewed}",
            CellRange.Between(1, Catalogue.Products.Length)),
        new("reviewed_on", CellType.Date, "", "Day of the review.", "`ratings.rated_on`"),
        new("language", CellType.Text, "", "Language of the text.", "`customers.language`", CellRange.OneOf(Markets.Languages)),
        new("rating", CellType.Integer, "stars", "Stars given with it.", "`ratings.rating`", CellRange.Between(1, 5)),
        new("text", CellType.Text, "", "The review.", "sentences on the product, delivery, packaging and price, by sentiment; see `truth_reviews`"),
    ];

    public int Units(World world) => world.Customers;

    public void Rows(World world, int from, int to, RowSink rows)
    {
        var appeal = ProductAppeal.All(world);
        for (var customer = from; customer < to; customer++)
            foreach (var opinion in Opinion.Of(world, customer, appeal))
            {
                if (opinion.Review < 0) continue;
                rows.Integer(customer + 1);
                rows.Integer(opinion.Product + 1);
                rows.Date(opinion.Day);
                rows.Text(Markets.Languages[world.LanguageOf(customer)]);
                rows.Integer(opinion.Stars);
                rows.Text(Review.Of(world, customer, opinion).Text);
                rows.EndRow();
            }
    }

    public JsonNode Truth(World world) => new JsonObject
    {
        ["reviewed"] = Opinion.Reviewed,
        ["sentiment_by_stars"] = TruthNodes.List(Review.ByStars, probabilities => TruthNodes.Pairs(Review.Sentiments, probabilities)),
        ["other_aspects_spoken_about"] = Review.Spoken,
        ["other_aspects_agree"] = Review.Agrees,
    };
}
