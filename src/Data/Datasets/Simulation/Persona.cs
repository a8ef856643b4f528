namespace MarketingNotebooks.Data.Datasets.Simulation;

/// <summary>A hidden type of customer: what its members' traits are drawn from. Times are in weeks, money in EUR.</summary>
/// <remarks>Purchases follow BG/NBD (Fader, Hardie and Lee 2005, Marketing Science 24(2)): after the first purchase the next ones
/// come at a Poisson rate λ, and after each repeat purchase the customer drops out with probability p. Spend follows gamma-gamma
/// (Fader, Hardie and Lee 2005, J. Marketing Research 42(4)).</remarks>
internal sealed record Persona
{
    /// <summary>Name in <c>truth_customers</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Who that is, in a sentence.</summary>
    public required string About { get; init; }

    /// <summary>Share among all customers; shares sum to 1.</summary>
    public required double Share { get; init; }

    /// <summary>r: λ ~ Gamma(shape r, rate α).</summary>
    public required double RateShape { get; init; }

    /// <summary>α, in weeks; the mean rate is r/α repeat purchases a week.</summary>
    public required double RateScale { get; init; }

    /// <summary>a: p ~ Beta(a, b).</summary>
    public required double DropoutA { get; init; }

    /// <summary>b: p ~ Beta(a, b).</summary>
    public required double DropoutB { get; init; }

    /// <summary>p of gamma-gamma: an order's intended value ~ Gamma(shape p, rate ν).</summary>
    public required double SpendShape { get; init; }

    /// <summary>q of gamma-gamma: ν ~ Gamma(shape q, rate γ).</summary>
    public required double SpendQ { get; init; }

    /// <summary>γ of gamma-gamma, in EUR; the mean order value is p·γ/(q − 1).</summary>
    public required double SpendGamma { get; init; }

    /// <summary>Mean number of products in a basket beyond the first.</summary>
    public required double ExtraLines { get; init; }

    /// <summary>Weight of each category of <see cref="Catalogue.Categories"/>.</summary>
    public required double[] Taste { get; init; }

    /// <summary>How strongly the seasons move purchases: 0 not at all, 1 as the market.</summary>
    public required double Seasonality { get; init; }

    /// <summary>Share by which a running promotion raises the rate of purchase.</summary>
    public required double PromotionLift { get; init; }

    /// <summary>Probability that an order placed during a promotion uses it.</summary>
    public required double PromotionUse { get; init; }

    /// <summary>Weight of each channel of <see cref="Markets.Channels"/> for winning such a customer.</summary>
    public required double[] Acquisition { get; init; }

    /// <summary>Weight of each channel of <see cref="Markets.Channels"/> for a repeat order.</summary>
    public required double[] Return { get; init; }

    /// <summary>Probability of having subscribed to the newsletter.</summary>
    public required double Newsletter { get; init; }

    /// <summary>Range of birth years; drawn as the mean of two uniform draws.</summary>
    public required (int From, int To) Born { get; init; }
}
