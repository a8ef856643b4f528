using Npgsql;

namespace MarketingNotebooks.Data.Engines.Postgres;

/// <summary>Stops a statement at the server once its token is cancelled.</summary>
/// <remarks>PostgreSQL loses a request that reaches it while it compiles the statement, and a driver sends only one. So the server is asked
/// again, over another connection, until the statement has ended or half a minute has passed.</remarks>
internal sealed class PostgresStop : IDisposable
{
    private const int Times = 12;
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(100), Longest = TimeSpan.FromSeconds(5);

    private readonly NpgsqlCommand _command;
    private readonly NpgsqlConnection _connection;
    private readonly int _process;
    private readonly CancellationTokenRegistration _registration;
    private readonly ManualResetEventSlim _ended = new();
    private readonly Lock _gate = new();

    /// <param name="command">About to run. Its connection is open, and is not given back before this is disposed.</param>
    /// <param name="token">Stops it.</param>
    public PostgresStop(NpgsqlCommand command, CancellationToken token)
    {
        (_command, _connection, _process) = (command, command.Connection!, command.Connection!.ProcessID);
        _registration = token.Register(() => new Thread(Ask) { IsBackground = true, Name = "Stops a statement" }.Start());
    }

    /// <summary>The statement has ended: nothing is asked from now on, so that no later statement of the connection is stopped.</summary>
    public void Dispose()
    {
        _registration.Dispose();
        lock (_gate) _ended.Set();
    }

    private void Ask()
    {
        Try(() => Unended(_command.Cancel));
        var wait = First;
        for (var time = 0; time < Times && !_ended.Wait(wait); time++)
        {
            wait = TimeSpan.FromTicks(Math.Min(2 * wait.Ticks, Longest.Ticks));
            Try(AskAgain);
        }
    }

    private void AskAgain()
    {
        using var connection = (NpgsqlConnection)((ICloneable)_connection).Clone();
        connection.Open();
        Unended(() => Cancel(connection));
    }

    private void Unended(Action ask)
    {
        lock (_gate)
        {
            if (!_ended.IsSet) ask();
        }
    }

    private static void Try(Action ask)
    {
        try
        {
            ask();
        }
        catch (Exception error) when (error is NpgsqlException or TimeoutException or InvalidOperationException)
        {
            // What cannot be reached cannot be asked; the caller is told of the stop all the same.
        }
    }

    /// <summary>Behind a proxy the process number may be another's: only a process that runs this statement is asked.</summary>
    private void Cancel(NpgsqlConnection connection)
    {
        using var ask = new NpgsqlCommand("select pg_cancel_backend(pid) from pg_stat_activity where pid = $1 and state = 'active' and left(query, 200) = left($2, 200)", connection)
        {
            CommandTimeout = (int)Longest.TotalSeconds,
            Parameters = { new NpgsqlParameter<int> { TypedValue = _process }, new NpgsqlParameter<string> { TypedValue = _command.CommandText } },
        };
        ask.ExecuteNonQuery();
    }
}
