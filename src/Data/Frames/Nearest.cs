namespace MarketingNotebooks.Data.Frames;

/// <summary>Which row an as-of join takes.</summary>
public enum Nearest
{
    /// <summary>The last one at or before the time.</summary>
    Before,

    /// <summary>The first one at or after the time.</summary>
    After,

    /// <summary>The nearer of both; the one before where they are equally far.</summary>
    Either,
}

/// <summary>What becomes of time buckets in which there is no row.</summary>
public enum Gaps
{
    /// <summary>They are left out.</summary>
    Skip,

    /// <summary>They get a row of nulls.</summary>
    Null,

    /// <summary>They get a row of zeros; null in columns that are not numbers or durations.</summary>
    Zero,

    /// <summary>They repeat the row of the bucket before.</summary>
    Forward,
}

/// <summary>Whether two frames put under each other must have the same columns.</summary>
public enum UnionColumns
{
    /// <summary>Both have the same names, in any order; else the union is refused.</summary>
    Same,

    /// <summary>A column that one side lacks is null there.</summary>
    Fill,

    /// <summary>Only columns that both sides have are kept.</summary>
    Common,
}
