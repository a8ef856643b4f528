using MarketingNotebooks.Kernel.Engine.Assistance.Documentation;
using MarketingNotebooks.Kernel.Engine.Compiling;
using MarketingNotebooks.Kernel.Engine.Formatting;
using MarketingNotebooks.Kernel.Engine.Languages;
using MarketingNotebooks.Kernel.Engine.Running;

namespace MarketingNotebooks.Kernel.Engine.Assistance;

/// <summary>Answers questions about a text that may become a session's next cell. Runs nothing and never fails for a text.</summary>
internal sealed class Assistant(SessionCore core, CSharpSession session)
{
    private readonly ScriptView view = new(core);

    private string Folder => session.Options.Folder ?? Directory.GetCurrentDirectory();

    /// <summary>The last failure of the compiler's own code on a text it did not expect; tests want none.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>The ways to go on at a cursor.</summary>
    public Completions Complete(string cell, int cursor, CancellationToken token)
    {
        cursor = Math.Clamp(cursor, 0, cell.Length);
        return Guarded(cell, () => CompleteAt(cell, cursor, token)) ?? Completions.None(cursor);
    }

    /// <summary>What is known of the symbol at a cursor; null where there is nothing to say.</summary>
    public MimeBundle? Inspect(string cell, int cursor, bool details, CancellationToken token) =>
        Guarded(cell, () => InspectAt(cell, Math.Clamp(cursor, 0, cell.Length), details, token));

    /// <summary>Whether a cell can be run as it stands.</summary>
    public CodeCheck Check(string cell) =>
        Guarded(cell, () => CompletenessCheck.Of(cell, core.IsLanguage)) ?? new CodeCheck(CodeStatus.Invalid, "");

    // A help that fails must not take its front end along.
    private T? Guarded<T>(string cell, Func<T?> answer) where T : class
    {
        if (Nesting.TooDeepAt(cell) >= 0) return null;
        try
        {
            return answer();
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Fault = error;
            return null;
        }
    }

    private Completions CompleteAt(string cell, int cursor, CancellationToken token)
    {
        var place = CellPlace.Of(cell, cursor, core.IsLanguage);
        if (place.Part is { Kind: PartKind.Language } part && !IsDirective(cell, place, cursor)) return CompleteLanguage(cell, cursor, place, part);
        if (place.Part is not { Kind: PartKind.Code })
        {
            return IsDirective(cell, place, cursor) ? DirectiveCompletion.Complete(cell, place.LineStart, cursor, core, Folder) : Completions.None(cursor);
        }
        var root = ScriptView.Parse(place.Code).GetRoot(token);
        if (IsDirective(cell, place, cursor) && TextContext.At(root, place.Code, place.LineStart).IsCode)
        {
            return DirectiveCompletion.Complete(cell, place.LineStart, cursor, core, Folder);
        }
        var context = TextContext.At(root, place.Code, cursor);
        if (context.Literal is { } literal) return TextCompletion.Complete(literal, place.Code, cursor, core, Folder);
        return context.IsCode ? CodeCompleter.Complete(view, place.Code, cursor, token) : Completions.None(cursor);
    }

    private MimeBundle? InspectAt(string cell, int cursor, bool details, CancellationToken token)
    {
        var place = CellPlace.Of(cell, cursor, core.IsLanguage);
        if (place.Part is null or { Kind: PartKind.Command })
        {
            return DirectiveCompletion.Described(cell[place.LineStart..place.LineEnd], core) is { } word
                ? DocumentRenderer.Bundle([new CodeBlock("#!" + word.Name), new Paragraph([new Run(word.Summary)])])
                : null;
        }
        if (place.Part.Kind != PartKind.Code) return null;
        var model = view.Open(place.Code, token);
        var found = SymbolFinder.At(model, place.Code, cursor, token);
        return found.Count == 0 ? null : DocumentRenderer.Bundle(Inspection.Of(found, model.Compilation, core.State, details));
    }

    // In other languages only `#!` means something: `# title` is Markdown.
    private static bool IsDirective(string cell, CellPlace place, int cursor) => DirectiveCompletion.IsAt(cell, place.LineStart, cursor)
        && (place.Part is not { Kind: PartKind.Language } || cell.AsSpan(place.LineStart, cursor - place.LineStart).TrimStart().StartsWith("#!", StringComparison.Ordinal));

    private Completions CompleteLanguage(string cell, int cursor, CellPlace place, CellPart part)
    {
        if (core.Language(part.Name) is not ICompletingLanguage language) return Completions.None(cursor);
        var found = language.Complete(cell[place.Start..place.End], cursor - place.Start, session);
        return found with { Start = found.Start + place.Start, End = found.End + place.Start };
    }
}
