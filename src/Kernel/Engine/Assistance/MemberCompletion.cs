using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MarketingNotebooks.Kernel.Engine.Assistance;

/// <summary>Completes behind a dot: members of values (extension methods too), of types and of namespaces.</summary>
internal static class MemberCompletion
{
    /// <summary>Adds the members of what stands before the dot.</summary>
    public static void Add(CompletionList list, SemanticModel model, MemberAccess left, int position)
    {
        var (symbol, type) = Bind(model, left.Node, position);
        if (symbol is INamespaceSymbol space)
        {
            list.Add(model.LookupNamespacesAndTypes(position, space));
            return;
        }
        if (symbol is ITypeSymbol named)
        {
            AddStatic(list, model, named, position);
            return;
        }
        if (left.IsConditional && type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable) type = nullable.TypeArguments[0];
        if (type is null or IErrorTypeSymbol or { SpecialType: SpecialType.System_Void } or { TypeKind: TypeKind.Dynamic }) return;
        list.Add(model.LookupSymbols(position, type, includeReducedExtensionMethods: true).Where(member => !member.IsStatic && member is not ITypeSymbol));
        // `Color Color`: a name that is both a value and its type.
        if (symbol is not null && symbol.Name == type.Name) AddStatic(list, model, type, position);
    }

    // Every type inherits object.Equals and ReferenceEquals; nobody looks for them there.
    private static void AddStatic(CompletionList list, SemanticModel model, ITypeSymbol type, int position) =>
        list.Add(model.LookupStaticMembers(position, type).Where(member =>
            type.SpecialType == SpecialType.System_Object || member.ContainingType?.SpecialType != SpecialType.System_Object));

    private static (ISymbol? Symbol, ITypeSymbol? Type) Bind(SemanticModel model, ExpressionSyntax left, int position)
    {
        var info = model.GetSymbolInfo(left);
        var symbol = info.Symbol ?? (info.CandidateSymbols.Length == 1 ? info.CandidateSymbols[0] : null);
        if (symbol is IAliasSymbol alias) symbol = alias.Target;
        if (left.Parent is not QualifiedNameSyntax || symbol is INamespaceOrTypeSymbol) return (symbol, model.GetTypeInfo(left).Type);
        // `x.` before a line that begins with a name reads as a type and a variable; what is meant is a value.
        var value = SyntaxFactory.ParseExpression(left.ToString());
        return (model.GetSpeculativeSymbolInfo(position, value, SpeculativeBindingOption.BindAsExpression).Symbol,
            model.GetSpeculativeTypeInfo(position, value, SpeculativeBindingOption.BindAsExpression).Type);
    }
}
