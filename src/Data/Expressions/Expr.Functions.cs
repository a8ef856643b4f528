using System.Runtime.CompilerServices;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Expressions;

public abstract partial class Expr
{
    /// <summary><paramref name="then"/> where <paramref name="condition"/> is true, else <paramref name="otherwise"/> (also where the condition is null).</summary>
    /// <param name="condition">Boolean.</param>
    /// <param name="then">Any kind.</param>
    /// <param name="otherwise">The same kind, or null for no value.</param>
    public static Expr If(Expr condition, Expr then, Expr? otherwise) =>
        CallExpr.Of(Function.If, null, condition, then, otherwise ?? new LiteralExpr(then.Kind, null));

    /// <summary>True where there is no value.</summary>
    public Expr IsNull() => CallExpr.Of(Function.IsNull, null, this);

    /// <summary>True where the number is NaN.</summary>
    public Expr IsNaN() => CallExpr.Of(Function.IsNaN, null, this);

    /// <summary>This value, or <paramref name="other"/> where there is none.</summary>
    /// <param name="other">The same kind.</param>
    public Expr OrElse(Expr other) => CallExpr.Of(Function.Coalesce, null, this, other);

    /// <summary>True where the value is one of <paramref name="values"/>.</summary>
    /// <param name="values">Constants of a comparable kind. A null among them matches nothing: ask <c>== null</c> beside it.</param>
    public Expr IsIn(params Expr[] values) => values.Length == 0
        ? If(IsNull(), new LiteralExpr(ColumnKind.Boolean, null), false)
        : CallExpr.Of(Function.IsIn, null, [this, .. values]);

    /// <summary>True where <paramref name="low"/> ≤ value ≤ <paramref name="high"/>.</summary>
    /// <param name="low">A comparable kind.</param>
    /// <param name="high">A comparable kind.</param>
    public Expr Between(Expr low, Expr high) => this >= low & this <= high;

    /// <summary>Absolute value.</summary>
    public Expr Abs() => CallExpr.Of(Function.Abs, null, this);

    /// <summary>Rounded half away from zero, as decimals of SQL are (engines that round doubles half to even are asked otherwise); the kind stays.</summary>
    /// <param name="digits">Decimals kept. Range: 0 to 15. Default: 0.</param>
    public Expr Round(int digits = 0)
    {
        if (digits is < 0 or > 15) throw new ArgumentOutOfRangeException(nameof(digits), $"Round takes 0 to 15 decimals. Got {digits}.");
        return CallExpr.Of(Function.Round, digits, this);
    }

    /// <summary>The greatest whole number not above the value; the kind stays.</summary>
    public Expr Floor() => CallExpr.Of(Function.Floor, null, this);

    /// <summary>The least whole number not below the value; the kind stays.</summary>
    public Expr Ceiling() => CallExpr.Of(Function.Ceiling, null, this);

    /// <summary>Square root; NaN below zero.</summary>
    public Expr Sqrt() => CallExpr.Of(Function.Sqrt, null, this);

    /// <summary>e to the power of the value.</summary>
    public Expr Exp() => CallExpr.Of(Function.Exp, null, this);

    /// <summary>Natural logarithm; −∞ at zero, NaN below.</summary>
    public Expr Log() => CallExpr.Of(Function.Log, null, this);

    /// <summary>Logarithm to base ten; −∞ at zero, NaN below.</summary>
    public Expr Log10() => CallExpr.Of(Function.Log10, null, this);

    /// <summary>−1, 0 or 1 as the number is below, at or above zero, an integer; null for NaN.</summary>
    public Expr Sign() => CallExpr.Of(Function.Sign, null, this);

    /// <summary>Integer quotient, cut towards zero; null where the divisor is zero.</summary>
    /// <param name="divisor">Integer.</param>
    public Expr DivideWhole(Expr divisor) => CallExpr.Of(Function.DivideWhole, null, this, divisor);

    /// <summary>The value to a power, as a number.</summary>
    /// <param name="exponent">Number or integer.</param>
    public Expr Pow(Expr exponent) => CallExpr.Of(Function.Power, null, this, exponent);
}
