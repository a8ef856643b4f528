using System.Data;
using MarketingNotebooks.Data.Engines.Sql;
using MarketingNotebooks.Data.Frames;
using Npgsql;
using NpgsqlTypes;

namespace MarketingNotebooks.Data.Engines.Postgres;

/// <summary>A statement that runs and whose rows are read as they come; the token stops it at the server.</summary>
internal sealed class NpgsqlReading : IDisposable
{
    private readonly NpgsqlCommand _command;
    private readonly PostgresStop _stop;

    public NpgsqlReading(NpgsqlConnection connection, string sql, IReadOnlyList<SqlParameter> parameters, CancellationToken token)
    {
        _command = new NpgsqlCommand(sql, connection);
        foreach (var parameter in parameters) _command.Parameters.Add(Bound(parameter));
        _stop = new PostgresStop(_command, token);
        try
        {
            Row = _command.ExecuteReader(CommandBehavior.SequentialAccess);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public NpgsqlDataReader Row { get; } = null!;

    /// <summary>All rows as columns.</summary>
    public Table All(Schema schema)
    {
        var columns = schema.Select(PostgresColumn.Of).ToArray();
        while (Row.Read())
            for (var i = 0; i < columns.Length; i++) columns[i].Read(Row, i);
        var built = columns.Select(column => column.Build()).ToArray();
        return new Table(schema, built, built.Length == 0 ? 0 : built[0].Length);
    }

    public void Dispose()
    {
        try
        {
            Row?.Dispose(); // reads what is left, which may be stopped too
        }
        finally
        {
            _stop.Dispose();
            _command.Dispose();
        }
    }

    private static NpgsqlParameter Bound(SqlParameter parameter) => parameter.Kind switch
    {
        ColumnKind.Boolean => new NpgsqlParameter<bool> { TypedValue = (bool)parameter.Value!, NpgsqlDbType = NpgsqlDbType.Boolean },
        ColumnKind.Number => new NpgsqlParameter<double> { TypedValue = (double)parameter.Value!, NpgsqlDbType = NpgsqlDbType.Double },
        ColumnKind.Text => new NpgsqlParameter<string> { TypedValue = (string)parameter.Value!, NpgsqlDbType = NpgsqlDbType.Text },
        ColumnKind.Timestamp => new NpgsqlParameter<long> { TypedValue = (long)parameter.Value! - PostgresLoad.Epoch, NpgsqlDbType = NpgsqlDbType.Timestamp },
        _ => new NpgsqlParameter<long> { TypedValue = (long)parameter.Value!, NpgsqlDbType = NpgsqlDbType.Bigint },
    };
}
