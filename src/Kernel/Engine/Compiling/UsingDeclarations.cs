using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MarketingNotebooks.Kernel.Engine.Compiling;

/// <summary>Gives cells the <c>using var x = …;</c> that C# scripts lack at top level: a variable, disposed at the end of its cell.</summary>
internal static class UsingDeclarations
{
    private const string Owner = "global::MarketingNotebooks.Kernel.Engine.CellScope.Own";

    /// <summary>Blanks the <c>using</c> of top-level declarations.</summary>
    /// <returns>The text, of equal length, and where the declarations start in it.</returns>
    public static (string Text, IReadOnlyList<int> Starts) Blank(string code)
    {
        if (!code.Contains("using", StringComparison.Ordinal)) return (code, []);
        var tokens = SyntaxFactory.ParseTokens(code).ToList();
        List<int> starts = [];
        var text = code.ToCharArray();
        for (int i = 0, depth = 0; i < tokens.Count; i++)
        {
            depth += Depth(tokens[i]);
            if (depth != 0 || !tokens[i].IsKind(SyntaxKind.UsingKeyword) || !IsDeclaration(tokens, i + 1)) continue;
            var first = i > 0 && tokens[i - 1].Text == "await" ? tokens[i - 1] : tokens[i];
            for (var at = first.SpanStart; at < tokens[i].Span.End; at++)
            {
                if (text[at] is not ('\n' or '\r')) text[at] = ' ';
            }
            starts.Add(tokens[i + 1].SpanStart);
        }
        return starts.Count == 0 ? (code, starts) : (new string(text), starts);
    }

    /// <summary>Hands the values of the declarations at <paramref name="starts"/> to the cell, which disposes them.</summary>
    public static void Own(CompilationUnitSyntax root, IReadOnlyList<int> starts, TextEdits edits)
    {
        foreach (var field in root.Members.OfType<FieldDeclarationSyntax>().Where(field => starts.Contains(field.SpanStart)))
        {
            var type = field.Declaration.Type is IdentifierNameSyntax { Identifier.Text: "var" } ? "" : $"<{field.Declaration.Type}>";
            foreach (var value in field.Declaration.Variables.Select(variable => variable.Initializer?.Value).OfType<ExpressionSyntax>())
            {
                edits.Open(value.SpanStart, $"{Owner}{type}(");
                edits.Close(value.Span.End, ")");
            }
        }
    }

    // `using A.B;`, `using A = B.C;` and `using static X;` are directives; `using T x = …` has two words before the `=`.
    private static bool IsDeclaration(List<SyntaxToken> tokens, int at)
    {
        if (at >= tokens.Count || tokens[at].Kind() is SyntaxKind.StaticKeyword or SyntaxKind.OpenParenToken or SyntaxKind.UnsafeKeyword) return false;
        for (var i = at; i < tokens.Count && !tokens[i].IsKind(SyntaxKind.SemicolonToken); i++)
        {
            if (tokens[i].IsKind(SyntaxKind.EqualsToken)) return i - at >= 2;
        }
        return false;
    }

    private static int Depth(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.OpenBraceToken or SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken => 1,
        SyntaxKind.CloseBraceToken or SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken => -1,
        _ => 0,
    };
}
