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
        try
        {
            return RunTexts(token);
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
            FrameReplacement.Use(null);
        }
    }

    private SqlResult RunTexts(CancellationToken token)
    {
        // All is parsed before anything runs: a slip in the last statement should not leave half of them done.
        using (var whole = Extract(sql))
            if (whole.Count == 0) throw new DuckDbException("There is no statement in the SQL text. Write one, e.g. select 1.");
        var texts = StatementTexts.Of(sql).ToList();
        var result = default(SqlResult);
        try
        {
            for (var i = 0; i < texts.Count; i++) result = RunText(texts[i], i == texts.Count - 1, token);
        }
        catch
        {
            // DuckDB's threads may still be reading frames for rows that nobody will fetch; its next statement waits for their end.
            _ = Api.Query(connection, "select 1", 0);
            throw;
        }
        return result!;
    }

    /// <summary>Runs one statement; DuckDB makes several of some, e.g. of pivot.</summary>
    private SqlResult? RunText(string text, bool isLast, CancellationToken token)
    {
        using var statements = Extract(text);
        var result = default(SqlResult);
        for (var i = 0; i < statements.Count; i++)
        {
            token.ThrowIfCancellationRequested();
            using var statement = statements.Prepare(i);
            statement.Bind(scope);
            var keepsRows = isLast && i == statements.Count - 1;
            if (keepsRows) (scope as SqlText)?.CheckHoles();
            result = statement.Run(keepsRows, token);
        }
        return result;
    }

    private ParsedStatements Extract(string text) => new(connection, text, _source);
}
