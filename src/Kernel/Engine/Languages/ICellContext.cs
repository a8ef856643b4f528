namespace MarketingNotebooks.Kernel.Engine.Languages;

/// <summary>What a language or command may do to the cell it runs in.</summary>
public interface ICellContext
{
    /// <summary>The session: variables, formatters.</summary>
    CSharpSession Session { get; }

    /// <summary>The run's number.</summary>
    int ExecutionCount { get; }

    /// <summary>Cancelled when the cell is interrupted.</summary>
    CancellationToken Token { get; }

    /// <summary>Shows a value below the cell, in all its mime types or those named.</summary>
    void Display(object? value, params string[] mimeTypes);

    /// <summary>Writes to the cell's standard output.</summary>
    void Write(string text);

    /// <summary>Adds something to do when the rest of the cell has run well.</summary>
    void AtEnd(Action action);

    /// <summary>Runs a notebook (<c>.ipynb</c>, its code cells) or a C# file (<c>.cs</c>, <c>.csx</c>) in the session.</summary>
    Task RunFileAsync(string path);
}
