using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines.ClickHouse;

/// <summary>Which kind a type of ClickHouse becomes, the SQL that converts it, and the type in which a kind is stored.</summary>
/// <remarks>Timestamps and durations are stored as Int64 microseconds and booleans as UInt8, each with a comment that says so: DateTime of old
/// versions holds whole seconds from 1970 to 2105. Date, DateTime and DateTime64 of other writers are read as timestamps in UTC; integers of
/// all widths as integers (a UInt64 beyond 63 bits is an error); Decimal as numbers; enums, UUIDs, arrays and everything else as their text.</remarks>
internal static class ClickHouseTypes
{
    private const string TimestampNote = "timestamp, microseconds since 1970 UTC";
    private const string DurationNote = "duration, microseconds";
    private const string BooleanNote = "boolean";

    /// <summary>The kind of a column and its value as expressions take it.</summary>
    public static (ColumnKind Kind, string Value) Map(string column, string type, string comment)
    {
        type = Inner(Inner(type, "LowCardinality("), "Nullable(");
        return type switch
        {
            "Int64" when comment == TimestampNote => (ColumnKind.Timestamp, column),
            "Int64" when comment == DurationNote => (ColumnKind.Duration, column),
            "UInt8" when comment == BooleanNote => (ColumnKind.Boolean, column),
            "Bool" => (ColumnKind.Boolean, $"toUInt8({column})"),
            "Int64" => (ColumnKind.Integer, column),
            "UInt64" => (ColumnKind.Integer, $"(toInt64({column}) + throwIf({column} > 9223372036854775807))"),
            "Int8" or "Int16" or "Int32" or "UInt8" or "UInt16" or "UInt32" => (ColumnKind.Integer, $"toInt64({column})"),
            "Float64" => (ColumnKind.Number, column),
            "Float32" => (ColumnKind.Number, $"toFloat64({column})"),
            "String" => (ColumnKind.Text, column),
            "Date" => (ColumnKind.Timestamp, $"(toInt64(toRelativeDayNum({column})) * 86400000000)"),
            "Date32" => (ColumnKind.Timestamp, $"(toInt64(toInt32({column})) * 86400000000)"),
            _ when type.StartsWith("DateTime64", StringComparison.Ordinal) => (ColumnKind.Timestamp, $"toUnixTimestamp64Micro(cast({column} as Nullable(DateTime64(6, 'UTC'))))"),
            _ when type.StartsWith("DateTime", StringComparison.Ordinal) => (ColumnKind.Timestamp, $"(toInt64(toUInt32({column})) * 1000000)"),
            _ when type.StartsWith("Decimal", StringComparison.Ordinal) => (ColumnKind.Number, $"toFloat64({column})"),
            _ when type.StartsWith("FixedString", StringComparison.Ordinal) => (ColumnKind.Text, $"toStringCutToZero({column})"),
            _ => (ColumnKind.Text, $"toString({column})"),
        };
    }

    /// <summary>The type of a column that a frame is written into, with the comment that keeps its kind.</summary>
    public static string Stored(ColumnKind kind) => kind switch
    {
        ColumnKind.Boolean => $"Nullable(UInt8) comment '{BooleanNote}'",
        ColumnKind.Timestamp => $"Nullable(Int64) comment '{TimestampNote}'",
        ColumnKind.Duration => $"Nullable(Int64) comment '{DurationNote}'",
        _ => Wire(kind),
    };

    /// <summary>The type under which a kind's values are sent.</summary>
    public static string Wire(ColumnKind kind) => kind switch
    {
        ColumnKind.Boolean => "Nullable(UInt8)",
        ColumnKind.Number => "Nullable(Float64)",
        ColumnKind.Text => "Nullable(String)",
        _ => "Nullable(Int64)",
    };

    private static string Inner(string type, string wrapper) => type.StartsWith(wrapper, StringComparison.Ordinal) ? type[wrapper.Length..^1] : type;
}
