using System.Globalization;
using MarketingNotebooks.Data.Engines.Sql;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Plans;
using MarketingNotebooks.Data.Sources;
using Npgsql;

namespace MarketingNotebooks.Data.Engines.Postgres;

/// <summary>A PostgreSQL database.</summary>
internal sealed class PostgresSource : Source
{
    private readonly NpgsqlDataSource _pool;
    private readonly PostgresErrors _errors;

    public PostgresSource(SourceAddress address)
        : base(Dialect.Postgres, address.Shown)
    {
        _errors = new PostgresErrors(this, address);
        _pool = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder
        {
            Host = address.Host,
            Port = address.Port ?? 5432,
            Username = address.User.Length > 0 ? address.User : null,
            Password = address.Password.Length > 0 ? address.Password : null,
            Database = address.Database.Length > 0 ? address.Database : null,
            SslMode = address.Options.GetValueOrDefault("tls") == "true" ? SslMode.VerifyFull : SslMode.Prefer,
            Timezone = "UTC",
            ApplicationName = "MarketingNotebooks",
            Timeout = 4,
            CommandTimeout = 0,
            KeepAlive = 2,
            TcpKeepAlive = true,
            TcpKeepAliveTime = 2,
            TcpKeepAliveInterval = 1,
            IncludeErrorDetail = false,
        });
    }

    public override DataFrame Tables => Rows("select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace "
        + "where c.relkind in ('r', 'v', 'm', 'p', 'f') and n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%' order by 1, 2",
        [], ("schema", ColumnKind.Text), ("table", ColumnKind.Text));

    public override DataFrame Table(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var (schema, table, columns) = Find(name) ?? throw Missing(name);
        var values = columns.Select(column => PostgresTypes.Map(PostgresSql.Instance.Quote(column.Name), column.Type, column.IsArray)).ToList();
        return new DataFrame(new TableNode(new Schema(columns.Zip(values, (column, value) => new Field(column.Name, value.Kind))), this,
            $"{PostgresSql.Instance.Quote(schema)}.{PostgresSql.Instance.Quote(table)}", [.. values.Select(value => value.Value)], [.. columns.Select(column => column.Name)], name));
    }

    public override void Write(string table, DataFrame frame, WriteMode mode = WriteMode.Fail, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(table);
        ArgumentNullException.ThrowIfNull(frame);
        var rows = frame.Table;
        _errors.Guard(token => new PostgresLoad(this, () => _errors.Connect(_pool), table, rows, mode).Run(token), cancellationToken);
    }

    public override void Dispose() => _pool.Dispose();

    internal override Table Run(SqlQuery query, SqlScope scope, Schema schema, CancellationToken token) => _errors.Guard(cancellation =>
    {
        using var connection = _errors.Connect(_pool);
        foreach (var check in query.Checks)
        {
            using var reader = new NpgsqlReading(connection, check.Text, query.Parameters, cancellation);
            if (reader.Row.Read()) throw new InvalidOperationException(string.Format(CultureInfo.InvariantCulture, check.Message, reader.Row.GetValue(0)));
        }
        using var rows = new NpgsqlReading(connection, query.Text, query.Parameters, cancellation);
        return rows.All(schema);
    }, token);

    /// <summary>Where a table is and its columns; null when there is none of that name.</summary>
    internal (string Schema, string Table, List<(string Name, string Type, bool IsArray)> Columns)? Find(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return In("", name) ?? (dot > 0 ? In(name[..dot], name[(dot + 1)..]) : null);

        (string, string, List<(string, string, bool)>)? In(string schema, string table)
        {
            var frame = Rows("""
                select n.nspname, a.attname, b.typname, b.typcategory = 'A'
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                join pg_type t on t.oid = a.atttypid join pg_type b on b.oid = case when t.typtype = 'd' then t.typbasetype else t.oid end
                where c.relkind in ('r', 'v', 'm', 'p', 'f') and c.relname = $2 and (n.nspname = $1 or $1 = '' and pg_table_is_visible(c.oid))
                order by n.nspname, a.attnum
                """, [schema, table], ("schema", ColumnKind.Text), ("column", ColumnKind.Text), ("type", ColumnKind.Text), ("array", ColumnKind.Boolean));
            return frame.RowCount == 0 ? null : (frame.Value<string>("schema"), table, [.. Enumerable.Range(0, frame.RowCount)
                .Select(row => (frame.Value<string>("column", row), frame.Value<string>("type", row), frame.Value<bool>("array", row)))]);
        }
    }

    private DataFrame Rows(string sql, string[] parameters, params (string Name, ColumnKind Kind)[] columns) => _errors.Guard(token =>
    {
        using var connection = _errors.Connect(_pool);
        using var rows = new NpgsqlReading(connection, sql, [.. parameters.Select(value => new SqlParameter(ColumnKind.Text, value))], token);
        var schema = new Schema(columns.Select(column => new Field(column.Name, column.Kind)));
        return new DataFrame(new ScanNode(rows.All(schema), ToString()));
    }, default);
}
