using MarketingNotebooks.Data.Engines.DuckDb.Native;
using MarketingNotebooks.Data.Engines.DuckDb.Reading;

namespace MarketingNotebooks.Data.Engines.DuckDb.Statements;

/// <summary>A prepared statement: bound, run once, read, destroyed.</summary>
internal sealed class Statement(nint handle, SqlSource source) : IDisposable
{
    private nint _handle = handle;

    /// <summary>Gives every parameter its value.</summary>
    /// <exception cref="DuckDbException">A parameter has no value.</exception>
    public void Bind(ISqlScope scope)
    {
        var count = Api.ParameterCount(_handle);
        for (var i = 1UL; i <= count; i++)
        {
            var name = Api.TakeText(Api.ParameterName(_handle, i));
            if (!scope.TryValue(name, out var given)) throw source.NoValue(name);
            var value = ParameterValue.Of('$' + name, given);
            try
            {
                if (Api.BindValue(_handle, i, value) != 0) throw source.Error(Api.Text(Api.PrepareError(_handle)));
            }
            finally
            {
                Api.DestroyValue(ref value);
            }
        }
    }

    /// <summary>Runs the statement to its end.</summary>
    /// <param name="keepsRows">False where nobody asks for the rows.</param>
    /// <param name="token">Looked at between chunks.</param>
    public SqlResult Run(bool keepsRows, CancellationToken token) =>
        Run(isStreamed: true, keepsRows, token) ?? RunAgain(keepsRows, token);

    private SqlResult RunAgain(bool keepsRows, CancellationToken token)
    {
        try
        {
            return Run(isStreamed: false, keepsRows, token)!;
        }
        catch (DuckDbException error) when (error.Message.Contains("transaction is aborted", StringComparison.Ordinal))
        {
            throw source.Error("A row of the selection fails, which aborts the transaction. Roll back, and run the selection by itself to see why.");
        }
    }

    public void Dispose()
    {
        if (_handle != 0) Api.DestroyPrepare(ref _handle);
    }

    /// <summary>The rows, or null when a streamed result lost its error.</summary>
    /// <remarks>When one of DuckDB's threads fails while rows are fetched, the fetch may end as interrupted and the error is gone.
    /// A result that is kept whole tells it. Only selections are streamed, so running one again changes nothing but sequences.</remarks>
    private SqlResult? Run(bool isStreamed, bool keepsRows, CancellationToken token)
    {
        const int rows = 3;
        const int interrupt = 29;
        var result = default(NativeResult);
        try
        {
            Execute(isStreamed, out result);
            var type = Api.ReturnType(result);
            return type == rows ? new ResultReader(source).Read(ref result, keepsRows, token) : new SqlResult(null, type == 1 ? (long)Api.RowsChanged(ref result) : null, []);
        }
        catch (DuckDbException) when (isStreamed && !token.IsCancellationRequested && Api.ErrorType(ref result) == interrupt)
        {
            return null;
        }
        finally
        {
            if (result.InternalData != 0) Api.DestroyResult(ref result);
        }
    }

    private void Execute(bool isStreamed, out NativeResult result)
    {
        result = default;
        var state = isStreamed ? Api.PendingStreaming(_handle, out var pending) : Api.Pending(_handle, out pending);
        try
        {
            if (state != 0) throw source.Error(Api.Text(Api.PendingError(pending)));
            if (Api.ExecutePending(pending, out result) != 0) throw source.Error(Api.Text(Api.ResultError(ref result)));
        }
        finally
        {
            Api.DestroyPending(ref pending);
        }
    }
}
