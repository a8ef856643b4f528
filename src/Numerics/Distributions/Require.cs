namespace MarketingNotebooks.Numerics.Distributions;

/// <summary>Checks of parameters and probabilities.</summary>
internal static class Require
{
    public static double Positive(double value, string distribution, string name) => value > 0 && double.IsFinite(value) ? value
        : throw new ArgumentException($"{distribution} needs a finite {name} > 0. Got {value}.");

    public static double Finite(double value, string distribution, string name) => double.IsFinite(value) ? value
        : throw new ArgumentException($"{distribution} needs a finite {name}. Got {value}.");

    public static double Share(double value, string distribution, string name) => value is >= 0 and <= 1 ? value
        : throw new ArgumentException($"{distribution} needs a {name} in [0, 1]. Got {value}.");

    public static double Probability(double p, string distribution) => p is >= 0 and <= 1 ? p
        : throw new ArgumentException($"{distribution}.Quantile needs a probability in [0, 1]. Got {p}.");
}
