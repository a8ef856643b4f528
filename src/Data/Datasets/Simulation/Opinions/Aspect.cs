namespace MarketingNotebooks.Data.Datasets.Simulation.Opinions;

/// <summary>What a review speaks about; the value is its position everywhere.</summary>
internal enum Aspect
{
    /// <summary>The thing itself: taste of a tea, make of a pot.</summary>
    Product,

    /// <summary>How and when it came.</summary>
    Delivery,

    /// <summary>What it was wrapped in.</summary>
    Packaging,

    /// <summary>What it costs for what it is.</summary>
    Price,
}
