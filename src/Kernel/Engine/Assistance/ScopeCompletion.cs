using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MarketingNotebooks.Kernel.Engine.Assistance;

/// <summary>Completes a name that stands alone: what is in scope, named arguments, values of the enum asked for, and words of the language.</summary>
internal static class ScopeCompletion
{
    /// <summary>Adds them all.</summary>
    public static void Add(CompletionList list, SemanticModel model, SyntaxToken name)
    {
        if (name.Parent is ExpressionSyntax value)
        {
            list.AddNamedArguments(Arguments.NamesFor(model, value));
            foreach (var type in TargetType.Of(model, value)) AddValues(list, type);
        }
        list.Add(model.LookupSymbols(name.SpanStart).Where(symbol => !IsAhead(symbol, name)));
        foreach (var word in Words(name.GetPreviousToken(includeSkipped: true))) list.Add(new Completion(word, "keyword", null, null), Rank.Keyword);
    }

    private static void AddNamedArguments(this CompletionList list, IEnumerable<IParameterSymbol> parameters)
    {
        foreach (var parameter in parameters)
        {
            list.Add(new Completion(parameter.Name + ":", "parameter", SymbolText.ValueType(parameter), SymbolText.Signature(parameter)), Rank.Expected);
        }
    }

    private static void AddValues(CompletionList list, ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable) type = nullable.TypeArguments[0];
        if (type.TypeKind != TypeKind.Enum) return;
        foreach (var value in type.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue))
        {
            list.AddQualified(new Completion($"{type.Name}.{value.Name}", "constant", type.Name, SymbolText.Signature(value)), Rank.Expected);
        }
    }

    // A local is not there before its declaration, nor inside it.
    private static bool IsAhead(ISymbol symbol, SyntaxToken name) =>
        symbol is ILocalSymbol or IFieldSymbol { ContainingType.IsScriptClass: true }
        && symbol.DeclaringSyntaxReferences is [var declared, ..] && declared.SyntaxTree == name.SyntaxTree
        && (symbol is ILocalSymbol ? declared.Span.End > name.SpanStart : declared.Span.Contains(name.SpanStart))
        && declared.GetSyntax() is VariableDeclaratorSyntax or SingleVariableDesignationSyntax;

    private static IEnumerable<string> Words(SyntaxToken before) => before.Kind() switch
    {
        SyntaxKind.None or SyntaxKind.SemicolonToken or SyntaxKind.OpenBraceToken or SyntaxKind.CloseBraceToken or SyntaxKind.ElseKeyword
            or SyntaxKind.DoKeyword or SyntaxKind.TryKeyword or SyntaxKind.PublicKeyword or SyntaxKind.PrivateKeyword
            or SyntaxKind.ProtectedKeyword or SyntaxKind.InternalKeyword or SyntaxKind.StaticKeyword or SyntaxKind.AsyncKeyword => Keywords.AtStart,
        SyntaxKind.CloseParenToken => Keywords.AtStart.Concat(Keywords.AfterValue).Distinct(),
        SyntaxKind.IdentifierToken or SyntaxKind.CloseBracketToken or SyntaxKind.StringLiteralToken or SyntaxKind.NumericLiteralToken => Keywords.AfterValue,
        _ => Keywords.AtValue,
    };
}
