using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Marketing.Segmentation;

/// <summary>The segmentation methods as verbs of a frame.</summary>
public static class SegmentationFrames
{
    /// <inheritdoc cref="Segmentation.Rfm.Of"/>
    public static DataFrame Rfm(this DataFrame orders, string? customer = null, string? date = null, string? amount = null,
        DateTime? asOf = null, RfmOptions? options = null) => Segmentation.Rfm.Of(orders, customer, date, amount, asOf, options);

    /// <inheritdoc cref="Segmentation.Concentration.Of(DataFrame, string?, string?, string?)"/>
    public static Concentration Concentration(this DataFrame orders, string? customer = null, string? date = null, string? amount = null) =>
        Segmentation.Concentration.Of(orders, customer, date, amount);

    /// <inheritdoc cref="SegmentProfile.Of"/>
    public static SegmentProfile Profile(this DataFrame customers, string segment, IEnumerable<string> features, string? revenue = null,
        SegmentProfileOptions? options = null) => SegmentProfile.Of(customers, segment, features, revenue, options);
}
