using MarketingNotebooks.Learning.Association;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Marketing.Baskets;

/// <summary>What it would bring to sell two products as a bundle at a discount: the margin won on baskets that add the other product, less the
/// discount given to those who bought both anyway.</summary>
/// <remarks>With P the sum of both prices, r the discount, q the conversion (share of baskets with one product that take the bundle), m a margin a
/// piece: gain = q (n₁ (m₂ − rP) + n₂ (m₁ − rP)) − rP n₁₂. One piece of each a basket. The conversion is an assumption: baskets bought without an
/// offer do not show what an offer would do, only whom it would cost. Source: Simon and Fassnacht (2019), Price Management, ch. 6, on bundles and what they
/// give away.</remarks>
/// <param name="Baskets">All baskets, N.</param>
/// <param name="OnlyFirst">Baskets with the first product and not the second, n₁.</param>
/// <param name="OnlySecond">Baskets with the second and not the first, n₂.</param>
/// <param name="Both">Baskets with both, n₁₂.</param>
/// <param name="FirstPrice">Price of the first, in money.</param>
/// <param name="FirstCost">What one of the first costs the shop.</param>
/// <param name="SecondPrice">Price of the second.</param>
/// <param name="SecondCost">What one of the second costs the shop.</param>
public sealed record BundleOffer(int Baskets, int OnlyFirst, int OnlySecond, int Both, double FirstPrice, double FirstCost, double SecondPrice,
    double SecondCost)
{
    /// <summary>Counts the baskets of two products.</summary>
    /// <param name="baskets">The baskets.</param>
    /// <param name="first">The first product: item code, price, cost of a piece.</param>
    /// <param name="second">The second, another one.</param>
    /// <exception cref="ArgumentException">Both are one product, or a price or cost is no number of at least 0.</exception>
    public static BundleOffer Of(BasketSet baskets, (int Item, double Price, double Cost) first, (int Item, double Price, double Cost) second)
    {
        ArgumentNullException.ThrowIfNull(baskets);
        if (first.Item == second.Item) throw new ArgumentException($"A bundle is of two products. Got item {first.Item} twice.");
        foreach (var (item, price, cost) in new[] { first, second })
            if (!(price >= 0 && cost >= 0 && double.IsFinite(price + cost)))
                throw new ArgumentException($"Price and cost of item {item} must be at least 0. Got {price} and {cost}: drop rows without a price first.");
        var (one, two) = (baskets.Holding(first.Item), baskets.Holding(second.Item));
        var counts = new int[4];
        for (var basket = 0; basket < one.Length; basket++) counts[(one[basket] ? 1 : 0) + (two[basket] ? 2 : 0)]++;
        return new BundleOffer(baskets.Count, counts[1], counts[2], counts[3], first.Price, first.Cost, second.Price, second.Cost);
    }

    /// <summary>Margin won or lost over the time that the baskets cover, in money.</summary>
    /// <param name="discount">Share taken off both prices, r. Range: [0, 1].</param>
    /// <param name="conversion">Share of baskets with one product that take the bundle, q. Range: [0, 1].</param>
    /// <exception cref="ArgumentException">A share is outside [0, 1].</exception>
    public double Gain(double discount, double conversion)
    {
        if (discount is not (>= 0 and <= 1)) throw new ArgumentException($"The discount must be in [0, 1], a share of the price. Got {discount}.");
        if (conversion is not (>= 0 and <= 1)) throw new ArgumentException($"The conversion must be in [0, 1], a share of baskets. Got {conversion}.");
        return Gain(OnlyFirst, OnlySecond, Both, discount, conversion);
    }

    /// <summary>The conversion at which the gain is 0; null where no conversion up to 1 pays for the discount.</summary>
    /// <param name="discount">Share taken off both prices. Range: [0, 1].</param>
    /// <exception cref="ArgumentException">The share is outside [0, 1].</exception>
    public double? BreakEven(double discount)
    {
        var lost = -Gain(discount, 0);
        var won = Gain(discount, 1) + lost;
        return lost == 0 ? 0 : won >= lost ? lost / won : null;
    }

    /// <summary>A bootstrap interval of the gain over baskets, discount and conversion taken as given.</summary>
    /// <param name="discount">Share taken off both prices. Range: [0, 1].</param>
    /// <param name="conversion">Share of baskets that take the bundle. Range: [0, 1].</param>
    /// <param name="level">Range: (0, 1). Default: 0.95.</param>
    /// <param name="draws">Samples of N baskets with replacement. Range: ≥ 100. Default: 2,000.</param>
    /// <param name="seed">Same seed, same interval. Default: 42.</param>
    /// <exception cref="ArgumentException">A number is outside its range.</exception>
    public (double Low, double High) Interval(double discount, double conversion, double level = 0.95, int draws = 2_000, int seed = 42)
    {
        if (level is not (> 0 and < 1) || draws < 100)
            throw new ArgumentException($"An interval needs a level in (0, 1) and at least 100 draws. Got {level} and {draws}.");
        Gain(discount, conversion);
        var rng = new Rng(seed);
        var gains = new double[draws];
        for (var draw = 0; draw < draws; draw++)
        {
            // Counts of a sample with replacement are multinomial: one binomial after another of what is left.
            var both = rng.NextBinomial(Baskets, (double)Both / Baskets);
            var first = Baskets == Both ? 0 : rng.NextBinomial(Baskets - both, (double)OnlyFirst / (Baskets - Both));
            var rest = Baskets - Both - OnlyFirst;
            var second = rest == 0 ? 0 : rng.NextBinomial(Baskets - both - first, (double)OnlySecond / rest);
            gains[draw] = Gain(first, second, both, discount, conversion);
        }
        Array.Sort(gains);
        var tail = (1 - level) / 2;
        return (gains[(int)(tail * draws)], gains[Math.Min(draws - 1, (int)((1 - tail) * draws))]);
    }

    private double Gain(int first, int second, int both, double discount, double conversion)
    {
        var given = discount * (FirstPrice + SecondPrice);
        return conversion * (first * (SecondPrice - SecondCost - given) + second * (FirstPrice - FirstCost - given)) - given * both;
    }
}
