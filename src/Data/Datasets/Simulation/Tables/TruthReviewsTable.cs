using MarketingNotebooks.Data.Datasets.Simulation.Opinions;

namespace MarketingNotebooks.Data.Datasets.Simulation.Tables;

/// <summary>What each review meant.</summary>
internal sealed class TruthReviewsTable : ICompanyTable
{
    private static readonly CellRange _judged = CellRange.Between(-1, 1);

    public string Name => "truth_reviews";

    public string About => "One row a review, in the order of `reviews`: what it meant, to score sentiment and aspects with.";

    public IReadOnlyList<ColumnNote> Columns { get; } =
    [
        new("customer_id", CellType.Integer, "", "`reviews.customer_id`.", "as there", CellRange.Key),
        new("product_id", CellType.Integer, "", "`reviews.product_id`.", "as there", CellRange.Between(1, Catalogue.Products.Length)),
        new("sentiment", CellType.Text, "", "What the review says on the whole.", "by stars, see `truth.json`", CellRange.OneOf(Review.Sentiments)),
        new("product", CellType.Integer, "", "The product: 1 praised, −1 blamed, 0 not spoken about.", "as the sentiment", _judged),
        new("delivery", CellType.Integer, "", "The delivery, likewise.", "as the sentiment, with exceptions", _judged),
        new("packaging", CellType.Integer, "", "The packaging, likewise.", "as the sentiment, with exceptions", _judged),
        new("price", CellType.Integer, "", "The price, likewise.", "as the sentiment, with exceptions", _judged),
    ];

    public int Units(World world) => world.Customers;

    public void Rows(World world, int from, int to, RowSink rows)
    {
        var appeal = ProductAppeal.All(world);
        for (var customer = from; customer < to; customer++)
            foreach (var opinion in Opinion.Of(world, customer, appeal))
            {
                if (opinion.Review < 0) continue;
                var review = Review.Of(world, customer, opinion);
                rows.Integer(customer + 1);
                rows.Integer(opinion.Product + 1);
                rows.Text(Review.Sentiments[review.Sentiment + 1]);
                foreach (var judged in review.Aspects) rows.Integer(judged);
                rows.EndRow();
            }
    }
}
