using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Data.Datasets.Simulation.Opinions;

/// <summary>A customer's rating of a product they bought.</summary>
/// <param name="Product">Position in <see cref="Catalogue.Products"/>.</param>
/// <param name="Day">Day of the rating, since <see cref="Period.Start"/>.</param>
/// <param name="Stars">1 to 5.</param>
/// <param name="Review">Position of the review among the customer's; −1 where only stars were given.</param>
internal readonly record struct Opinion(int Product, int Day, int Stars, int Review)
{
    /// <summary>Mean of the latent rating of an average product by an average customer.</summary>
    public const double Mean = 3.8;

    /// <summary>Standard deviation of what neither customer nor product explains.</summary>
    public const double Noise = 0.6;

    /// <summary>Probability that a product bought for the first time is rated.</summary>
    public const double Rated = 0.40;

    /// <summary>Probability that a rating comes with a review.</summary>
    public const double Reviewed = 0.25;

    private const int LeastWait = 3; // days until it has arrived and been tried
    private const double MeanWait = 9;

    /// <summary>Every rating of a customer, in order of purchase; always the same for a seed.</summary>
    /// <param name="world">Whose customer it is.</param>
    /// <param name="customer">Position of the customer.</param>
    /// <param name="appeal">Of every product, see <see cref="ProductAppeal.All"/>.</param>
    public static List<Opinion> Of(World world, int customer, ProductAppeal[] appeal)
    {
        var opinions = new List<Opinion>();
        var taste = Taste.Of(world, customer);
        var rng = world.Stream("opinions").Split(customer);
        Span<bool> bought = stackalloc bool[Catalogue.Products.Length];
        var (orders, reviews) = (Life.Of(world, customer).Orders, 0);
        for (var nth = 0; nth < orders.Count; nth++)
        {
            var order = new OrderKey(orders[nth], customer, nth);
            foreach (var line in Basket.Of(world, order).Lines)
            {
                if (bought[line.Product]) continue;
                bought[line.Product] = true;
                if (!rng.NextBool(Rated)) continue;
                var latent = Latent(taste, appeal[line.Product]) + rng.NextNormal(0, Noise);
                var day = order.Day + LeastWait + (int)rng.NextExponential(1 / MeanWait);
                var review = rng.NextBool(Reviewed) && day < Period.Days ? reviews++ : -1;
                if (day < Period.Days) opinions.Add(new Opinion(line.Product, day, (int)Math.Clamp(Math.Floor(latent + 0.5), 1, 5), review));
            }
        }
        return opinions;
    }

    /// <summary>The rating before noise, rounding to whole stars and the ends of the scale.</summary>
    public static double Latent(Taste taste, ProductAppeal product) =>
        Mean + product.Quality + taste.Leniency + taste.Bold * product.Bold + taste.Ornate * product.Ornate;
}
