using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MarketingNotebooks.Kernel.Engine.Assistance;

/// <summary>Calls being written: which methods are meant, which of their parameters are still free.</summary>
internal static class Arguments
{
    /// <summary>The parameters that can be named where <paramref name="value"/> stands; none when it is not a whole argument.</summary>
    public static IEnumerable<IParameterSymbol> NamesFor(SemanticModel model, ExpressionSyntax value)
    {
        if (value.Parent is not ArgumentSyntax { NameColon: null, Parent: ArgumentListSyntax list } argument) return [];
        var taken = list.Arguments.Where(other => other != argument && other.NameColon is not null)
            .Select(other => other.NameColon!.Name.Identifier.ValueText).ToHashSet(StringComparer.Ordinal);
        var before = list.Arguments.IndexOf(argument);
        return Methods(model, list)
            .SelectMany(method => method.Parameters.Where(parameter => parameter.Ordinal >= before - taken.Count && !taken.Contains(parameter.Name)))
            .DistinctBy(parameter => parameter.Name);
    }

    /// <summary>The types an argument may have, one for each overload that has a parameter there.</summary>
    public static IEnumerable<ITypeSymbol> TypesOf(SemanticModel model, ArgumentSyntax argument)
    {
        if (argument.Parent is not ArgumentListSyntax list) return [];
        var index = list.Arguments.IndexOf(argument);
        return Methods(model, list).Select(method => ParameterOf(method, argument, index)?.Type).OfType<ITypeSymbol>()
            .Distinct<ITypeSymbol>(SymbolEqualityComparer.Default);
    }

    /// <summary>The overloads an argument list may belong to.</summary>
    public static IReadOnlyList<IMethodSymbol> Methods(SemanticModel model, ArgumentListSyntax list) => list.Parent switch
    {
        InvocationExpressionSyntax call => OfCall(model, call),
        ObjectCreationExpressionSyntax creation when model.GetSymbolInfo(creation.Type).Symbol is INamedTypeSymbol type => Constructors(type),
        ImplicitObjectCreationExpressionSyntax creation => [.. TargetType.OfCreation(model, creation).OfType<INamedTypeSymbol>().SelectMany(Constructors)],
        _ => [],
    };

    private static IReadOnlyList<IMethodSymbol> OfCall(SemanticModel model, InvocationExpressionSyntax call)
    {
        var group = model.GetMemberGroup(call.Expression).OfType<IMethodSymbol>().ToList();
        if (group.Count > 0) return group;
        if (model.GetTypeInfo(call.Expression).Type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke }) return [invoke];
        return [.. model.GetSymbolInfo(call).CandidateSymbols.OfType<IMethodSymbol>()];
    }

    private static IReadOnlyList<IMethodSymbol> Constructors(INamedTypeSymbol type) =>
        [.. type.InstanceConstructors.Where(constructor => constructor.DeclaredAccessibility == Accessibility.Public)];

    private static IParameterSymbol? ParameterOf(IMethodSymbol method, ArgumentSyntax argument, int index) => argument.NameColon is { } named
        ? method.Parameters.FirstOrDefault(parameter => parameter.Name == named.Name.Identifier.ValueText)
        : index < method.Parameters.Length ? method.Parameters[index] : null;
}
