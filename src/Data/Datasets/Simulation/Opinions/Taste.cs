using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Data.Datasets.Simulation.Opinions;

/// <summary>How a customer judges products.</summary>
/// <param name="Leniency">Added to every rating they give, in stars.</param>
/// <param name="Bold">Liking for what is bold, in stars a unit of <see cref="ProductAppeal.Bold"/>.</param>
/// <param name="Ornate">Liking for what is ornate, in stars a unit of <see cref="ProductAppeal.Ornate"/>.</param>
internal readonly record struct Taste(double Leniency, double Bold, double Ornate)
{
    /// <summary>Standard deviation of leniency between customers.</summary>
    public const double LeniencyDeviation = 0.35;

    /// <summary>Standard deviation of each liking within a persona.</summary>
    public const double LikingDeviation = 0.45;

    /// <summary>Mean of the likings of each persona of <see cref="Personas.All"/>.</summary>
    public static readonly (double Bold, double Ornate)[] Centres = [(0.25, -0.10), (-0.05, 0.40), (-0.15, -0.25), (0.0, 0.05)];

    /// <summary>The taste of a customer; always the same for a seed.</summary>
    public static Taste Of(World world, int customer)
    {
        var rng = world.Stream("tastes").Split(customer);
        var centre = Centres[world.PersonaOf(customer)];
        return new Taste(rng.NextNormal(0, LeniencyDeviation), centre.Bold + rng.NextNormal(0, LikingDeviation),
            centre.Ornate + rng.NextNormal(0, LikingDeviation));
    }
}
