using System.Collections;
using System.Reflection;
using MarketingNotebooks.Kernel.Engine.Running;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MarketingNotebooks.Kernel.Engine.Assistance;

/// <summary>Names a variable's value knows, for texts such as <c>orders["am</c> and <c>orders.GroupBy("ch</c>.</summary>
/// <remarks>A convention, so that any table type takes part: the value has a public property <c>ColumnNames</c>, <c>Columns</c>,
/// <c>Names</c> or, as dictionaries do, <c>Keys</c>, that gives texts. Reading it must be cheap and change nothing.</remarks>
internal static class ColumnNames
{
    private const int MostNames = 10_000;
    private static readonly string[] Properties = ["ColumnNames", "Columns", "Names", "Keys"];

    /// <summary>The names for a literal: those of the nearest variable, looking outwards, whose indexer or method takes it.</summary>
    public static IReadOnlyList<string> For(SyntaxToken literal, SessionState state)
    {
        Dictionary<string, object?>? values = null;
        foreach (var node in literal.Parent?.Ancestors() ?? [])
        {
            var receiver = node switch
            {
                ElementAccessExpressionSyntax access => access.Expression,
                InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax method } => method.Expression,
                ConditionalAccessExpressionSyntax conditional => conditional.Expression,
                _ => null,
            };
            if (receiver is null || Root(receiver) is not { } name) continue;
            values ??= state.Variables().ToDictionary(variable => variable.Name, variable => variable.Value, StringComparer.Ordinal);
            if (values.TryGetValue(name, out var value) && Of(value) is { Count: > 0 } names) return names;
        }
        return [];
    }

    // The variable a chain of calls starts from: a verb of a table mostly keeps its columns.
    private static string? Root(ExpressionSyntax receiver) => receiver switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => Root(access.Expression),
        InvocationExpressionSyntax call => Root(call.Expression),
        ElementAccessExpressionSyntax access => Root(access.Expression),
        ParenthesizedExpressionSyntax outer => Root(outer.Expression),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure => Root(sure.Operand),
        _ => null,
    };

    // A cell may be changing the value just now: then there are no names this time.
    private static IReadOnlyList<string> Of(object? value)
    {
        try
        {
            foreach (var name in Properties)
            {
                var property = value?.GetType().GetProperty(name, BindingFlags.Instance | BindingFlags.Public);
                if (property is not { CanRead: true } || property.GetIndexParameters().Length > 0) continue;
                if (!typeof(IEnumerable).IsAssignableFrom(property.PropertyType)) continue;
                if (property.GetValue(value) is IEnumerable<string> names) return [.. names.Take(MostNames)];
            }
        }
        catch (Exception error) when (error is TargetInvocationException or InvalidOperationException or AmbiguousMatchException)
        {
        }
        return [];
    }
}
