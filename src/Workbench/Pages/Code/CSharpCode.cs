using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MarketingNotebooks.Workbench.Pages.Code;

/// <summary>C# with its tokens marked for colours, after Roslyn's own parse of the text as a script.</summary>
internal static class CSharpCode
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview, kind: SourceCodeKind.Script);

    /// <summary>The text as HTML; without its marks it is the text again, faulty code included.</summary>
    public static string Html(string text)
    {
        var html = new StringBuilder(text.Length * 2);
        foreach (var token in CSharpSyntaxTree.ParseText(text, Options).GetRoot().DescendantTokens(descendIntoTrivia: false))
        {
            foreach (var trivia in token.LeadingTrivia) Append(html, trivia);
            Append(html, token.Text, TokenKinds.Of(token));
            foreach (var trivia in token.TrailingTrivia) Append(html, trivia);
        }
        return html.ToString();
    }

    private static void Append(StringBuilder html, SyntaxTrivia trivia) => Append(html, trivia.ToFullString(), TokenKinds.Of(trivia));

    private static void Append(StringBuilder html, string text, string? kind)
    {
        if (text.Length == 0) return;
        if (kind is null)
        {
            Escape.Append(html, text);
            return;
        }
        html.Append("<span class=\"").Append(kind).Append("\">");
        Escape.Append(html, text).Append("</span>");
    }
}
