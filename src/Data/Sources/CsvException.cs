namespace MarketingNotebooks.Data.Sources;

/// <summary>A delimited text file that cannot be read or written. The message is one sentence a problem, with the remedy.</summary>
public sealed class CsvException : IOException
{
    /// <summary>An error with a message.</summary>
    /// <param name="message">What is wrong, with the value got and the remedy.</param>
    /// <param name="inner">The cause, when there is one.</param>
    public CsvException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>An error without a message.</summary>
    public CsvException()
        : this("The file cannot be read as CSV.")
    {
    }

    /// <summary>An error with a message.</summary>
    /// <param name="message">What is wrong, with the value got and the remedy.</param>
    public CsvException(string message)
        : this(message, null)
    {
    }
}
