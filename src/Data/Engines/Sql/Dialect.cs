namespace MarketingNotebooks.Data.Engines.Sql;

/// <summary>The engines for which a frame's plan can be written as SQL.</summary>
public enum Dialect
{
    /// <summary>DuckDB, embedded in the process.</summary>
    DuckDb,

    /// <summary>PostgreSQL 12 or newer.</summary>
    Postgres,

    /// <summary>ClickHouse 18.16 or newer; nothing is used that either end lacks.</summary>
    ClickHouse,
}
