using System.Net.Sockets;
using MarketingNotebooks.Data.Sources;
using Npgsql;

namespace MarketingNotebooks.Data.Engines.Postgres;

/// <summary>Turns what goes wrong at a server into errors that say what and what to do, without secrets.</summary>
internal sealed class PostgresErrors(Source source, SourceAddress address)
{
    /// <summary>How long a server may take to stop a statement before its connection is given up.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Runs an action; its errors become <see cref="SourceException"/> or <see cref="OperationCanceledException"/>.</summary>
    public T Guard<T>(Func<CancellationToken, T> action, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        try
        {
            return token.CanBeCanceled ? Stoppable(action, token) : action(token);
        }
        catch (Exception error) when (token.IsCancellationRequested && error is PostgresException { SqlState: PostgresErrorCodes.QueryCanceled } or OperationCanceledException or SourceException or (NpgsqlException and not PostgresException))
        {
            throw new OperationCanceledException("The statement was stopped.", token);
        }
        catch (PostgresException error) when (error.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown)
        {
            throw new SourceException(address.Mask(BrokeOff(error.MessageText)), error.SqlState);
        }
        catch (PostgresException error)
        {
            throw new SourceException(address.Mask($"{source}: {error.MessageText.TrimEnd('.')} (SQLSTATE {error.SqlState}).{Remedy(error.SqlState)}"), error.SqlState);
        }
        catch (Exception error) when (IsOfNetwork(error))
        {
            throw new SourceException(address.Mask(BrokeOff((error.InnerException ?? error).Message)));
        }
    }

    /// <summary>A connection, inside <see cref="Guard"/>: what breaks here was never reached, what breaks later breaks off.</summary>
    /// <exception cref="SourceException">The server cannot be reached.</exception>
    public NpgsqlConnection Connect(NpgsqlDataSource pool)
    {
        try
        {
            return pool.OpenConnection();
        }
        catch (Exception error) when (IsOfNetwork(error))
        {
            var cause = (error.InnerException ?? error).Message.TrimEnd('.');
            throw new SourceException(address.Mask($"{source} cannot be reached: {cause}. Check that the server runs, the address, and the network."));
        }
    }

    private static bool IsOfNetwork(Exception error) => error is (NpgsqlException and not PostgresException) or SocketException or TimeoutException or IOException;

    private string BrokeOff(string cause) => $"{source} broke off: {cause.TrimEnd('.')}. Nothing was changed there; run it again when the server is back.";

    /// <summary>Runs an action that must come back soon after the token, even when the connection has gone silent and no read ever ends.</summary>
    private static T Stoppable<T>(Func<CancellationToken, T> action, CancellationToken token)
    {
        var work = Task.Factory.StartNew(() => action(token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var ended = ((IAsyncResult)work).AsyncWaitHandle;
        if (WaitHandle.WaitAny([ended, token.WaitHandle]) == 1 && !ended.WaitOne(Patience))
        {
            // The connection is left to its reading thread, which ends with it; a load cannot commit any more, because it looks at the token first.
            _ = work.ContinueWith(static late => _ = late.Exception, TaskScheduler.Default);
            throw new OperationCanceledException(token);
        }
        return work.GetAwaiter().GetResult();
    }

    private static string Remedy(string state) => state switch
    {
        "28P01" or "28000" => " Check the user and the environment variable that holds the password.",
        "3D000" => " Check the database's name in the address.",
        "42501" => " Ask for the right to do this, or use another user.",
        "22003" => " PostgreSQL raises an error where other engines give infinity: bring values into range first, or Collect() and compute here.",
        "2BP01" => " Other objects need the table: append to it, or write another one.",
        _ => "",
    };
}
