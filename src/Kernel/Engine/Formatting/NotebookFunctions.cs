using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using MarketingNotebooks.Kernel.Engine.Running;
using Microsoft.DotNet.Interactive;

namespace MarketingNotebooks.Kernel.Engine.Formatting;

/// <summary>Functions every cell can call by their bare names, named as in .NET Interactive.</summary>
[SuppressMessage("Naming", "CA1709", Justification = "Names existing notebooks call.")]
public static class NotebookFunctions
{
    /// <summary>Cancelled when the running cell is interrupted: pass it to anything long.</summary>
    public static CancellationToken CellToken => CellRun.Current?.Token ?? default;

    /// <summary>Shows a value below the cell.</summary>
    /// <param name="value">The value, or null.</param>
    /// <param name="mimeTypes">The mime types to show it in. Default: all it has.</param>
    public static DisplayedValue display(object? value, params string[] mimeTypes) => DisplayExtensions.Display(value, mimeTypes);

    /// <summary>HTML to show, as the value of a cell or through <see cref="display"/>. Not escaped.</summary>
    public static Rendered HTML(string content) => new(content, MimeTypes.Html);

    /// <summary>Markdown to show, as the value of a cell or through <see cref="display"/>.</summary>
    public static Rendered Markdown(string content) => new(content, MimeTypes.Markdown);

    /// <summary>A formula to show, typeset by the front end; one without <c>$</c> or <c>\begin</c> is set in a line of its own.</summary>
    public static Rendered Latex(string formula)
    {
        ArgumentNullException.ThrowIfNull(formula);
        var isMarked = formula.Contains('$', StringComparison.Ordinal) || formula.Contains("\\begin", StringComparison.Ordinal) || formula.Contains("\\[", StringComparison.Ordinal);
        return new Rendered(isMarked ? formula : $"$$ {formula} $$", MimeTypes.Latex);
    }

    /// <summary>A value as JSON, which front ends show as a tree: a text is read as JSON, anything else is written as it.</summary>
    /// <exception cref="ArgumentException">The text is not JSON.</exception>
    /// <exception cref="NotSupportedException">The value cannot be written as JSON.</exception>
    public static JsonNode? Json(object? value)
    {
        try
        {
            return JsonNode.Parse(value as string ?? JsonText.Of(value));
        }
        catch (JsonException error)
        {
            throw new ArgumentException($"The text is not JSON: {error.Message}", nameof(value), error);
        }
    }

    /// <summary>A bar below the cell: <c>using var bar = Progress("Fitting", 100); … bar.Step();</c>.</summary>
    /// <param name="title">What is being done.</param>
    /// <param name="total">Steps there are. Default: unknown; report shares instead.</param>
    public static ProgressBar Progress(string title, long? total = null) => new(title, total);

    /// <summary>Runs a script in the reader's browser.</summary>
    public static void Javascript(string script) => new Rendered(script, MimeTypes.JavaScript).Display();

    /// <summary>Adds a style sheet to the reader's page.</summary>
    public static void CSS(string content) => new Rendered($"<style>{content}</style>", MimeTypes.Html).Display(MimeTypes.Html);

    /// <summary>Asks whoever sits at the keyboard.</summary>
    /// <param name="prompt">What to show before the place to type. Default: nothing.</param>
    /// <exception cref="NoInputException">Nobody can answer.</exception>
    public static Task<string> GetInputAsync(string prompt = "") => AskAsync(new InputRequest(prompt));

    /// <summary>Asks for a secret, which is not shown while it is typed.</summary>
    /// <param name="prompt">What to show before the place to type. Default: nothing.</param>
    /// <exception cref="NoInputException">Nobody can answer.</exception>
    public static async Task<PasswordString> GetPasswordAsync(string prompt = "") => new(await AskAsync(new InputRequest(prompt, Password: true)));

    /// <summary>Drops what the cell has shown so far.</summary>
    /// <param name="wait">True: only when the next output comes. Default: false.</param>
    public static void ClearOutput(bool wait = false) => CellRun.Current?.Output.Clear(wait);

    private static Task<string> AskAsync(InputRequest request) =>
        CellRun.Current is { } run ? Task.Run(() => run.Ask(request) ?? "") : throw new NoInputException();
}
