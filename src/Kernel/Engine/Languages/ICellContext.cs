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

    /// <summary>The language the surrounding lines are in: <c>csharp</c>, or the first name of an <see cref="ICellLanguage"/>.</summary>
    string Language { get; }

    /// <summary>The session's C# variables; of those with one name the latest.</summary>
    IReadOnlyList<Variable> Variables { get; }

    /// <summary>Declares a C# variable that the code below and later cells see; one of the same name is superseded.</summary>
    /// <param name="name">A C# identifier.</param>
    /// <param name="value">Its value, or null.</param>
    /// <param name="type">Its declared type. Default: the value's, or when cells cannot name that one, the nearest base type or collection interface.</param>
    /// <exception cref="ArgumentException">The name is no identifier, or the value does not fit the type.</exception>
    void SetVariable(string name, object? value, Type? type = null);

    /// <summary>The value of a variable in a language.</summary>
    /// <param name="language">A name of the language, <c>csharp</c> included.</param>
    /// <param name="name">The variable.</param>
    /// <exception cref="NotSupportedException">The language is not known or keeps no values.</exception>
    /// <exception cref="KeyNotFoundException">It has no such variable.</exception>
    object? GetValue(string language, string name);

    /// <summary>Gives a language a value under a name.</summary>
    /// <param name="language">A name of the language, <c>csharp</c> included.</param>
    /// <param name="name">The variable.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="NotSupportedException">The language is not known or takes no values.</exception>
    void SetValue(string language, string name, object? value);

    /// <summary>Asks whoever sits at the keyboard.</summary>
    /// <exception cref="NoInputException">Nobody can answer.</exception>
    string? Ask(InputRequest request);

    /// <summary>Shows a value below the cell, in all its mime types or those named.</summary>
    void Display(object? value, params string[] mimeTypes);

    /// <summary>Writes to the cell's standard output.</summary>
    void Write(string text);

    /// <summary>Adds something to do when the rest of the cell has run well.</summary>
    void AtEnd(Action action);

    /// <summary>Reads a text file; the path counts from the folder of the notebook or of the file being loaded.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    Task<string> ReadFileAsync(string path);

    /// <summary>Runs a notebook (<c>.ipynb</c>, its code cells) or a C# file (<c>.cs</c>, <c>.csx</c>) in the session.</summary>
    Task RunFileAsync(string path);
}
