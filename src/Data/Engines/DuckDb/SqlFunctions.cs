using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines.DuckDb;

/// <summary>SQL over frames, in scope in every cell by its bare name.</summary>
public static class SqlFunctions
{
    /// <summary>Runs a text of SQL over frames: <c>Sql($"select channel, sum(amount) as revenue from {orders} where amount > {min} group by 1")</c>.</summary>
    /// <remarks>Frames are run if need be and read where they lie; values are bound and never become part of the text. The statement runs at once, in
    /// <see cref="DuckDbDatabase.Shared"/>, so tables it creates are there for later statements. The dialect is DuckDB's. Integers beyond 64 bits and
    /// decimals become numbers, dates timestamps at midnight UTC, times of day durations, lists and structs JSON text; <see cref="DataFrame.SqlNotes"/>
    /// says where values lost something.</remarks>
    /// <param name="query">The text, one statement or several separated by <c>;</c>. See <see cref="SqlText"/>.</param>
    /// <param name="cancellationToken">Stops the statement, within milliseconds. Default: interrupting the cell stops it.</param>
    /// <returns>The rows of the last statement.</returns>
    /// <exception cref="DuckDbException">SQL is wrong or fails; the message says where.</exception>
    public static DataFrame Sql(SqlText query, CancellationToken cancellationToken = default) =>
        DuckDbDatabase.Shared.Sql(query, cancellationToken.CanBeCanceled ? cancellationToken : DuckDbDatabase.SharedToken());
}
