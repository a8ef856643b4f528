using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace MarketingNotebooks.Kernel.Engine.Assistance;

/// <summary>The type a place asks for, found from what stands around it.</summary>
internal static class TargetType
{
    /// <summary>The types that may be asked for where a value stands; none when anything goes.</summary>
    public static IEnumerable<ITypeSymbol> Of(SemanticModel model, ExpressionSyntax value) => value.Parent switch
    {
        ParenthesizedExpressionSyntax outer => Of(model, outer),
        ArgumentSyntax argument => Arguments.TypesOf(model, argument),
        AssignmentExpressionSyntax assignment when assignment.Right == value => Known(model.GetTypeInfo(assignment.Left).Type),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison =>
            Known(model.GetTypeInfo(comparison.Left == value ? comparison.Right : comparison.Left).Type),
        ConstantPatternSyntax pattern => Known((model.GetOperation(pattern) as IPatternOperation)?.InputType),
        CaseSwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax choice } => Known(model.GetTypeInfo(choice.Expression).Type),
        EqualsValueClauseSyntax { Parent: ParameterSyntax { Type: { } type } } => Known(model.GetTypeInfo(type).Type),
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => Known(model.GetTypeInfo(property.Type).Type),
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type.IsVar: false } declaration } } =>
            Known(model.GetTypeInfo(declaration.Type).Type),
        _ => [],
    };

    /// <summary>The types <c>new(…)</c> may make.</summary>
    public static IEnumerable<ITypeSymbol> OfCreation(SemanticModel model, ImplicitObjectCreationExpressionSyntax creation)
    {
        var bound = Known(model.GetTypeInfo(creation).ConvertedType).ToList();
        return bound.Count > 0 ? bound : Of(model, creation);
    }

    private static IEnumerable<ITypeSymbol> Known(ITypeSymbol? type) => type is null or IErrorTypeSymbol ? [] : [type];
}
