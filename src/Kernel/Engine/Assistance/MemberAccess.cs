using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MarketingNotebooks.Kernel.Engine.Assistance;

/// <summary>What stands before the dot of a name.</summary>
/// <param name="Node">The expression or type.</param>
/// <param name="IsConditional">True behind <c>?.</c>.</param>
internal sealed record MemberAccess(ExpressionSyntax Node, bool IsConditional)
{
    /// <summary>Finds it; null for a name of its own.</summary>
    public static MemberAccess? Before(SyntaxToken name) => name.Parent is not SimpleNameSyntax simple ? null : simple.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == simple => new MemberAccess(access.Expression, false),
        QualifiedNameSyntax qualified when qualified.Right == simple => new MemberAccess(qualified.Left, false),
        MemberBindingExpressionSyntax binding when Conditional(binding) is { } receiver => new MemberAccess(receiver, true),
        _ => null,
    };

    private static ExpressionSyntax? Conditional(MemberBindingExpressionSyntax binding) => binding.Ancestors()
        .OfType<ConditionalAccessExpressionSyntax>().FirstOrDefault(access => access.WhenNotNull.Span.Contains(binding.Span))?.Expression;
}
