using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines.Postgres;

/// <summary>Which kind a type of PostgreSQL becomes, the SQL that converts it, and the type in which a kind is stored.</summary>
/// <remarks>Integers of all widths become integers; real, double and numeric numbers (numeric keeps 15 to 17 digits); timestamptz, timestamp
/// and date timestamps in UTC; interval and time durations (a month counts 30 days, a year 365.25); arrays and JSON become JSON text; uuid,
/// enums and everything else their text.</remarks>
internal static class PostgresTypes
{
    /// <summary>The kind of a column and its value as expressions take it.</summary>
    /// <param name="column">Its quoted name.</param>
    /// <param name="type">The type's name in pg_type; of a domain that of its base.</param>
    /// <param name="isArray">True for arrays.</param>
    public static (ColumnKind Kind, string Value) Map(string column, string type, bool isArray) => type switch
    {
        _ when isArray => (ColumnKind.Text, $"to_json({column})::text"),
        "bool" => (ColumnKind.Boolean, column),
        "int8" => (ColumnKind.Integer, column),
        "int2" or "int4" or "oid" => (ColumnKind.Integer, $"{column}::bigint"),
        "float8" => (ColumnKind.Number, column),
        "float4" or "numeric" => (ColumnKind.Number, $"{column}::float8"),
        "money" => (ColumnKind.Number, $"{column}::numeric::float8"),
        "text" => (ColumnKind.Text, column),
        "timestamp" => (ColumnKind.Timestamp, column),
        "timestamptz" => (ColumnKind.Timestamp, $"({column} at time zone 'UTC')"),
        "date" => (ColumnKind.Timestamp, $"{column}::timestamp"),
        "interval" or "time" => (ColumnKind.Duration, $"(extract(epoch from {column}) * 1000000)::bigint"),
        "bytea" => (ColumnKind.Text, $"encode({column}, 'hex')"),
        _ => (ColumnKind.Text, $"{column}::text"),
    };

    /// <summary>The type of a column that a frame is written into.</summary>
    public static string Stored(ColumnKind kind) => kind switch
    {
        ColumnKind.Boolean => "boolean",
        ColumnKind.Integer => "bigint",
        ColumnKind.Number => "double precision",
        ColumnKind.Text => "text",
        ColumnKind.Timestamp => "timestamptz",
        _ => "interval",
    };
}
