using MarketingNotebooks.Data.Engines.DuckDb.Native;

namespace MarketingNotebooks.Data.Engines.DuckDb.Statements;

/// <summary>The statements of a text, parsed and not yet prepared.</summary>
internal sealed class ParsedStatements : IDisposable
{
    private readonly ConnectionHandle _connection;
    private readonly SqlSource _source;
    private nint _statements;

    /// <summary>Parses a text.</summary>
    /// <exception cref="DuckDbException">It is not SQL; the message says where.</exception>
    public ParsedStatements(ConnectionHandle connection, string text, SqlSource source)
    {
        _connection = connection;
        _source = source;
        Count = (int)Api.ExtractStatements(connection, text, out _statements);
        if (Count != 0 || Api.Text(Api.ExtractError(_statements)) is not { Length: > 0 } message) return;
        Dispose();
        throw source.Error(message);
    }

    /// <summary>Number of statements; 0 for a text of nothing but comments.</summary>
    public int Count { get; }

    /// <summary>Resolves the names of a statement.</summary>
    /// <exception cref="DuckDbException">A table or column is not there, or types do not fit.</exception>
    public Statement Prepare(int index)
    {
        var state = Api.PrepareExtracted(_connection, _statements, (ulong)index, out var handle);
        var statement = new Statement(handle, _source);
        if (state == 0) return statement;
        var error = _source.Error(Api.Text(Api.PrepareError(handle)));
        statement.Dispose();
        throw error;
    }

    public void Dispose()
    {
        if (_statements != 0) Api.DestroyExtracted(ref _statements);
    }
}
