using System.Collections.Concurrent;
using System.Globalization;
using MarketingNotebooks.Data.Engines.DuckDb.Native;
using MarketingNotebooks.Data.Engines.DuckDb.Scanning;
using MarketingNotebooks.Data.Engines.DuckDb.Statements;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines.DuckDb;

/// <summary>An embedded DuckDB database: SQL over frames, Parquet and JSON files and its own tables. Thread-safe.</summary>
/// <remarks>Frames are read where they lie, only the columns that a statement needs, tens of millions of rows a second. Statements of
/// several threads run side by side, each on a connection of its own; temporary tables and open transactions belong to the connection
/// and so are safe to use only from one thread at a time. Time zone is UTC; nulls sort last. Extensions are not downloaded.</remarks>
public sealed class DuckDbDatabase : IDisposable
{
    private static readonly Lazy<DuckDbDatabase> Common = new(() => new DuckDbDatabase());
    private readonly DatabaseHandle _database;
    private readonly ConcurrentStack<ConnectionHandle> _idle = new();

    /// <summary>Opens a database.</summary>
    /// <param name="options">Settings. Default: those of <see cref="DuckDbOptions"/>, in memory.</param>
    /// <exception cref="DuckDbException">DuckDB's native library is not there, or the file cannot be opened.</exception>
    /// <exception cref="ArgumentException">Settings out of range, all of them in one message.</exception>
    public DuckDbDatabase(DuckDbOptions? options = null)
    {
        Options = options ?? new DuckDbOptions();
        Options.Check();
        DuckDbLibrary.Ensure();
        _database = Open(Options);
        FrameReplacement.Register(_database);
        var connection = Connect();
        FrameFunction.Register(connection);
        _idle.Push(connection);
        Run("set global TimeZone = 'UTC'", EmptyScope.Instance);
    }

    /// <summary>The database in memory that <see cref="SqlFunctions.Sql"/> and Parquet files use; opened when first needed.</summary>
    public static DuckDbDatabase Shared => Common.Value;

    /// <summary>The token that stops a statement of <see cref="SqlFunctions.Sql"/> to which none is given: a notebook's host sets it to that of
    /// the running cell. Default: none.</summary>
    public static Func<CancellationToken> SharedToken { get; set; } = () => default;

    /// <summary>The settings.</summary>
    public DuckDbOptions Options { get; }

    /// <summary>Version of DuckDB, e.g. <c>v1.5.6</c>.</summary>
    public static string Version
    {
        get
        {
            DuckDbLibrary.Ensure();
            return Api.Text(Api.LibraryVersion());
        }
    }

    /// <summary>Runs a text of SQL in which frames stand for tables and values are bound: <c>db.Sql($"select * from {orders} where amount > {min}")</c>.</summary>
    /// <param name="query">The text. See <see cref="SqlText"/>.</param>
    /// <param name="cancellationToken">Stops the statement, within milliseconds.</param>
    /// <returns>The rows of the last statement, in memory; its count of changed rows as a column when it gives none.</returns>
    /// <exception cref="DuckDbException">SQL is wrong or fails; the message says where.</exception>
    public DataFrame Sql(SqlText query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var result = Run(query.Text, query, cancellationToken);
        return result.Frame ?? DataFrame.FromColumns(("rows_changed", new Column<long>(ColumnKind.Integer, [result.RowsChanged ?? 0])));
    }

    /// <summary>Runs a text of SQL, one statement or several separated by <c>;</c>.</summary>
    /// <param name="sql">The text.</param>
    /// <param name="scope">Frames and values that the text may name.</param>
    /// <param name="cancellationToken">Stops the statement, within milliseconds.</param>
    /// <exception cref="DuckDbException">SQL is wrong or fails; the message says where. Statements before the failing one have run.</exception>
    public SqlResult Run(string sql, ISqlScope scope, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sql);
        ArgumentNullException.ThrowIfNull(scope);
        cancellationToken.ThrowIfCancellationRequested();
        var connection = _idle.TryPop(out var idle) ? idle : Connect();
        try
        {
            return new Script(connection, sql, scope).Run(cancellationToken);
        }
        finally
        {
            _idle.Push(connection);
        }
    }

    /// <summary>Runs a statement that fills a table in any order of its rows: DuckDB fills one with several threads only when they need not wait for each other.</summary>
    internal void Load(string sql, ISqlScope scope, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var connection = Connect();
        new Script(connection, "set session preserve_insertion_order = false", EmptyScope.Instance).Run(default);
        new Script(connection, sql, scope).Run(cancellationToken);
    }

    /// <summary>Closes the database; one in memory is gone.</summary>
    public void Dispose()
    {
        while (_idle.TryPop(out var connection)) connection.Dispose();
        _database.Dispose();
    }

    private static DatabaseHandle Open(DuckDbOptions options)
    {
        _ = Api.CreateConfig(out var config);
        try
        {
            foreach (var (name, value) in new[]
            {
                ("memory_limit", $"{options.MemoryLimit}B"), ("threads", options.Threads.ToString(CultureInfo.InvariantCulture)),
                ("temp_directory", SpillFolder.In(options.TempFolder)), ("default_null_order", "nulls_last"),
                ("autoinstall_known_extensions", "false"), ("autoload_known_extensions", "false"),
            })
            {
                if (Api.SetConfig(config, name, value) != 0) throw new DuckDbException($"DuckDB does not take '{value}' as {name}.");
            }
            if (Api.Open(options.File, out var database, config, out var error) != 0)
                throw new DuckDbException($"The database {options.File ?? "in memory"} cannot be opened. {Api.TakeText(error)}");
            return new DatabaseHandle(database);
        }
        finally
        {
            Api.DestroyConfig(ref config);
        }
    }

    private ConnectionHandle Connect() => Api.Connect(_database, out var connection) == 0
        ? new ConnectionHandle(connection) : throw new DuckDbException("The database takes no further connection. Was it disposed?");
}
