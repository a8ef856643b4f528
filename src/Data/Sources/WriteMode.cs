namespace MarketingNotebooks.Data.Sources;

/// <summary>What <see cref="Source.Write"/> does when the table is there already.</summary>
public enum WriteMode
{
    /// <summary>Nothing is written; an error says so.</summary>
    Fail,

    /// <summary>Rows are added under those present; columns are matched by name.</summary>
    Append,

    /// <summary>The table is replaced, and its old rows are gone.</summary>
    Overwrite,
}
