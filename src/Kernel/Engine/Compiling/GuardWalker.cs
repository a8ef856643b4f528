using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MarketingNotebooks.Kernel.Engine.Compiling;

/// <summary>Finds where a cell must test whether it is being stopped: loops, backward jumps, catch blocks and every function.</summary>
/// <remarks>
/// Lambdas with an expression body need the semantic model: one that becomes an expression tree must stay as it is, the others
/// become blocks. Everything goes on the line where it stood.
/// </remarks>
internal sealed class GuardWalker(int session, Func<SemanticModel>? model, TextEdits edits) : CSharpSyntaxWalker
{
    private readonly string loop = $"global::MarketingNotebooks.Kernel.Engine.CellGuard.Loop({session});";
    private readonly string call = $"global::MarketingNotebooks.Kernel.Engine.CellGuard.Call({session});";

    public override void VisitWhileStatement(WhileStatementSyntax node)
    {
        Body(node.Statement);
        base.VisitWhileStatement(node);
    }

    public override void VisitDoStatement(DoStatementSyntax node)
    {
        Body(node.Statement);
        base.VisitDoStatement(node);
    }

    public override void VisitForStatement(ForStatementSyntax node)
    {
        Body(node.Statement);
        base.VisitForStatement(node);
    }

    public override void VisitForEachStatement(ForEachStatementSyntax node)
    {
        Body(node.Statement);
        base.VisitForEachStatement(node);
    }

    public override void VisitForEachVariableStatement(ForEachVariableStatementSyntax node)
    {
        Body(node.Statement);
        base.VisitForEachVariableStatement(node);
    }

    public override void VisitGotoStatement(GotoStatementSyntax node)
    {
        Wrap(node);
        base.VisitGotoStatement(node);
    }

    public override void VisitCatchClause(CatchClauseSyntax node)
    {
        if (!node.Block.OpenBraceToken.IsMissing) edits.Open(node.Block.OpenBraceToken.Span.End, loop);
        base.VisitCatchClause(node);
    }

    public override void VisitLocalFunctionStatement(LocalFunctionStatementSyntax node)
    {
        Function(node.Body, node.ExpressionBody, node.SemicolonToken, IsVoid(node.ReturnType, node.Modifiers));
        base.VisitLocalFunctionStatement(node);
    }

    public override void VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        Function(node.Body, node.ExpressionBody, node.SemicolonToken, IsVoid(node.ReturnType, node.Modifiers));
        base.VisitMethodDeclaration(node);
    }

    public override void VisitOperatorDeclaration(OperatorDeclarationSyntax node)
    {
        Function(node.Body, node.ExpressionBody, node.SemicolonToken, IsVoid(node.ReturnType, node.Modifiers));
        base.VisitOperatorDeclaration(node);
    }

    public override void VisitConversionOperatorDeclaration(ConversionOperatorDeclarationSyntax node)
    {
        Function(node.Body, node.ExpressionBody, node.SemicolonToken, isVoid: false);
        base.VisitConversionOperatorDeclaration(node);
    }

    public override void VisitConstructorDeclaration(ConstructorDeclarationSyntax node)
    {
        Function(node.Body, node.ExpressionBody, node.SemicolonToken, isVoid: true);
        base.VisitConstructorDeclaration(node);
    }

    public override void VisitAccessorDeclaration(AccessorDeclarationSyntax node)
    {
        Function(node.Body, node.ExpressionBody, node.SemicolonToken, !node.Keyword.IsKind(SyntaxKind.GetKeyword));
        base.VisitAccessorDeclaration(node);
    }

    public override void VisitPropertyDeclaration(PropertyDeclarationSyntax node)
    {
        Getter(node.ExpressionBody, node.SemicolonToken);
        base.VisitPropertyDeclaration(node);
    }

    public override void VisitIndexerDeclaration(IndexerDeclarationSyntax node)
    {
        Getter(node.ExpressionBody, node.SemicolonToken);
        base.VisitIndexerDeclaration(node);
    }

    public override void VisitAnonymousMethodExpression(AnonymousMethodExpressionSyntax node)
    {
        Function(node.Block, null, default, isVoid: true);
        base.VisitAnonymousMethodExpression(node);
    }

    public override void VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node)
    {
        if (Lambda(node)) base.VisitSimpleLambdaExpression(node);
    }

    public override void VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node)
    {
        if (Lambda(node)) base.VisitParenthesizedLambdaExpression(node);
    }

    // The clauses of a query are lambdas that the text does not show; over IQueryable they are expression trees.
    public override void VisitQueryExpression(QueryExpressionSyntax node)
    {
        Visit(node.FromClause.Expression);
        if (model is null || IsTree(node.Body, model())) return;
        Visit(node.Body);
    }

    public override void VisitWhereClause(WhereClauseSyntax node)
    {
        Pass(node.Condition);
        base.VisitWhereClause(node);
    }

    public override void VisitSelectClause(SelectClauseSyntax node)
    {
        Pass(node.Expression);
        base.VisitSelectClause(node);
    }

    /// <summary>True when the text holds a lambda that only the semantic model can judge.</summary>
    public static bool NeedsModel(SyntaxNode root) =>
        root.DescendantNodes().Any(node => node is LambdaExpressionSyntax { ExpressionBody: not null } or QueryExpressionSyntax);

    private void Body(StatementSyntax statement)
    {
        if (statement is BlockSyntax block)
        {
            if (!block.OpenBraceToken.IsMissing) edits.Open(block.OpenBraceToken.Span.End, loop);
            return;
        }
        if (statement is not (LocalDeclarationStatementSyntax or LabeledStatementSyntax or LocalFunctionStatementSyntax)) Wrap(statement);
    }

    private void Wrap(StatementSyntax statement)
    {
        if (statement.IsMissing) return;
        edits.Open(statement.SpanStart, "{" + loop);
        edits.Close(statement.Span.End, "}");
    }

    private void Function(BlockSyntax? body, ArrowExpressionClauseSyntax? arrow, SyntaxToken semicolon, bool isVoid)
    {
        if (body is { OpenBraceToken.IsMissing: false }) edits.Open(body.OpenBraceToken.Span.End, call);
        if (arrow is null || semicolon.IsMissing) return;
        edits.Replace(arrow.ArrowToken.SpanStart, 2, "{" + call + Return(arrow.Expression, isVoid));
        edits.Close(semicolon.Span.End, "}");
    }

    private void Getter(ArrowExpressionClauseSyntax? arrow, SyntaxToken semicolon)
    {
        if (arrow is null || semicolon.IsMissing) return;
        edits.Replace(arrow.ArrowToken.SpanStart, 2, "{get{" + call + Return(arrow.Expression, isVoid: false));
        edits.Close(semicolon.Span.End, "}}");
    }

    /// <returns>False when what is inside must be left alone.</returns>
    private bool Lambda(LambdaExpressionSyntax node)
    {
        if (node.Block is { } block)
        {
            Function(block, null, default, isVoid: true);
            return true;
        }
        if (model is null) return true;
        var semantics = model();
        if (semantics.GetSymbolInfo(node).Symbol is not IMethodSymbol symbol) return true;
        var target = semantics.GetTypeInfo(node).ConvertedType;
        if (target is null or IErrorTypeSymbol || symbol.ReturnType is IErrorTypeSymbol) return true;
        if (IsTree(target)) return false;
        var isVoid = symbol.ReturnsVoid || (symbol.IsAsync && symbol.ReturnType is INamedTypeSymbol { IsGenericType: false });
        edits.Open(node.ExpressionBody!.SpanStart, "{" + call + Return(node.ExpressionBody, isVoid));
        edits.Close(node.ExpressionBody.Span.End, ";}");
        return true;
    }

    private void Pass(ExpressionSyntax expression)
    {
        edits.Open(expression.SpanStart, $"global::MarketingNotebooks.Kernel.Engine.CellGuard.Pass({session},");
        edits.Close(expression.Span.End, ")");
    }

    private static bool IsTree(QueryBodySyntax body, SemanticModel semantics)
    {
        var methods = body.Clauses.Select(clause => semantics.GetQueryClauseInfo(clause).OperationInfo.Symbol)
            .Append(semantics.GetSymbolInfo(body.SelectOrGroup).Symbol).OfType<IMethodSymbol>().ToList();
        return methods.Count == 0 || methods.Any(method => method.Parameters.Any(parameter => IsTree(parameter.Type)));
    }

    private static bool IsTree(ITypeSymbol type) => type.ContainingNamespace?.ToDisplayString() == "System.Linq.Expressions";

    private static string Return(ExpressionSyntax expression, bool isVoid) =>
        isVoid || expression is ThrowExpressionSyntax ? "" : "return ";

    private static bool IsVoid(TypeSyntax type, SyntaxTokenList modifiers) => type switch
    {
        PredefinedTypeSyntax predefined => predefined.Keyword.IsKind(SyntaxKind.VoidKeyword),
        IdentifierNameSyntax => modifiers.Any(SyntaxKind.AsyncKeyword),
        QualifiedNameSyntax name => modifiers.Any(SyntaxKind.AsyncKeyword) && name.Right is IdentifierNameSyntax,
        _ => false,
    };
}
