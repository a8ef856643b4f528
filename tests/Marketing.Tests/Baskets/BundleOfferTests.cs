using MarketingNotebooks.Learning.Association;
using MarketingNotebooks.Marketing.Baskets;

namespace MarketingNotebooks.Marketing.Tests.Baskets;

public class BundleOfferTests
{
    /// <summary>100 baskets: 20 with the pot (10 €, costs 4), 30 with the tea (6 €, costs 2), 5 with both.</summary>
    private static readonly BundleOffer Offer = new(100, 20, 30, 5, 10, 4, 6, 2);

    [Fact]
    public void The_gain_by_hand()
    {
        // At 10 % off, 1.60 € a bundle: 5 who bought both anyway cost 8 €; a tenth of 20 add tea (4 − 1.60), a tenth of 30 a pot (6 − 1.60).
        Assert.Equal(-8, Offer.Gain(0.1, 0), 1e-12);
        Assert.Equal(-8 + 2 * 2.4 + 3 * 4.4, Offer.Gain(0.1, 0.1), 1e-12);
        Assert.Equal(8 / (20 * 2.4 + 30 * 4.4), Offer.BreakEven(0.1)!.Value, 1e-12);
        Assert.Equal(0, Offer.Gain(0.1, Offer.BreakEven(0.1)!.Value), 1e-9);
        Assert.Equal(0, Offer.BreakEven(0));
        Assert.Null(Offer.BreakEven(0.9)); // each bundle loses money
    }

    [Fact]
    public void Baskets_are_counted()
    {
        var baskets = BasketSet.From([["pot"], ["pot", "tea"], ["tea", "tea"], [], ["cup", "tea"]]);
        Assert.Equal(new BundleOffer(5, 1, 2, 1, 10, 4, 6, 2), BundleOffer.Of(baskets, (baskets.CodeOf("pot"), 10, 4), (baskets.CodeOf("tea"), 6, 2)));
        Assert.Equal("A bundle is of two products. Got item 1 twice.", Assert.Throws<ArgumentException>(() => BundleOffer.Of(baskets, (1, 10, 4), (1, 10, 4))).Message);
        Assert.Equal("Price and cost of item 2 must be at least 0. Got NaN and 2: drop rows without a price first.",
            Assert.Throws<ArgumentException>(() => BundleOffer.Of(baskets, (1, 10, 4), (2, double.NaN, 2))).Message);
    }

    [Fact]
    public void The_interval_has_the_width_of_the_sampling_error()
    {
        var offer = new BundleOffer(10_000, 2_000, 3_000, 500, 10, 4, 6, 2);
        var (low, high) = offer.Interval(0.1, 0.1);
        // Per basket: 0.24 with probability 0.2, 0.44 with 0.3, −1.60 with 0.05: variance 0.2·0.24² + 0.3·0.44² + 0.05·1.6² − 0.1² = 0.1876.
        var halfWidth = 1.96 * Math.Sqrt(10_000 * 0.1876);
        Assert.Equal(offer.Gain(0.1, 0.1), (low + high) / 2, 0.15 * halfWidth);
        Assert.Equal(halfWidth, (high - low) / 2, 0.08 * halfWidth);
        Assert.Equal((low, high), offer.Interval(0.1, 0.1));
        Assert.Equal((-16.0, -16.0), new BundleOffer(10, 0, 0, 10, 10, 4, 6, 2).Interval(0.1, 0.5));
    }

    [Fact]
    public void Shares_outside_their_range_are_named()
    {
        Assert.Equal("The discount must be in [0, 1], a share of the price. Got 10.", Assert.Throws<ArgumentException>(() => Offer.Gain(10, 0)).Message);
        Assert.Equal("The conversion must be in [0, 1], a share of baskets. Got -1.", Assert.Throws<ArgumentException>(() => Offer.Gain(0.1, -1)).Message);
        Assert.Equal("An interval needs a level in (0, 1) and at least 100 draws. Got 1 and 2000.", Assert.Throws<ArgumentException>(() => Offer.Interval(0.1, 0.1, level: 1)).Message);
    }
}
