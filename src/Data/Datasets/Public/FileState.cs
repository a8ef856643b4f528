namespace MarketingNotebooks.Data.Datasets.Public;

/// <summary>How a file of a data set stands in the cache.</summary>
public enum FileState
{
    /// <summary>Not there.</summary>
    Missing,

    /// <summary>Not there, but a part of it is, from which the next fetch goes on.</summary>
    Partial,

    /// <summary>There, but not as the catalogue says: another size or another SHA-256.</summary>
    Damaged,

    /// <summary>There and as the catalogue says.</summary>
    Whole,
}
