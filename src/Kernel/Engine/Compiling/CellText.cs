using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace MarketingNotebooks.Kernel.Engine.Compiling;

/// <summary>A piece of C# on its way to the compiler: parsing, blanking out parts, and errors back in its own places.</summary>
/// <param name="Text">The text, lines as the user sees them.</param>
/// <param name="Document">Its name in stack traces, e.g. <c>Cell 7</c>.</param>
internal sealed record CellText(string Text, string Document)
{
    private static readonly CSharpParseOptions Script = new(LanguageVersion.CSharp14, DocumentationMode.Parse, SourceCodeKind.Script);
    private static readonly CSharpParseOptions Regular = new(LanguageVersion.CSharp14, DocumentationMode.Parse);

    /// <summary>Parses as a script.</summary>
    public SyntaxTree ParseScript() => Parse(Script);

    /// <summary>Parses as a file of a library.</summary>
    public SyntaxTree ParseLibrary() => Parse(Regular);

    /// <summary>The text with spans turned into spaces: all other places stay the same.</summary>
    public CellText Blank(IEnumerable<TextSpan> spans)
    {
        var text = Text.ToCharArray();
        foreach (var span in spans)
        {
            for (var i = span.Start; i < span.End; i++)
            {
                if (text[i] is not ('\n' or '\r')) text[i] = ' ';
            }
        }
        return this with { Text = new string(text) };
    }

    /// <summary>Throws the errors among diagnostics, at the places they have in this text.</summary>
    public CompileException Error(IEnumerable<Diagnostic> diagnostics, TextEdits edits, Func<Diagnostic, string?>? explain = null)
    {
        var lines = SourceText.From(Text).Lines;
        var faults = diagnostics
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic =>
            {
                var start = diagnostic.Location.IsInSource ? edits.ToOriginal(diagnostic.Location.SourceSpan.Start) : 0;
                var place = lines.GetLinePosition(Math.Clamp(start, 0, Text.Length));
                return new CompileFault(diagnostic.Id, explain?.Invoke(diagnostic) ?? diagnostic.GetMessage(), place.Line + 1, place.Character + 1);
            })
            .Distinct()
            .OrderBy(fault => fault.Line).ThenBy(fault => fault.Column)
            .ToList();
        if (faults.Count == 0) faults.Add(new CompileFault("CS0000", "The compiler gave no reason; simplify the cell.", 1, 1));
        return new CompileException(Document, faults);
    }

    /// <summary>True when there is something to run.</summary>
    public static bool HasMembers(SyntaxTree tree) => ((CompilationUnitSyntax)tree.GetRoot()).Members.Count > 0;

    private SyntaxTree Parse(CSharpParseOptions options) =>
        CSharpSyntaxTree.ParseText(SourceText.From(Text, Encoding.UTF8), options, Document);
}
