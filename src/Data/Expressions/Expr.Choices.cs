using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Expressions;

public abstract partial class Expr
{
    /// <summary>Starts a choice: <c>Expr.When(c["x"] &lt; 10, "low").When(c["x"] &lt; 50, "middle").Else("high")</c>. The first condition that is true decides.</summary>
    /// <param name="condition">Boolean; null counts as false.</param>
    /// <param name="value">What the formula gives there.</param>
    public static CaseWhen When(Expr condition, Expr value) => new([(condition, value)]);

    /// <summary>The first of the values that is not null.</summary>
    /// <param name="values">Of one kind, at least one.</param>
    public static Expr Coalesce(params Expr[] values) => Fold(values, (first, next) => first.OrElse(next));

    /// <summary>The least of the values; nulls are passed over, NaN counts as greater than every number.</summary>
    /// <param name="values">Of one kind, at least one.</param>
    public static Expr Least(params Expr[] values) => Fold(values, (first, next) => CallExpr.Of(Function.Least, null, first, next));

    /// <summary>The greatest of the values; nulls are passed over, NaN counts as greater than every number.</summary>
    /// <param name="values">Of one kind, at least one.</param>
    public static Expr Greatest(params Expr[] values) => Fold(values, (first, next) => CallExpr.Of(Function.Greatest, null, first, next));

    /// <summary>Null where the value equals another, else the value.</summary>
    /// <param name="other">A comparable kind.</param>
    public Expr NullIf(Expr other) => If(CallExpr.Of(Function.Equal, null, this, other), new LiteralExpr(Kind, null), this);

    private static Expr Fold(Expr[] values, Func<Expr, Expr, Expr> combine) =>
        values.Length > 0 ? values.Aggregate(combine) : throw new ArgumentException("At least one value is needed. Got none.");
}
