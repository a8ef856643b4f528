namespace MarketingNotebooks.Marketing.Baskets;

/// <summary>What stands in a cell of a basket matrix.</summary>
public enum BasketValues
{
    /// <summary>1 where the item is in the basket, else 0: for association rules.</summary>
    Flags,

    /// <summary>How many of the item are in the basket.</summary>
    Counts,
}
