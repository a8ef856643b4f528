using MarketingNotebooks.Data.Engines.ClickHouse;
using MarketingNotebooks.Data.Engines.DuckDb;
using MarketingNotebooks.Data.Engines.Postgres;
using MarketingNotebooks.Data.Engines.Sql;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Text;

namespace MarketingNotebooks.Data.Sources;

/// <summary>A database whose tables are frames: verbs over them become one statement that runs there, and only its rows come here.</summary>
/// <remarks>A table has no order of rows: it comes from OrderBy alone, groups and joins included, and verbs that need one (Tail, Agg.First,
/// Distinct by some columns) ask for it. Head without an order gives any rows. Secrets never show: not in messages, Explain or ToString.
/// Thread-safe.</remarks>
public abstract class Source : IDisposable
{
    private protected Source(Dialect dialect, string shown)
    {
        Dialect = dialect;
        Shown = shown;
    }

    /// <summary>The SQL that the database takes.</summary>
    public Dialect Dialect { get; }

    /// <summary>The tables and views that can be read: <c>schema</c>, <c>table</c>.</summary>
    /// <exception cref="SourceException">The database cannot be reached; DuckDB: <see cref="DuckDbException"/>.</exception>
    public abstract DataFrame Tables { get; }

    private string Shown { get; }

    /// <summary>Opens a database by its address.</summary>
    /// <remarks><c>pg://user:$PASSWORD@host:5432/database</c> for PostgreSQL, <c>clickhouse://user:$PASSWORD@host:8123/database</c> for ClickHouse
    /// (list one server of each shard and append <c>?cluster=name</c> to write Distributed tables: <c>clickhouse://user:$PASSWORD@first:8123,second:8123/database?cluster=name</c>),
    /// both with <c>?tls=true</c> for an encrypted connection whose certificate is checked,
    /// <c>duckdb:</c> for the embedded database in memory, <c>duckdb:path/file.duckdb</c> for one in a file, which the first
    /// table written makes where it is not there. <c>$NAME</c> takes the environment variable of that name: as the password, the user, or the whole of <c>user:password@host:port</c>,
    /// as in <c>pg://$MARKETING_DB/shop</c>. The first statement connects.</remarks>
    /// <param name="url">The address. Secrets belong into environment variables, not into notebooks.</param>
    /// <exception cref="ArgumentException">The address has no such form, or an environment variable is not set.</exception>
    public static Source Open(string url)
    {
        ArgumentException.ThrowIfNullOrEmpty(url);
        if (url.StartsWith("duckdb://", StringComparison.Ordinal))
            throw new ArgumentException($"A DuckDB file is named without slashes before it: duckdb:shop.duckdb, or duckdb:/data/shop.duckdb. Got '{url}'.", nameof(url));
        if (url.StartsWith("duckdb:", StringComparison.Ordinal))
            return url.Length == 7 ? DuckDbSource.Shared : new DuckDbSource(url[7..]);
        // Only the scheme is repeated: what follows may hold a password.
        return (url.IndexOf(':', StringComparison.Ordinal) is var end and > 0 ? url[..end] : "") switch
        {
            "pg" or "postgres" or "postgresql" => new PostgresSource(SourceAddress.Parse(url)),
            "clickhouse" => new ClickHouseSource(SourceAddress.Parse(url)),
            var scheme => throw new ArgumentException($"Source.Open takes addresses that start with 'pg://', 'clickhouse://' or 'duckdb:'. Got one that {(scheme.Length == 0 ? "names no such scheme" : $"starts with '{scheme}:'")}.", nameof(url)),
        };
    }

    /// <summary>A table or view as a frame; nothing is read but its columns' names and types.</summary>
    /// <param name="name">Its name, or <c>schema.name</c>; case matters.</param>
    /// <exception cref="ArgumentException">There is no such table; the message names near ones.</exception>
    /// <exception cref="SourceException">The database cannot be reached; DuckDB: <see cref="DuckDbException"/>.</exception>
    public abstract DataFrame Table(string name);

    /// <summary>Writes a frame into a table, made when absent: all rows or none.</summary>
    /// <param name="table">Its name, or <c>schema.name</c>; case matters.</param>
    /// <param name="frame">Any frame; its plan is run.</param>
    /// <param name="mode">What to do when the table is there. Default: fail.</param>
    /// <param name="cancellationToken">Stops the writing; the table stays as it was.</param>
    /// <exception cref="ArgumentException">The table is there and <paramref name="mode"/> is Fail, columns do not fit it, or a value has no counterpart.</exception>
    /// <exception cref="SourceException">The database cannot be reached or broke off; the table is as it was. DuckDB: <see cref="DuckDbException"/>.</exception>
    public abstract void Write(string table, DataFrame frame, WriteMode mode = WriteMode.Fail, CancellationToken cancellationToken = default);

    /// <summary>Closes idle connections.</summary>
    public abstract void Dispose();

    /// <summary>The address without secrets.</summary>
    public sealed override string ToString() => Shown;

    /// <summary>The error that says that there is no such table, and names the nearest.</summary>
    /// <param name="name">What was asked for.</param>
    /// <param name="table">The table's part of it, where that is known.</param>
    private protected ArgumentException Missing(string name, string? table = null)
    {
        var near = Spelling.Nearest(table ?? name, Tables.Text("table").ToStrings()!);
        return new ArgumentException($"{this} has no table '{name}'.{(near is null ? "" : $" Did you mean '{near}'?")} See source.Tables.");
    }

    /// <summary>Checks that the columns of a frame are in a table and of their kinds: an engine itself would round 1.7 to 2 and read "12" as a number.</summary>
    /// <param name="table">The table's name.</param>
    /// <param name="rows">The frame's columns.</param>
    /// <param name="names">How the engine compares names.</param>
    /// <exception cref="ArgumentException">One is not there, or of another kind.</exception>
    internal void CheckAppend(string table, Schema rows, StringComparison names = StringComparison.Ordinal)
    {
        var old = Table(table).Schema;
        foreach (var field in rows)
        {
            var same = old.FirstOrDefault(each => string.Equals(each.Name, field.Name, names));
            if (same.Name is null) throw new ArgumentException($"The table '{table}' has no column '{field.Name}'. Columns: {string.Join(", ", old.Names)}.");
            if (same.Kind != field.Kind && !(same.Kind == ColumnKind.Number && field.Kind == ColumnKind.Integer))
                throw new ArgumentException($"Column '{field.Name}' is {field.Kind.Word()}, and {same.Kind.Word()} in the table '{table}'. Convert it before it is appended, or overwrite the table.");
        }
    }

    /// <summary>The rows of a statement written for this source.</summary>
    internal abstract Table Run(SqlQuery query, SqlScope scope, Schema schema, CancellationToken token);
}
