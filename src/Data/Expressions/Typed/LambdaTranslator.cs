using System.Linq.Expressions;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Expressions.Typed;

/// <summary>Turns the body of a lambda over a record into a formula over columns.</summary>
internal sealed class LambdaTranslator(ParameterExpression record, ColumnScope scope, IReadOnlyDictionary<string, string> columns)
{
    /// <summary>The formula.</summary>
    /// <exception cref="ArgumentException">A part of the lambda has no counterpart; the message names it.</exception>
    public Expr Translate(Expression expression)
    {
        if (!Mentions(expression)) return Constants.Of(expression) ?? throw Refuse(expression, "a null has no kind of its own; compare with it, or use ?: and ??");
        return expression switch
        {
            MemberExpression { Expression: { } target } member when Bare(target) == record => scope[columns[member.Member.Name]],
            MemberExpression { Expression: { } target } member => MemberFunctions.Property(Translate(target), target.Type, member.Member.Name) ?? throw Refuse(expression),
            UnaryExpression unary => Unary(unary),
            BinaryExpression binary => Binary(binary),
            ConditionalExpression choice => Choice(choice),
            MethodCallExpression call => Call(call),
            _ => throw Refuse(expression),
        };
    }

    private Expr Unary(UnaryExpression unary)
    {
        var operand = Translate(unary.Operand);
        switch (unary.NodeType)
        {
            case ExpressionType.Not when operand.Kind == ColumnKind.Boolean: return !operand;
            case ExpressionType.Negate or ExpressionType.NegateChecked: return -operand;
            case ExpressionType.Convert or ExpressionType.ConvertChecked:
                var to = Nullable.GetUnderlyingType(unary.Type) ?? unary.Type;
                if (operand.Kind == ColumnKind.Integer && Constants.IsFraction(to)) return operand.ToNumber();
                return operand.Kind == ColumnKind.Number && Constants.IsWhole(to) ? operand.ToInteger() : operand;
            default: throw Refuse(unary);
        }
    }

    private Expr Binary(BinaryExpression binary)
    {
        if (binary.NodeType is ExpressionType.Equal or ExpressionType.NotEqual && (IsNull(binary.Left) || IsNull(binary.Right)))
        {
            var isNull = Translate(IsNull(binary.Left) ? binary.Right : binary.Left).IsNull();
            return binary.NodeType == ExpressionType.Equal ? isNull : !isNull;
        }
        if (binary.NodeType == ExpressionType.Coalesce && IsNull(binary.Right)) return Translate(binary.Left);
        var (left, right) = (Side(binary.Left, binary.Right), Side(binary.Right, binary.Left));
        return binary.NodeType switch
        {
            ExpressionType.Add or ExpressionType.AddChecked => left + right,
            ExpressionType.Subtract or ExpressionType.SubtractChecked => left - right,
            ExpressionType.Multiply or ExpressionType.MultiplyChecked => left * right,
            ExpressionType.Divide when left.Kind == ColumnKind.Integer && right.Kind == ColumnKind.Integer => left.DivideWhole(right),
            ExpressionType.Divide => left / right,
            ExpressionType.Modulo => left % right,
            ExpressionType.Equal => left == right,
            ExpressionType.NotEqual => left != right,
            ExpressionType.LessThan => left < right,
            ExpressionType.LessThanOrEqual => left <= right,
            ExpressionType.GreaterThan => left > right,
            ExpressionType.GreaterThanOrEqual => left >= right,
            ExpressionType.AndAlso or ExpressionType.And when left.Kind == ColumnKind.Boolean => left & right,
            ExpressionType.OrElse or ExpressionType.Or when left.Kind == ColumnKind.Boolean => left | right,
            ExpressionType.Coalesce => left.OrElse(right),
            _ => throw Refuse(binary),
        };
    }

    /// <summary>The compiler compares enums as integers; columns hold their names.</summary>
    private Expr Side(Expression side, Expression other)
    {
        if (Mentions(side) || Bare(other) is not { } bare || (Nullable.GetUnderlyingType(bare.Type) ?? bare.Type) is not { IsEnum: true } type
            || Translate(other).Kind != ColumnKind.Text) return Translate(side is ConstantExpression { Value: Enum value } ? Expression.Constant(Convert.ToInt64(value, null)) : side);
        return Constants.Value(side) is { } constant ? Enum.ToObject(type, constant).ToString()! : throw Refuse(side);
    }

    private Expr Choice(ConditionalExpression choice)
    {
        var test = Translate(choice.Test);
        if (IsNull(choice.IfFalse)) return Expr.If(test, Translate(choice.IfTrue), null);
        return IsNull(choice.IfTrue) ? Expr.If(test.OrElse(false), new LiteralExpr(Translate(choice.IfFalse).Kind, null), Translate(choice.IfFalse))
            : Expr.If(test, Translate(choice.IfTrue), Translate(choice.IfFalse));
    }

    private Expr Call(MethodCallExpression call)
    {
        if (call.Method.Name == "Contains" && MemberFunctions.Contained(call) is { } membership && !Mentions(membership.List))
            return Translate(membership.Item).IsIn([.. Constants.List(membership.List)]);
        var all = call.Object is null ? call.Arguments : [call.Object, .. call.Arguments];
        var target = (Nullable.GetUnderlyingType(call.Method.DeclaringType!) ?? call.Method.DeclaringType!);
        return MemberFunctions.Method(target, call.Method.Name, [.. all.Select(Translate)]) ?? throw Refuse(call);
    }

    private bool Mentions(Expression expression)
    {
        var finder = new Finder(record);
        finder.Visit(expression);
        return finder.Found;
    }

    private static Expression Bare(Expression expression) =>
        expression is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } convert ? Bare(convert.Operand) : expression;

    private bool IsNull(Expression expression) => !Mentions(expression) && Constants.Value(expression) is null;

    private static ArgumentException Refuse(Expression expression, string? why = null) => new(
        $"'{expression}' cannot become a formula over columns: {why ?? "only properties, constants, operators, and those methods of string, DateTime and Math that columns have can"}. "
        + "Write it with c => c[\"column\"], or take the rows with To<T>() first.");

    private sealed class Finder(ParameterExpression wanted) : ExpressionVisitor
    {
        public bool Found { get; private set; }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            Found |= node == wanted;
            return node;
        }
    }
}
