using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MarketingNotebooks.Kernel.Engine.Assistance;

/// <summary>Whether a cursor stands in code, in the text of a literal or in a comment.</summary>
/// <param name="IsCode">True in code, holes of interpolated strings included.</param>
/// <param name="Literal">The string literal the cursor stands in, or null.</param>
internal sealed record TextContext(bool IsCode, SyntaxToken? Literal)
{
    private static readonly TextContext Code = new(true, null);
    private static readonly TextContext Silent = new(false, null);

    /// <summary>Finds it.</summary>
    public static TextContext At(SyntaxNode root, string text, int cursor)
    {
        if (cursor == 0) return Code;
        var trivia = root.FindTrivia(cursor - 1);
        if (InComment(trivia, text, cursor)) return Silent;
        var token = root.FindToken(cursor - 1);
        if (!token.Span.Contains(cursor - 1)) return Code;
        var isOpen = cursor < token.Span.End || token.ContainsDiagnostics;
        return token.Kind() switch
        {
            SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken =>
                isOpen && cursor >= Opening(token) ? new TextContext(false, token) : isOpen ? Silent : Code,
            SyntaxKind.CharacterLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken => isOpen ? Silent : Code,
            SyntaxKind.InterpolatedStringTextToken or SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedVerbatimStringStartToken
                or SyntaxKind.InterpolatedSingleLineRawStringStartToken or SyntaxKind.InterpolatedMultiLineRawStringStartToken => Silent,
            // Behind the hole's brace the text goes on.
            SyntaxKind.CloseBraceToken when token.Parent is InterpolationSyntax => Silent,
            _ => Code,
        };
    }

    /// <summary>Where the text of a literal begins, behind its quotes.</summary>
    public static int Opening(SyntaxToken literal)
    {
        var text = literal.Text;
        var at = 0;
        while (at < text.Length && text[at] is '@' or '$') at++;
        while (at < text.Length && text[at] == '"' && (at == 0 || literal.IsKind(SyntaxKind.SingleLineRawStringLiteralToken) || text[at - 1] == '@')) at++;
        return literal.SpanStart + at;
    }

    private static bool InComment(SyntaxTrivia trivia, string text, int cursor) => trivia.Kind() switch
    {
        SyntaxKind.SingleLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia => text[cursor - 1] != '\n',
        SyntaxKind.MultiLineCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia =>
            cursor < trivia.FullSpan.End || trivia.ContainsDiagnostics || !trivia.ToFullString().EndsWith("*/", StringComparison.Ordinal),
        SyntaxKind.DisabledTextTrivia => true,
        _ => false,
    };
}
