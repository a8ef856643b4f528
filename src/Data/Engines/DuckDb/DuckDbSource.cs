using System.Globalization;
using MarketingNotebooks.Data.Engines.Sql;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Plans;
using MarketingNotebooks.Data.Sources;

namespace MarketingNotebooks.Data.Engines.DuckDb;

/// <summary>An embedded DuckDB database as a source: its tables, files that it reads, and frames in memory beside them.</summary>
internal sealed class DuckDbSource : Source
{
    private static readonly Lazy<DuckDbSource> Common = new(() => new DuckDbSource());
    private readonly Lazy<DuckDbDatabase> _database;
    private readonly string? _file;

    private DuckDbSource() : base(Dialect.DuckDb, "duckdb:") => _database = new(() => DuckDbDatabase.Shared);

    /// <summary>The database in a file, or <c>:memory:</c>. A file that is there is opened now; one that is not is made by the first table written.</summary>
    public DuckDbSource(string file) : base(Dialect.DuckDb, $"duckdb:{file}")
    {
        (_file, _database) = (file, new(() => new DuckDbDatabase(new DuckDbOptions { File = file })));
        if (file == ":memory:" || File.Exists(file)) _ = _database.Value;
    }

    /// <summary>The shared database: plans over files and frames run there.</summary>
    public static DuckDbSource Shared => Common.Value;

    private DuckDbDatabase Database => _file is null || _database.IsValueCreated || File.Exists(_file) ? _database.Value
        : throw new ArgumentException($"There is no file '{_file}' to read: check its path, or write a table, which makes it.");

    public override DataFrame Tables => Database.Run(
        "select table_schema as schema, table_name as \"table\" from information_schema.tables order by 1, 2", EmptyScope.Instance).Frame!;

    public override DataFrame Table(string name)
    {
        var parts = name.Split('.', 2);
        var (schema, table) = parts.Length == 2 ? (parts[0], parts[1]) : ("main", name);
        var tables = Tables;
        var (schemas, names) = (tables.Text("schema").ToStrings(), tables.Text("table").ToStrings());
        if (!schemas.Zip(names).Any(pair => pair == (schema, table)))
            throw Missing(name, table);
        return Scan($"{SqlName.Quote(schema)}.{SqlName.Quote(table)}", name);
    }

    /// <summary>What a text after FROM gives, as a frame that is read when its plan runs.</summary>
    /// <param name="from">A table or a table function.</param>
    /// <param name="label">Its name for people.</param>
    public DataFrame Scan(string from, string label)
    {
        var columns = Database.Run($"describe select * from {from}", EmptyScope.Instance).Frame!;
        var (names, types) = (columns.Text("column_name").ToStrings(), columns.Text("column_type").ToStrings());
        var mapped = names.Zip(types, (name, type) => (Name: name!, Column: Map(SqlName.Quote(name!), type!))).ToList();
        return new DataFrame(new TableNode(new Schema(mapped.Select(each => new Field(each.Name, each.Column.Kind))), this, from,
            [.. mapped.Select(each => each.Column.Value)], names!, label));
    }

    public override void Write(string table, DataFrame frame, WriteMode mode = WriteMode.Fail, CancellationToken cancellationToken = default)
    {
        _ = _database.Value;
        var target = string.Join('.', table.Split('.', 2).Select(SqlName.Quote));
        var there = Existing(table);
        // DuckDB takes names of another case for the same table: "create or replace" would drop it.
        if (there is not null && there != table)
            throw new ArgumentException($"{this} has a table '{there}', which DuckDB does not tell apart from '{table}'. Write to '{there}', or choose another name.");
        if (there is not null && mode == WriteMode.Fail)
            throw new ArgumentException($"{this} has a table '{table}' already. Pass WriteMode.Append or WriteMode.Overwrite, or choose another name.");
        if (there is not null && mode == WriteMode.Append) CheckAppend(table, frame.Schema, StringComparison.OrdinalIgnoreCase);
        var statement = mode == WriteMode.Overwrite ? $"create or replace table {target} as select * from frames.frame"
            : there is null ? $"create table {target} as select * from frames.frame" : $"insert into {target} by name select * from frames.frame";
        Database.Load(statement, new FileScope(table, frame), cancellationToken);
    }

    /// <summary>The table of that name as it is spelled there, with its schema where one was given; null when there is none.</summary>
    private string? Existing(string table)
    {
        var tables = Tables;
        var known = tables.Text("schema").ToStrings().Zip(tables.Text("table").ToStrings(), (schema, name) => (Schema: schema!, Name: name!)).ToList();
        var named = known.Where(each => each.Schema == "main").Select(each => each.Name).Concat(known.Select(each => $"{each.Schema}.{each.Name}")).ToList();
        return named.Find(each => each == table) ?? named.Find(each => string.Equals(each, table, StringComparison.OrdinalIgnoreCase));
    }

    public override void Dispose()
    {
        if (_file is not null && _database.IsValueCreated) _database.Value.Dispose();
    }

    internal override Table Run(SqlQuery query, SqlScope scope, Schema schema, CancellationToken token)
    {
        foreach (var check in query.Checks)
            if (Database.Run(check.Text, new PlanScope(query, scope), token).Frame is { RowCount: > 0 } found)
                throw new InvalidOperationException(string.Format(CultureInfo.InvariantCulture, check.Message, found.Table.Columns[0][0]));
        var result = Database.Run(query.Text, new PlanScope(query, scope), token).Frame!.Table;
        return new Table(schema, [.. schema.Select((field, i) => Typed(result.Columns[i], field))], result.Rows);
    }

    private static Column Typed(Column column, Field field) => column is Column<long> whole && column.Kind != field.Kind
        ? new Column<long>(field.Kind, whole.Values, whole.Validity) : column;

    /// <summary>The kind that a type becomes and the SQL that converts it.</summary>
    private static (ColumnKind Kind, string Value) Map(string name, string type) => type switch
    {
        "BOOLEAN" => (ColumnKind.Boolean, name),
        "BIGINT" => (ColumnKind.Integer, name),
        "TINYINT" or "SMALLINT" or "INTEGER" or "UTINYINT" or "USMALLINT" or "UINTEGER" => (ColumnKind.Integer, $"cast({name} as bigint)"),
        "DOUBLE" => (ColumnKind.Number, name),
        "FLOAT" or "HUGEINT" or "UHUGEINT" or "UBIGINT" => (ColumnKind.Number, $"cast({name} as double)"),
        "VARCHAR" => (ColumnKind.Text, name),
        "TIMESTAMP" => (ColumnKind.Timestamp, name),
        "TIMESTAMP WITH TIME ZONE" => (ColumnKind.Timestamp, $"timezone('UTC', {name})"),
        "DATE" or "TIMESTAMP_S" or "TIMESTAMP_MS" or "TIMESTAMP_NS" => (ColumnKind.Timestamp, $"cast({name} as timestamp)"),
        "TIME" or "INTERVAL" => (ColumnKind.Duration, $"epoch_us({name})"),
        _ when type.StartsWith("DECIMAL(", StringComparison.Ordinal) => (ColumnKind.Number, $"cast({name} as double)"),
        _ when type.StartsWith("ENUM(", StringComparison.Ordinal) || type == "UUID" => (ColumnKind.Text, $"cast({name} as varchar)"),
        _ => (ColumnKind.Text, $"cast(to_json({name}) as varchar)"),
    };
}
