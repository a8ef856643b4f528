namespace MarketingNotebooks.Data.Frames;

/// <summary>What a column holds. Every kind may also hold nulls.</summary>
public enum ColumnKind
{
    /// <summary>True or false; <see cref="Column{T}"/> of <see cref="bool"/>.</summary>
    Boolean,

    /// <summary>A 64-bit signed integer; <see cref="Column{T}"/> of <see cref="long"/>.</summary>
    Integer,

    /// <summary>A 64-bit floating-point number; <see cref="Column{T}"/> of <see cref="double"/>. NaN is a value, not a null.</summary>
    Number,

    /// <summary>A string; <see cref="TextColumn"/>.</summary>
    Text,

    /// <summary>A point in time as microseconds since 1970-01-01 UTC; <see cref="Column{T}"/> of <see cref="long"/>.</summary>
    Timestamp,

    /// <summary>A span of time in microseconds; <see cref="Column{T}"/> of <see cref="long"/>.</summary>
    Duration,
}

/// <summary>The words in which kinds are named to people.</summary>
public static class ColumnKinds
{
    /// <summary>The short lower-case name shown under a column's header: boolean, integer, number, text, timestamp, duration.</summary>
    /// <param name="kind">The kind to name.</param>
    public static string Word(this ColumnKind kind) => kind switch
    {
        ColumnKind.Boolean => "boolean",
        ColumnKind.Integer => "integer",
        ColumnKind.Number => "number",
        ColumnKind.Text => "text",
        ColumnKind.Timestamp => "timestamp",
        ColumnKind.Duration => "duration",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a column kind."),
    };

    /// <summary>True for integer and number: the kinds that arithmetic and matrices take.</summary>
    /// <param name="kind">The kind asked about.</param>
    public static bool IsNumeric(this ColumnKind kind) => kind is ColumnKind.Integer or ColumnKind.Number;
}
