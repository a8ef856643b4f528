using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Data.Datasets.Simulation.Opinions;

/// <summary>What an invited customer thinks, and whether they say so.</summary>
/// <param name="Wave">Quarter of the survey, 0 for the first of 2024.</param>
/// <param name="Satisfied">1 to 5 by position in <see cref="Drivers"/>.</param>
/// <param name="Recommends">0 to 10.</param>
/// <param name="Responded">False when the invitation was left unanswered.</param>
internal sealed record SurveyAnswer(int Wave, int[] Satisfied, int Recommends, bool Responded)
{
    /// <summary>Quarters.</summary>
    public const int Waves = 8;

    /// <summary>What satisfaction is asked about.</summary>
    public static readonly string[] Drivers = ["taste", "delivery", "service", "price"];

    /// <summary>How much a point of satisfaction with each adds to the recommendation.</summary>
    public static readonly double[] Weights = [0.75, 0.45, 0.25, 0.15];

    /// <summary>Recommendation of someone with 3 of 5 everywhere.</summary>
    public const double Centre = 6.5;

    /// <summary>Standard deviation of what the drivers do not explain.</summary>
    public const double Noise = 0.8;

    /// <summary>Share of customers invited.</summary>
    public const double Invited = 0.35;

    /// <summary>Probability of an answer by recommendation 0 … 10: those who are pleased answer more often.</summary>
    public static double Responds(int recommends) => recommends >= 9 ? 0.55 : recommends >= 7 ? 0.32 : 0.22;

    /// <summary>Probability of 1 … 5 by driver.</summary>
    public static readonly double[][] Levels =
        [[0.03, 0.07, 0.20, 0.40, 0.30], [0.06, 0.12, 0.25, 0.35, 0.22], [0.04, 0.10, 0.28, 0.36, 0.22], [0.08, 0.17, 0.32, 0.30, 0.13]];

    /// <summary>The answer of a customer; null for those not invited. Always the same for a seed.</summary>
    public static SurveyAnswer? Of(World world, int customer)
    {
        var rng = world.Stream("survey").Split(customer);
        var earliest = world.FirstDayOf(customer) * Waves / Period.Days + 1; // the quarter after the first order
        if (!rng.NextBool(Invited) || earliest >= Waves) return null;
        var (satisfied, score) = (new int[Drivers.Length], Centre);
        for (var driver = 0; driver < satisfied.Length; driver++)
        {
            satisfied[driver] = 1 + rng.NextCategorical(Levels[driver]);
            score += Weights[driver] * (satisfied[driver] - 3);
        }
        var recommends = (int)Math.Clamp(Math.Floor(score + rng.NextNormal(0, Noise) + 0.5), 0, 10);
        return new SurveyAnswer(rng.Next(earliest, Waves), satisfied, recommends, rng.NextBool(Responds(recommends)));
    }

    /// <summary>First day of a quarter, since <see cref="Period.Start"/>.</summary>
    public static int Day(int wave) => Period.Day(2024 + wave / 4, 1 + 3 * (wave % 4), 1);
}
