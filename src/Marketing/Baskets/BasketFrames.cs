using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Marketing.Baskets;

/// <summary>The basket methods as verbs of a frame.</summary>
public static class BasketFrames
{
    /// <inheritdoc cref="Baskets.BasketMatrix.Sparse"/>
    public static DataFrame BasketItems(this DataFrame lines, string basket, string item, string? quantity = null,
        BasketValues values = BasketValues.Counts) => Baskets.BasketMatrix.Sparse(lines, basket, item, quantity, values);

    /// <inheritdoc cref="Baskets.BasketMatrix.Dense"/>
    public static DataFrame BasketMatrix(this DataFrame lines, string basket, string item, string? quantity = null,
        BasketValues values = BasketValues.Flags, IReadOnlyList<string>? items = null) =>
        Baskets.BasketMatrix.Dense(lines, basket, item, quantity, values, items);
}
