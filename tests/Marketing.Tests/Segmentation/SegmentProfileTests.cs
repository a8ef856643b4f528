using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Marketing.Segmentation;
using static MarketingNotebooks.Marketing.Tests.Frames;

namespace MarketingNotebooks.Marketing.Tests.Segmentation;

public sealed class SegmentProfileTests
{
    private static readonly DataFrame Customers = DataFrame.FromColumns(
        ("persona", TextColumn.From(["rare", "often", "often", "rare", "often"])),
        ("frequency", Integers(1, 9, 10, 1, 11)), ("age", Numbers(40, 41, 40, double.NaN, 39)), ("revenue", Numbers(5, 90, 110, 15, 80)));

    [Fact]
    public void Sizes_shares_and_means_by_hand()
    {
        var profile = Customers.Profile("persona", ["frequency", "age"], "revenue").Frame;
        Assert.Equal(["often", "rare"], profile.Values("segment"));
        Assert.Equal([3L, 2L], profile.Values("customers"));
        Assert.Equal([0.6, 0.4], profile.Values("share"));
        Assert.Equal([280.0, 20.0], profile.Values("revenue"));
        Assert.Equal([280 / 300.0, 20 / 300.0], profile.Values("revenue_share"));
        Assert.Equal([280 / 3.0, 10.0], profile.Values("revenue_per_customer"));
        Assert.Equal([10.0, 1.0], profile.Values("mean_frequency"));
        Assert.Equal([40.0, 40.0], profile.Values("mean_age")); // a missing age is left out
    }

    [Fact]
    public void Words_name_what_differs_and_nothing_else() => Assert.Equal(
        // mean 6.4, variance 19.84, standard deviation 4.45
        ["frequency high: 10.0 against 6.4 (+0.8 sd)", "frequency low: 1.0 against 6.4 (-1.2 sd)"],
        Customers.Profile("persona", ["frequency", "age"]).Frame.Values("apart"));

    [Fact]
    public void A_constant_feature_sets_nobody_apart() => Assert.Equal(["close to the average", "close to the average"],
        Customers.With("one", [1.0, 1, 1, 1, 1]).Profile("persona", ["one"]).Frame.Values("apart"));

    [Fact]
    public void Labels_of_clusters_are_segments_too() => Assert.Equal([0L, 2L],
        Customers.With("cluster", [2, 0, 0, 0, 2]).Profile("cluster", ["frequency"]).Frame.Values("segment"));

    [Fact]
    public void Bad_input_is_refused()
    {
        Assert.Equal("Row 1 has no 'tier'. Drop such rows or give them a segment first.",
            Error(() => Customers.With("tier", ["a", null, "b", "b", "a"]).Profile("tier", ["frequency"])));
        Assert.Equal("Column 'persona' is text. SegmentProfile compares numbers, text and booleans; revenue is a number.",
            Error(() => Customers.Profile("persona", ["age"], revenue: "persona")));
        Assert.Equal("SegmentProfile needs at least one feature. Got none.", Error(() => Customers.Profile("persona", [])));
        Assert.Equal("SegmentProfile needs at least one customer. Got none.", Error(() => Customers.Head(0).Profile("persona", ["frequency"])));
    }

    [Fact]
    public void Infinite_values_dates_as_segments_and_features_named_twice()
    {
        var frame = DataFrame.FromColumns(("who", TextColumn.From(["a", "b", "b"])), ("x", Numbers(1, double.PositiveInfinity, 3)), ("y", Numbers(1, 2, 3)));
        Assert.Equal("Row 1, feature 'x' is Infinity. SegmentProfile compares means: replace or drop infinite values.",
            Assert.Throws<ArgumentException>(() => frame.Profile("who", ["x"])).Message);
        Assert.Equal("Column 'y' is number. SegmentProfile takes segments from text, integers or booleans.",
            Assert.Throws<ArgumentException>(() => frame.Profile("y", ["x"])).Message);
        Assert.Equal(2, frame.Profile("who", ["y", "y"]).Differences.Length);
    }
}
