using MarketingNotebooks.Data.Engines.DuckDb.Native;
using MarketingNotebooks.Data.Engines.DuckDb.Scanning;

namespace MarketingNotebooks.Data.Engines.DuckDb.Statements;

/// <summary>One text of SQL on one connection: its statements one after the other.</summary>
internal sealed class Script(ConnectionHandle connection, string sql, ISqlScope scope)
{
    private readonly SqlSource _source = new(sql, scope);

    /// <summary>Runs all statements.</summary>
    /// <param name="token">Stops the one that runs; those before it have run.</param>
    public SqlResult Run(CancellationToken token)
    {
        if (sql.Contains('\0')) throw new DuckDbException("SQL must not contain a NUL character. Bind the text that holds it as a parameter.");
        using var frames = new ScannedFrames(scope);
        using var interrupter = new Interrupter(connection, token);
        FrameReplacement.Use(frames);
        var statements = default(nint);
        try
        {
            var count = Api.ExtractStatements(connection, sql, out statements);
            if (count == 0) throw NoStatement(Api.Text(Api.ExtractError(statements)));
            var result = default(SqlResult);
            for (var i = 0UL; i < count; i++)
            {
                token.ThrowIfCancellationRequested();
                using var statement = Prepare(statements, i);
                statement.Bind(scope);
                var isLast = i == count - 1;
                if (isLast) (scope as SqlText)?.CheckHoles();
                result = statement.Run(keepsRows: isLast, token);
            }
            return result!;
        }
        catch (DuckDbException) when (token.IsCancellationRequested)
        {
            throw new OperationCanceledException("The SQL statement was stopped.", token);
        }
        catch (DuckDbException) when (frames.Failure is { } failure)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
            throw;
        }
        finally
        {
            Api.DestroyExtracted(ref statements);
            FrameReplacement.Use(null);
        }
    }

    private Statement Prepare(nint statements, ulong index)
    {
        var state = Api.PrepareExtracted(connection, statements, index, out var handle);
        var statement = new Statement(handle, _source);
        if (state == 0) return statement;
        var error = _source.Error(Api.Text(Api.PrepareError(handle)));
        statement.Dispose();
        throw error;
    }

    private DuckDbException NoStatement(string message) =>
        message.Length > 0 ? _source.Error(message) : new DuckDbException("There is no statement in the SQL text. Write one, e.g. select 1.");
}
