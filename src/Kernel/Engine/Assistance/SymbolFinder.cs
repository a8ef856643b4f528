using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MarketingNotebooks.Kernel.Engine.Assistance;

/// <summary>Finds what a cursor points at.</summary>
internal static class SymbolFinder
{
    /// <summary>The symbol at or just left of a cursor, else the method whose argument list is around it; what is meant first,
    /// then its overloads. Empty where there is nothing.</summary>
    public static IReadOnlyList<ISymbol> At(SemanticModel model, string code, int cursor, CancellationToken token)
    {
        var root = model.SyntaxTree.GetRoot(token);
        var context = TextContext.At(root, code, cursor);
        if (!context.IsCode && context.Literal is null) return [];
        if (context.IsCode)
        {
            foreach (var near in Near(root, cursor))
            {
                if (Of(model, near, token) is { Count: > 0 } found) return found;
            }
        }
        return Enclosing(model, root, cursor);
    }

    private static IEnumerable<SyntaxToken> Near(SyntaxNode root, int cursor)
    {
        var at = root.FindToken(cursor);
        if (at.Span.IntersectsWith(cursor)) yield return at;
        var before = at.GetPreviousToken();
        if (before.Span.End == cursor) yield return before;
    }

    private static IReadOnlyList<ISymbol> Of(SemanticModel model, SyntaxToken near, CancellationToken token)
    {
        if (near.Parent is not { } node) return [];
        if (!near.IsKind(SyntaxKind.IdentifierToken) && node is not (PredefinedTypeSyntax or ThisExpressionSyntax or BaseExpressionSyntax)) return [];
        if (node is not (NameSyntax or PredefinedTypeSyntax) && model.GetDeclaredSymbol(node, token) is { } declared) return [declared];
        if (MemberAccess.Before(near) is { IsConditional: false } access && access.Node.Parent is QualifiedNameSyntax qualified)
        {
            // A call without parentheses at the end of a line, before a line that begins with a name.
            if (model.GetSymbolInfo(qualified, token).Symbol is { } type) return [type];
            var value = SyntaxFactory.ParseExpression(qualified.ToString());
            return Named(model.GetSpeculativeSymbolInfo(near.SpanStart, value, SpeculativeBindingOption.BindAsExpression), []);
        }
        return Named(model.GetSymbolInfo(node, token), model.GetMemberGroup(node, token));
    }

    private static IReadOnlyList<ISymbol> Named(SymbolInfo info, IEnumerable<ISymbol> group)
    {
        var first = info.Symbol is IAliasSymbol alias ? alias.Target : info.Symbol;
        var others = group.Concat(info.CandidateSymbols).OrderBy(symbol => symbol is IMethodSymbol method ? method.Parameters.Length : 0);
        return [.. (first is null ? [] : (IEnumerable<ISymbol>)[first]).Concat(others)
            .Where(symbol => symbol is not (IErrorTypeSymbol or INamespaceSymbol { IsGlobalNamespace: true }))
            .DistinctBy(symbol => symbol is IMethodSymbol method ? method.OriginalDefinition : symbol, SymbolEqualityComparer.Default)];
    }

    private static IReadOnlyList<ISymbol> Enclosing(SemanticModel model, SyntaxNode root, int cursor)
    {
        var inner = root.FindToken(Math.Max(0, cursor - 1));
        if (inner.SpanStart >= cursor) inner = inner.GetPreviousToken();
        foreach (var list in inner.Parent?.AncestorsAndSelf().OfType<ArgumentListSyntax>() ?? [])
        {
            if (cursor <= list.OpenParenToken.SpanStart || (!list.CloseParenToken.IsMissing && cursor > list.CloseParenToken.SpanStart)) continue;
            if (list.Parent is not ExpressionSyntax call) continue;
            if (Named(model.GetSymbolInfo(call), Arguments.Methods(model, list)) is { Count: > 0 } found) return found;
        }
        return [];
    }
}
