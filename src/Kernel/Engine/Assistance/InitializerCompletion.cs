using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace MarketingNotebooks.Kernel.Engine.Assistance;

/// <summary>Completes the members set in <c>new T { … }</c>, <c>new() { … }</c> and <c>with { … }</c>, and those asked in <c>is { … }</c>.</summary>
internal static class InitializerCompletion
{
    /// <summary>Adds the members not yet given; false when the name is not the left side in such braces.</summary>
    public static bool Add(CompletionList list, SemanticModel model, SyntaxToken name)
    {
        if (name.Parent is not IdentifierNameSyntax identifier) return false;
        if (AskedOf(model, identifier) is { } asked)
        {
            list.Add(model.LookupSymbols(name.SpanStart, asked).Where(IsReadable), Rank.Expected);
            return true;
        }
        var (types, given) = identifier.Parent switch
        {
            InitializerExpressionSyntax braces => (TypesOf(model, braces), Given(braces)),
            AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax braces } set when set.Left == identifier => (TypesOf(model, braces), Given(braces)),
            _ => ([], []),
        };
        var found = false;
        foreach (var type in types.Where(type => !IsCollection(type)))
        {
            found = true;
            list.Add(model.LookupSymbols(name.SpanStart, type).Where(member => IsSettable(member) && !given.Contains(member.Name)), Rank.Expected);
        }
        return found;
    }

    // The type a property pattern looks into; what was typed reads as a constant pattern or as the name of a sub-pattern.
    private static ITypeSymbol? AskedOf(SemanticModel model, IdentifierNameSyntax name) =>
        name.FirstAncestorOrSelf<SubpatternSyntax>() is { Parent: PropertyPatternClauseSyntax { Parent: RecursivePatternSyntax pattern } } part
            && (part.ExpressionColon is null || part.ExpressionColon.Span.Contains(name.Span))
            ? (model.GetOperation(pattern) as IRecursivePatternOperation)?.MatchedType
            : null;

    private static IEnumerable<ITypeSymbol> TypesOf(SemanticModel model, InitializerExpressionSyntax braces) => braces.Parent switch
    {
        ObjectCreationExpressionSyntax creation => Known(model.GetSymbolInfo(creation.Type).Symbol as ITypeSymbol),
        ImplicitObjectCreationExpressionSyntax creation => TargetType.OfCreation(model, creation).Select(Filled),
        WithExpressionSyntax with => Known(model.GetTypeInfo(with.Expression).Type),
        AssignmentExpressionSyntax nested => Known(model.GetTypeInfo(nested.Left).Type),
        _ => [],
    };

    private static HashSet<string> Given(InitializerExpressionSyntax braces) => [.. braces.Expressions
        .OfType<AssignmentExpressionSyntax>().Select(set => set.Left).OfType<IdentifierNameSyntax>().Select(left => left.Identifier.ValueText)];

    private static bool IsReadable(ISymbol member) => member is { IsStatic: false } and (IPropertySymbol { IsIndexer: false } or IFieldSymbol);

    private static bool IsSettable(ISymbol member) => !member.IsStatic && member switch
    {
        IPropertySymbol { IsIndexer: false } property => property.SetMethod is { DeclaredAccessibility: Accessibility.Public } || IsCollection(property.Type),
        IFieldSymbol field => !field.IsReadOnly && !field.IsConst,
        _ => false,
    };

    private static bool IsCollection(ITypeSymbol type) => type.SpecialType != SpecialType.System_String && type.TypeKind != TypeKind.Array
        && type.AllInterfaces.Any(face => face.SpecialType == SpecialType.System_Collections_IEnumerable)
        && type.GetMembers("Add").Length > 0;

    // `new()` for an `Options?` of a struct makes the struct.
    private static ITypeSymbol Filled(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    private static IEnumerable<ITypeSymbol> Known(ITypeSymbol? type) => type is null or IErrorTypeSymbol ? [] : [type];
}
