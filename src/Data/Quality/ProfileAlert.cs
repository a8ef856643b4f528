namespace MarketingNotebooks.Data.Quality;

/// <summary>What a profile warns of.</summary>
public enum AlertKind
{
    /// <summary>One value in every row that has any.</summary>
    Constant,

    /// <summary>Half of the values or more are missing.</summary>
    Missing,

    /// <summary>Columns that are missing in the same rows: a join or a form that failed as a whole.</summary>
    MissingTogether,

    /// <summary>Nearly every value is different: an identifier, no feature.</summary>
    NearUnique,

    /// <summary>More than fifty categories.</summary>
    HighCardinality,

    /// <summary>Skewness beyond ±2.</summary>
    Skewed,

    /// <summary>One category fills nine rows in ten or more.</summary>
    Imbalanced,

    /// <summary>Half of the numbers or more are 0.</summary>
    Zeros,

    /// <summary>Numbers far from all others: more than a normal distribution has, but not so many that they are the rule.</summary>
    Outliers,

    /// <summary>Texts with white space at an end.</summary>
    Untrimmed,

    /// <summary>Text that reads as numbers, dates or booleans.</summary>
    WrongKind,

    /// <summary>Two columns that are equal in every row.</summary>
    DuplicateColumn,

    /// <summary>Rows that are equal in every column.</summary>
    DuplicateRows,

    /// <summary>A column that predicts the target almost perfectly: it was probably written after the fact.</summary>
    Leaking,
}

/// <summary>One warning of a profile.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Columns">The columns concerned, joined by a comma; empty for the frame as a whole.</param>
/// <param name="Message">What was found, with its numbers, and what to do.</param>
public sealed record ProfileAlert(AlertKind Kind, string Columns, string Message);
