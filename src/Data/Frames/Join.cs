namespace MarketingNotebooks.Data.Frames;

/// <summary>Which rows a join keeps.</summary>
public enum Join
{
    /// <summary>Pairs of rows that match.</summary>
    Inner,

    /// <summary>Every left row, with nulls where nothing on the right matches.</summary>
    Left,

    /// <summary>Every right row, with nulls where nothing on the left matches; those come last.</summary>
    Right,

    /// <summary>Every row of both sides; right rows without a match come last.</summary>
    Full,

    /// <summary>Left rows that match at least one right row, once each; no columns of the right.</summary>
    Semi,

    /// <summary>Left rows that match no right row; no columns of the right.</summary>
    Anti,
}

/// <summary>How many rows may share a key; a join that finds more fails and names a key.</summary>
public enum Match
{
    /// <summary>Nothing is expected.</summary>
    Any,

    /// <summary>A key occurs at most once on each side.</summary>
    OneToOne,

    /// <summary>A key occurs at most once on the left.</summary>
    OneToMany,

    /// <summary>A key occurs at most once on the right: the usual look-up.</summary>
    ManyToOne,
}
