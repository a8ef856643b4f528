using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Data.Datasets.Simulation.Opinions;

/// <summary>What makes a product liked: how good it is for everyone, and where it lies on two axes of taste.</summary>
/// <param name="Quality">Added to every rating of it, in stars.</param>
/// <param name="Bold">First factor: from delicate (negative) to bold.</param>
/// <param name="Ornate">Second factor: from plain and practical (negative) to ornate.</param>
internal readonly record struct ProductAppeal(double Quality, double Bold, double Ornate)
{
    private const double QualityDeviation = 0.30;
    private const double FactorDeviation = 0.35;

    /// <summary>Centre of each category of <see cref="Catalogue.Categories"/> on both axes.</summary>
    private static readonly (double Bold, double Ornate)[] _centres =
        [(-0.9, -0.2), (0.8, -0.3), (-0.2, 0.1), (1.0, 0.0), (-0.7, -0.5), (0.1, 0.8), (-0.1, -0.6), (0.0, 1.0)];

    /// <summary>The appeal of every product, by its position; always the same for a seed.</summary>
    public static ProductAppeal[] All(World world)
    {
        var stream = world.Stream("product appeal");
        return [.. Catalogue.Products.Select((product, at) =>
        {
            var rng = stream.Split(at);
            var centre = _centres[product.Category];
            return new ProductAppeal(rng.NextNormal(0, QualityDeviation), centre.Bold + rng.NextNormal(0, FactorDeviation),
                centre.Ornate + rng.NextNormal(0, FactorDeviation));
        })];
    }
}
