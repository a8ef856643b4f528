using MarketingNotebooks.Kernel.Engine.Compiling;
using MarketingNotebooks.Kernel.Engine.Languages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MarketingNotebooks.Kernel.Engine.Assistance;

/// <summary>Tells texts that can be run from those that need more, and from those that no further text mends.</summary>
internal static class CompletenessCheck
{
    private const int IndentSize = 4;

    // Quotes, comments and raw strings that the text ends in.
    private static readonly HashSet<string> OpenText = ["CS1010", "CS1035", "CS1039", "CS8997", "CS9004", "CS1002"];

    // Mended before compilation: namespaces and extension methods go into libraries of their own.
    private const string NamespaceInScript = "CS7021";

    /// <summary>Checks a cell.</summary>
    public static CodeCheck Of(string cell, Func<string, bool> isLanguage)
    {
        var parts = CellSplitter.Split(cell, isLanguage);
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i].Kind != PartKind.Code) continue;
            var status = OfCode(parts[i].Text);
            // What follows a directive is another piece: it cannot close what is open above it.
            if (status == CodeStatus.Incomplete && i < parts.Count - 1) status = CodeStatus.Invalid;
            if (status != CodeStatus.Complete) return new CodeCheck(status, status == CodeStatus.Incomplete ? Indent(parts[i].Text) : "");
        }
        return new CodeCheck(CodeStatus.Complete, "");
    }

    private static CodeStatus OfCode(string code)
    {
        var tree = new CellText(UsingDeclarations.Blank(code).Text, "").ParseScript();
        var root = tree.GetRoot();
        var errors = tree.GetDiagnostics().Where(error => error.Severity == DiagnosticSeverity.Error && error.Id != NamespaceInScript).ToList();
        var isWhole = SyntaxFactory.IsCompleteSubmission(tree) && !EndsInOpenText(errors, code);
        if (errors.Count == 0) return isWhole ? CodeStatus.Complete : CodeStatus.Incomplete;
        if (isWhole) return CodeStatus.Invalid;
        var end = LastToken(root);
        return errors.TrueForAll(error => error.Location.SourceSpan.End >= end.SpanStart || IsOpenText(error, code)) ? CodeStatus.Incomplete : CodeStatus.Invalid;
    }

    private static SyntaxToken LastToken(SyntaxNode root)
    {
        var token = root.GetLastToken(includeZeroWidth: false);
        return token.IsKind(SyntaxKind.EndOfFileToken) ? token.GetPreviousToken() : token;
    }

    private static bool EndsInOpenText(List<Diagnostic> errors, string code) => errors.Exists(error => error.Id == "CS1010" && IsOpenText(error, code));

    // An ordinary string ends with its line: only on the last one can it still be closed.
    private static bool IsOpenText(Diagnostic error, string code) => OpenText.Contains(error.Id)
        && (error.Id is not ("CS1010" or "CS1002") || code.AsSpan(error.Location.SourceSpan.Start).TrimEnd().IndexOf('\n') < 0);

    private static string Indent(string code)
    {
        var line = code.TrimEnd('\n', '\r', ' ', '\t');
        line = line[(line.LastIndexOf('\n') + 1)..];
        var indent = line[..^line.TrimStart().Length];
        return OpensBlock(code) ? indent + new string(' ', IndentSize) : indent;
    }

    private static bool OpensBlock(string code)
    {
        var root = (CompilationUnitSyntax)new CellText(code, "").ParseScript().GetRoot();
        var last = LastToken(root);
        if (root.EndOfFileToken.LeadingTrivia.Any(SyntaxKind.MultiLineCommentTrivia)) return false;
        return last.Kind() switch
        {
            SyntaxKind.OpenBraceToken or SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken or SyntaxKind.EqualsGreaterThanToken
                or SyntaxKind.ElseKeyword or SyntaxKind.DoKeyword or SyntaxKind.ColonToken => true,
            // `if (x)` and its like wait for what they govern.
            SyntaxKind.CloseParenToken => last.Parent is StatementSyntax,
            _ => false,
        };
    }
}
