using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MarketingNotebooks.Workbench.Pages.Code;

/// <summary>Which colour a token has. What needs no semantic model is told by syntax; the rest by C#'s conventions for names.</summary>
internal static class TokenKinds
{
    public const string Keyword = "c-k";
    public const string Text = "c-s";
    public const string Number = "c-n";
    public const string Comment = "c-c";
    public const string Directive = "c-d";
    public const string TypeName = "c-t";
    public const string Function = "c-f";

    /// <summary>The class of a token; null for plain text.</summary>
    public static string? Of(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.NumericLiteralToken => Number,
        SyntaxKind.CharacterLiteralToken or SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken
            or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
            or SyntaxKind.Utf8SingleLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken
            or SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedStringEndToken or SyntaxKind.InterpolatedStringTextToken
            or SyntaxKind.InterpolatedVerbatimStringStartToken or SyntaxKind.InterpolatedSingleLineRawStringStartToken
            or SyntaxKind.InterpolatedMultiLineRawStringStartToken or SyntaxKind.InterpolatedRawStringEndToken => Text,
        SyntaxKind.IdentifierToken => Name(token),
        var kind when SyntaxFacts.IsKeywordKind(kind) => Keyword,
        _ => null,
    };

    /// <summary>The class of a comment or directive; null for white space and text the parser skipped.</summary>
    public static string? Of(SyntaxTrivia trivia) => trivia.Kind() switch
    {
        SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia
            or SyntaxKind.MultiLineDocumentationCommentTrivia or SyntaxKind.DisabledTextTrivia => Comment,
        _ => trivia.IsDirective ? Directive : null,
    };

    private static string? Name(SyntaxToken token) => token.Parent switch
    {
        IdentifierNameSyntax { IsVar: true } or IdentifierNameSyntax { IsNint: true } => Keyword,
        BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or TypeParameterSyntax => TypeName,
        MethodDeclarationSyntax or LocalFunctionStatementSyntax => Function,
        SimpleNameSyntax name => Name(name),
        _ => null,
    };

    private static string? Name(SimpleNameSyntax name)
    {
        ExpressionSyntax whole = name.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Name == name => access,
            MemberBindingExpressionSyntax binding => binding,
            _ => name,
        };
        if (whole.Parent is InvocationExpressionSyntax call && call.Expression == whole) return Function;
        if (SyntaxFacts.IsInTypeOnlyContext(name) || SyntaxFacts.IsInNamespaceOrTypeContext(name)) return TypeName;
        var isOwner = name.Parent is MemberAccessExpressionSyntax owner && owner.Expression == name;
        return isOwner && char.IsUpper(name.Identifier.ValueText.FirstOrDefault()) ? TypeName : null;
    }
}
