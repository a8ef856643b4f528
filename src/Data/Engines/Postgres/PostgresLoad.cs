using MarketingNotebooks.Data.Engines.Sql;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Sources;
using Npgsql;
using NpgsqlTypes;

namespace MarketingNotebooks.Data.Engines.Postgres;

/// <summary>Writes a frame into a table by binary COPY, in one transaction: all rows or none.</summary>
internal sealed class PostgresLoad(PostgresSource source, Func<NpgsqlConnection> connect, string name, Table rows, WriteMode mode)
{
    /// <summary>Microseconds from 1970 to 2000, where PostgreSQL starts to count.</summary>
    public const long Epoch = 946_684_800_000_000;

    private const string Staging = "pg_temp.marketing_notebooks_load";

    public bool Run(CancellationToken token)
    {
        Check();
        var found = source.Find(name);
        if (found is not null && mode == WriteMode.Fail)
            throw new ArgumentException($"{source} has a table '{name}' already. Pass WriteMode.Append or WriteMode.Overwrite, or choose another name.");
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var target = found is { } table ? $"{Quote(table.Schema)}.{Quote(table.Table)}" : dot > 0 ? $"{Quote(name[..dot])}.{Quote(name[(dot + 1)..])}" : Quote(name);
        if (found is not null && mode == WriteMode.Append) source.CheckAppend(name, rows.Schema);
        using var connection = connect();
        using var transaction = connection.BeginTransaction();
        var columns = string.Join(", ", rows.Schema.Names.Select(Quote));
        if (found is not null && mode == WriteMode.Append)
        {
            // Through a table of our own types: the server converts to what the columns are.
            Execute(connection, $"create temporary table marketing_notebooks_load ({Columns()}) on commit drop", token);
            Copy(connection, $"copy {Staging} ({columns}) from stdin (format binary)", token);
            Execute(connection, $"insert into {target} ({columns}) select {columns} from {Staging}", token);
        }
        else
        {
            if (found is not null) Execute(connection, $"drop table {target}", token);
            Execute(connection, $"create table {target} ({Columns()})", token);
            Copy(connection, $"copy {target} ({columns}) from stdin (format binary)", token);
        }
        token.ThrowIfCancellationRequested();
        transaction.Commit();
        return true;
    }

    private string Columns() => string.Join(", ", rows.Schema.Select(field => $"{Quote(field.Name)} {PostgresTypes.Stored(field.Kind)}"));

    private static string Quote(string name) => PostgresSql.Instance.Quote(name);

    /// <summary>Names and texts that PostgreSQL cannot hold, found before anything is sent.</summary>
    private void Check()
    {
        if (rows.Schema.Count == 0) throw new ArgumentException("A table needs a column. The frame has none.");
        foreach (var each in rows.Schema.Names.Concat(name.Split('.', 2)))
            if (!PostgresSql.Instance.TakesName(each))
                throw new ArgumentException($"PostgreSQL takes names of up to 63 bytes without NUL. Got '{(each.Length > 80 ? each[..80] + "…" : each.Replace("\0", "\\0", StringComparison.Ordinal))}'. Rename it first.");
        for (var i = 0; i < rows.Columns.Length; i++)
            if (rows.Columns[i] is TextColumn text)
                for (var row = 0; row < text.Length; row++)
                    if (text.Text(row)?.Contains('\0') == true)
                        throw new ArgumentException($"Row {row}, column '{rows.Schema[i].Name}' holds a NUL character, which PostgreSQL's text cannot. Remove it first, e.g. with Replace(\"\\0\", \"\").");
    }

    private static void Execute(NpgsqlConnection connection, string sql, CancellationToken token)
    {
        using var command = new NpgsqlCommand(sql, connection);
        using var stop = new PostgresStop(command, token);
        command.ExecuteNonQuery();
    }

    private void Copy(NpgsqlConnection connection, string sql, CancellationToken token)
    {
        using var writer = connection.BeginBinaryImport(sql);
        var cells = rows.Columns.Select(Writer).ToArray();
        for (var row = 0; row < rows.Rows; row++)
        {
            if ((row & 0xFFF) == 0) token.ThrowIfCancellationRequested(); // The writer, disposed before Complete, takes all back.
            writer.StartRow();
            for (var i = 0; i < cells.Length; i++)
                if (rows.Columns[i].IsNull(row)) writer.WriteNull();
                else cells[i](writer, row);
        }
        writer.Complete();
    }

    private static Action<NpgsqlBinaryImporter, int> Writer(Column column) => column switch
    {
        Column<bool> flags => (writer, row) => writer.Write(flags.Values[row], NpgsqlDbType.Boolean),
        Column<double> numbers => (writer, row) => writer.Write(numbers.Values[row], NpgsqlDbType.Double),
        TextColumn texts => (writer, row) => writer.Write(texts.Text(row)!, NpgsqlDbType.Text),
        Column<long> { Kind: ColumnKind.Timestamp } times => (writer, row) => writer.Write(times.Values[row] - Epoch, NpgsqlDbType.TimestampTz),
        Column<long> { Kind: ColumnKind.Duration } spans => (writer, row) => writer.Write(new NpgsqlInterval(0, 0, spans.Values[row]), NpgsqlDbType.Interval),
        Column<long> whole => (writer, row) => writer.Write(whole.Values[row], NpgsqlDbType.Bigint),
        _ => throw new InvalidOperationException($"A {column.Kind.Word()} column has no type in PostgreSQL."),
    };
}
