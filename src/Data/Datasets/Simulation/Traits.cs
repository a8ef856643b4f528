namespace MarketingNotebooks.Data.Datasets.Simulation;

/// <summary>What is hidden in a customer.</summary>
/// <param name="Rate">λ: repeat purchases a week while active, on the <see cref="ShopClock"/>.</param>
/// <param name="Dropout">p: probability of leaving after a repeat purchase.</param>
/// <param name="MeanOrder">Mean intended order value, in EUR.</param>
internal readonly record struct Traits(double Rate, double Dropout, double MeanOrder)
{
    /// <summary>The traits of a customer; always the same for a seed.</summary>
    public static Traits Of(World world, int customer)
    {
        var persona = Personas.All[world.PersonaOf(customer)];
        var rng = world.Stream("traits").Split(customer);
        return new Traits(
            rng.NextGamma(persona.RateShape, 1 / persona.RateScale),
            rng.NextBeta(persona.DropoutA, persona.DropoutB),
            persona.SpendShape / rng.NextGamma(persona.SpendQ, 1 / persona.SpendGamma));
    }
}
