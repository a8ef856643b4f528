namespace MarketingNotebooks.Kernel.Documents;

/// <summary>A file is not a notebook of nbformat 4. The message is one sentence: file, line, what is wrong and the remedy.</summary>
public sealed class NotebookFormatException : Exception
{
    /// <summary>Creates the error.</summary>
    /// <param name="file">Name of the file as the user gave it.</param>
    /// <param name="line">Line in the file, from 1; 0 when the fault has no place.</param>
    /// <param name="reason">What is wrong and what to do, a sentence that ends with a full stop.</param>
    /// <param name="inner">The cause, if another error told us.</param>
    public NotebookFormatException(string file, int line, string reason, Exception? inner = null)
        : base(line > 0 ? $"{file}, line {line}: {reason}" : $"{file}: {reason}", inner)
    {
        File = file;
        Line = line;
    }

    /// <summary>Name of the file as the user gave it.</summary>
    public string File { get; }

    /// <summary>Line in the file, from 1; 0 when the fault has no place.</summary>
    public int Line { get; }
}
