using System.Diagnostics.CodeAnalysis;
using MarketingNotebooks.Kernel.Engine.Formatting;
using MarketingNotebooks.Kernel.Engine.Running;
using Microsoft.DotNet.Interactive.Commands;

namespace Microsoft.DotNet.Interactive;

/// <summary>The session a cell runs in, under the name .NET Interactive gave it; its instances are the session's languages.</summary>
[SuppressMessage("Naming", "CA1709", Justification = "Names existing notebooks call.")]
public sealed class Kernel
{
    private const string CSharp = "csharp";

    private Kernel(string name) => Name = name;

    /// <summary>The session.</summary>
    public static Kernel Root { get; } = new(".NET");

    /// <summary>C# in the session.</summary>
    public static Kernel Current { get; } = new(CSharp);

    /// <summary>The language's name.</summary>
    public string Name { get; }

    /// <summary>Asks whoever sits at the keyboard.</summary>
    /// <param name="prompt">What to show before the place to type.</param>
    /// <param name="inputName">No effect.</param>
    /// <exception cref="MarketingNotebooks.Kernel.Engine.NoInputException">Nobody can answer.</exception>
    public static Task<string> GetInputAsync(string prompt = "", string inputName = "") => NotebookFunctions.GetInputAsync(prompt);

    /// <summary>Asks for a secret, which is not shown while it is typed.</summary>
    /// <param name="prompt">What to show before the place to type.</param>
    /// <param name="inputName">No effect.</param>
    /// <exception cref="MarketingNotebooks.Kernel.Engine.NoInputException">Nobody can answer.</exception>
    public static Task<PasswordString> GetPasswordAsync(string prompt = "", string inputName = "") => NotebookFunctions.GetPasswordAsync(prompt);

    /// <summary>Shows a value below the cell.</summary>
    public static DisplayedValue display(object? value, params string[] mimeTypes) => NotebookFunctions.display(value, mimeTypes);

    /// <summary>HTML to show, not escaped.</summary>
    public static Rendered HTML(string content) => NotebookFunctions.HTML(content);

    /// <summary>Runs a script in the reader's browser.</summary>
    public static void Javascript(string scriptContent) => NotebookFunctions.Javascript(scriptContent);

    /// <summary>Adds a style sheet to the reader's page.</summary>
    public static void CSS(string content) => NotebookFunctions.CSS(content);

    /// <summary>Runs a text as part of the running cell, in this language unless it starts with <c>#!name</c>.</summary>
    /// <param name="code">The text, as in a cell.</param>
    /// <exception cref="InvalidOperationException">No cell runs.</exception>
    public Task SubmitCodeAsync(string code) =>
        Run.SubmitAsync(code, this == Root ? null : Name);

    /// <summary>As <see cref="SubmitCodeAsync"/>.</summary>
    /// <exception cref="InvalidOperationException">No cell runs.</exception>
    public Task SendAsync(SubmitCode command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return Run.SubmitAsync(command.Code, command.TargetKernelName ?? (this == Root ? null : Name));
    }

    /// <summary>The language of a name; whether it is known shows when text is sent to it.</summary>
    public Kernel FindKernelByName(string name) => new(name);

    /// <summary>Reads a C# variable; false when there is none of that name and type.</summary>
    public bool TryGetValue<T>(string name, out T? value)
    {
        value = default;
        if (!Run.Session.TryGetVariable(name, out var found) || found is not (T or null)) return false;
        value = (T?)found;
        return true;
    }

    /// <summary>Declares a C# variable that later cells see.</summary>
    public Task SetValueAsync(string name, object? value, Type? declaredType = null)
    {
        Run.Session.SetVariable(name, value, declaredType);
        return Task.CompletedTask;
    }

    private static CellRun Run => CellRun.Current ?? throw new InvalidOperationException("No cell runs here. Use Kernel from a cell.");
}

/// <summary>An older name of <see cref="Kernel"/>.</summary>
public static class InteractiveKernel
{
    /// <inheritdoc cref="Kernel.GetInputAsync"/>
    public static Task<string> GetInputAsync(string prompt = "") => Kernel.GetInputAsync(prompt);

    /// <inheritdoc cref="Kernel.GetPasswordAsync"/>
    public static Task<PasswordString> GetPasswordAsync(string prompt = "") => Kernel.GetPasswordAsync(prompt);
}
