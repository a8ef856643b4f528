namespace MarketingNotebooks.Data.Datasets.Simulation;

/// <summary>Where customers come from: countries, languages, channels and the course of acquisition.</summary>
internal static class Markets
{
    /// <summary>Languages of the shop; the position is the code.</summary>
    public static readonly string[] Languages = ["en", "zh"];

    /// <summary>Marketing channels; the position is the code.</summary>
    public static readonly string[] Channels = ["search", "social", "email", "affiliate", "display", "direct"];

    /// <summary>Country, share of customers, and share of its customers who shop in Chinese.</summary>
    public static readonly (string Country, double Share, double Chinese)[] Countries =
    [
        ("GB", 0.22, 0.05), ("DE", 0.18, 0.03), ("US", 0.15, 0.06), ("FR", 0.08, 0.03), ("NL", 0.06, 0.03),
        ("SG", 0.09, 0.40), ("HK", 0.09, 0.85), ("TW", 0.07, 0.95), ("CN", 0.06, 0.98),
    ];

    public static readonly double[] CountryShares = [.. Countries.Select(country => country.Share)];

    /// <summary>Factor on the weight of social and display for customers won from 2025 on: the mix drifts.</summary>
    public const double SocialDrift = 1.35;

    /// <summary>Relative number of customers won on a day, before seasons: a launch campaign ramps up over eight weeks, then fades
    /// to a fifth by the end.</summary>
    /// <param name="day">Days since <see cref="Period.Start"/>.</param>
    public static double Acquired(int day)
    {
        const int ramp = 56;
        var launch = day < ramp ? 0.4 + 0.6 * day / ramp : 1;
        return launch * (1 - 0.8 * day / (Period.Days - 1));
    }

    /// <summary>Weights of the channels for a customer of that persona won on that day.</summary>
    public static double[] Acquisition(Persona persona, int day)
    {
        var weights = (double[])persona.Acquisition.Clone();
        if (day >= Period.Day(2025, 1, 1))
        {
            weights[1] *= SocialDrift;
            weights[4] *= SocialDrift;
        }
        return weights;
    }
}
