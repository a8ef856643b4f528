namespace MarketingNotebooks.Data.Datasets.Simulation;

/// <summary>The planted personas. Their order is their code everywhere.</summary>
internal static class Personas
{
    public static readonly Persona[] All =
    [
        new()
        {
            Name = "devotee",
            About = "Drinks tea every day, buys about every third week, mostly loose leaf.",
            Share = 0.12,
            RateShape = 10, RateScale = 27,
            DropoutA = 1.2, DropoutB = 30.8,
            SpendShape = 8, SpendQ = 18, SpendGamma = 106,
            ExtraLines = 1.1,
            //       green black oolong pu-erh herbal teaware home gifts
            Taste = [0.26, 0.16, 0.24, 0.18, 0.05, 0.08, 0.02, 0.01],
            Seasonality = 0.4, PromotionLift = 0.15, PromotionUse = 0.40,
            //             search social email affiliate display direct
            Acquisition = [0.34, 0.18, 0.05, 0.10, 0.05, 0.28],
            Return = [0.12, 0.05, 0.28, 0.02, 0.01, 0.52],
            Newsletter = 0.75,
            Born = (1960, 1998),
        },
        new()
        {
            Name = "gifter",
            About = "Buys presents for the holidays: few, large and seasonal orders.",
            Share = 0.20,
            RateShape = 10, RateScale = 200,
            DropoutA = 1.0, DropoutB = 9,
            SpendShape = 8, SpendQ = 18, SpendGamma = 319,
            ExtraLines = 0.7,
            Taste = [0.05, 0.04, 0.06, 0.05, 0.04, 0.26, 0.16, 0.34],
            Seasonality = 1.2, PromotionLift = 0.25, PromotionUse = 0.35,
            Acquisition = [0.40, 0.22, 0.03, 0.08, 0.15, 0.12],
            Return = [0.34, 0.13, 0.20, 0.05, 0.06, 0.22],
            Newsletter = 0.45,
            Born = (1955, 1995),
        },
        new()
        {
            Name = "bargain hunter",
            About = "Waits for promotions and buys small baskets of what is reduced.",
            Share = 0.22,
            RateShape = 10, RateScale = 58,
            DropoutA = 1.2, DropoutB = 9.8,
            SpendShape = 8, SpendQ = 18, SpendGamma = 25.5,
            ExtraLines = 0.6,
            Taste = [0.22, 0.22, 0.08, 0.04, 0.26, 0.07, 0.10, 0.01],
            Seasonality = 0.8, PromotionLift = 1.6, PromotionUse = 0.88,
            Acquisition = [0.18, 0.24, 0.10, 0.33, 0.10, 0.05],
            Return = [0.12, 0.14, 0.46, 0.18, 0.04, 0.06],
            Newsletter = 0.85,
            Born = (1970, 2005),
        },
        new()
        {
            Name = "passer-by",
            About = "Tries the shop once and hardly ever comes back.",
            Share = 0.46,
            RateShape = 2, RateScale = 1000,
            DropoutA = 2, DropoutB = 6,
            SpendShape = 8, SpendQ = 18, SpendGamma = 64,
            ExtraLines = 0.5,
            Taste = [0.18, 0.18, 0.08, 0.05, 0.17, 0.16, 0.13, 0.05],
            Seasonality = 1.0, PromotionLift = 0.5, PromotionUse = 0.55,
            Acquisition = [0.30, 0.32, 0.02, 0.12, 0.18, 0.06],
            Return = [0.32, 0.20, 0.22, 0.06, 0.06, 0.14],
            Newsletter = 0.25,
            Born = (1960, 2006),
        },
    ];

    public static readonly double[] Shares = [.. All.Select(persona => persona.Share)];
}
