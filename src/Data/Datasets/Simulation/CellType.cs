namespace MarketingNotebooks.Data.Datasets.Simulation;

/// <summary>How a generated column is stored in a frame and spelled in a file.</summary>
internal enum CellType
{
    /// <summary>Whole number.</summary>
    Integer,

    /// <summary>Decimal number with a fixed number of digits after the point.</summary>
    Number,

    /// <summary>String; empty in the file means missing.</summary>
    Text,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>Day, <c>yyyy-MM-dd</c>.</summary>
    Date,

    /// <summary>Minute in UTC, <c>yyyy-MM-dd HH:mm:ss</c>.</summary>
    Time,
}
