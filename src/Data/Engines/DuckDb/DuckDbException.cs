namespace MarketingNotebooks.Data.Engines.DuckDb;

/// <summary>A statement of SQL that DuckDB could not run, or a result that no frame can hold. The message says where and what to do.</summary>
public sealed class DuckDbException : Exception
{
    /// <summary>An error without a place in the text.</summary>
    /// <param name="message">What went wrong and the remedy.</param>
    /// <param name="innerException">What caused it.</param>
    public DuckDbException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>An error at a place of the text.</summary>
    /// <param name="message">What went wrong and the remedy.</param>
    /// <param name="line">The line, from 1.</param>
    /// <param name="column">The character in the line, from 1.</param>
    public DuckDbException(string message, int line, int column)
        : base(message) => (Line, Column) = (line, column);

    /// <summary>The line of the SQL text, from 1; null when the error has no place.</summary>
    public int? Line { get; }

    /// <summary>The character in the line, from 1; null when the error has no place.</summary>
    public int? Column { get; }
}
