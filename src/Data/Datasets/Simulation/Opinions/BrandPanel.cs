using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Data.Datasets.Simulation.Opinions;

/// <summary>A person of the panel asked about the brand: most are no customers.</summary>
/// <param name="Wave">Quarter of the survey.</param>
/// <param name="Exposed">Was shown the brand's video beforehand, by the toss of a coin.</param>
/// <param name="Aware">Knows the brand when it is named.</param>
/// <param name="Considers">Would consider it; never without knowing it.</param>
/// <param name="Intends">Means to buy within three months; never without considering it.</param>
internal readonly record struct BrandPanel(int Wave, bool Exposed, bool Aware, bool Considers, bool Intends)
{
    /// <summary>Share who know the brand in the first wave, without the video.</summary>
    public const double Awareness = 0.26;

    /// <summary>Added by every wave.</summary>
    public const double Growth = 0.012;

    /// <summary>Added to awareness by the video.</summary>
    public const double LiftOfAwareness = 0.10;

    /// <summary>Share who consider the brand among those who know it.</summary>
    public const double Consideration = 0.42;

    /// <summary>Added to that by the video.</summary>
    public const double LiftOfConsideration = 0.04;

    /// <summary>Share who intend to buy among those who consider it; the video changes nothing here.</summary>
    public const double Intention = 0.35;

    /// <summary>Number of people asked, over all waves.</summary>
    public static int Count(World world) => Math.Max(1, world.Customers / 3);

    /// <summary>A person's answers; always the same for a seed.</summary>
    public static BrandPanel Of(World world, int person)
    {
        var rng = world.Stream("brand panel").Split(person);
        var wave = rng.Next(SurveyAnswer.Waves);
        var exposed = rng.NextBool();
        var aware = rng.NextBool(Awareness + Growth * wave + (exposed ? LiftOfAwareness : 0));
        var considers = rng.NextBool(Consideration + (exposed ? LiftOfConsideration : 0)) && aware;
        return new BrandPanel(wave, exposed, aware, considers, rng.NextBool(Intention) && considers);
    }
}
