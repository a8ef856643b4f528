using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Expressions;

public abstract partial class Expr
{
    /// <summary>Sum of numbers or durations, a time moved by a duration, or texts joined.</summary>
    /// <param name="left">Number, integer, duration, timestamp or text.</param>
    /// <param name="right">Of a kind that can be added to it.</param>
    public static Expr operator +(Expr left, Expr right) =>
        left is { Kind: ColumnKind.Text } ? CallExpr.Of(Function.Concat, null, left, right) : CallExpr.Of(Function.Add, null, left, right);

    /// <summary>Difference of numbers or durations, a time moved back by a duration, or the duration between two times.</summary>
    /// <param name="left">Number, integer, duration or timestamp.</param>
    /// <param name="right">Of a kind that can be taken from it.</param>
    public static Expr operator -(Expr left, Expr right) => CallExpr.Of(Function.Subtract, null, left, right);

    /// <summary>Product of numbers, or a duration times a number.</summary>
    /// <param name="left">Number, integer or duration.</param>
    /// <param name="right">Number or integer.</param>
    public static Expr operator *(Expr left, Expr right) => CallExpr.Of(Function.Multiply, null, left, right);

    /// <summary>Quotient as a number; by zero: ±∞ or NaN. A duration by a duration gives a number.</summary>
    /// <param name="left">Number, integer or duration.</param>
    /// <param name="right">Number, integer or duration.</param>
    public static Expr operator /(Expr left, Expr right) => CallExpr.Of(Function.Divide, null, left, right);

    /// <summary>Remainder with the sign of <paramref name="left"/>; null where integers are divided by zero.</summary>
    /// <param name="left">Number or integer.</param>
    /// <param name="right">Number or integer.</param>
    public static Expr operator %(Expr left, Expr right) => CallExpr.Of(Function.Modulo, null, left, right);

    /// <summary>The opposite number or duration.</summary>
    /// <param name="value">Number, integer or duration.</param>
    public static Expr operator -(Expr value) => CallExpr.Of(Function.Negate, null, value);

    /// <summary>True where both are equal. <c>== null</c> asks whether there is no value.</summary>
    /// <param name="left">Any kind.</param>
    /// <param name="right">A comparable kind; a string is read as a time beside a timestamp.</param>
    public static Expr operator ==(Expr left, Expr? right) =>
        right is null ? left.IsNull() : CallExpr.Of(Function.Equal, null, left, right);

    /// <summary>True where both differ. <c>!= null</c> asks whether there is a value.</summary>
    /// <param name="left">Any kind.</param>
    /// <param name="right">A comparable kind; a string is read as a time beside a timestamp.</param>
    public static Expr operator !=(Expr left, Expr? right) =>
        right is null ? !left.IsNull() : CallExpr.Of(Function.NotEqual, null, left, right);

    /// <summary>True where <paramref name="left"/> is less; text by Unicode code points.</summary>
    /// <param name="left">Any ordered kind.</param>
    /// <param name="right">A comparable kind.</param>
    public static Expr operator <(Expr left, Expr right) => CallExpr.Of(Function.Less, null, left, right);

    /// <summary>True where <paramref name="left"/> is less or equal; text by Unicode code points.</summary>
    /// <param name="left">Any ordered kind.</param>
    /// <param name="right">A comparable kind.</param>
    public static Expr operator <=(Expr left, Expr right) => CallExpr.Of(Function.LessOrEqual, null, left, right);

    /// <summary>True where <paramref name="left"/> is greater; text by Unicode code points.</summary>
    /// <param name="left">Any ordered kind.</param>
    /// <param name="right">A comparable kind.</param>
    public static Expr operator >(Expr left, Expr right) => CallExpr.Of(Function.Greater, null, left, right);

    /// <summary>True where <paramref name="left"/> is greater or equal; text by Unicode code points.</summary>
    /// <param name="left">Any ordered kind.</param>
    /// <param name="right">A comparable kind.</param>
    public static Expr operator >=(Expr left, Expr right) => CallExpr.Of(Function.GreaterOrEqual, null, left, right);

    /// <summary>SQL's three-valued and; also behind <c>&amp;&amp;</c>.</summary>
    /// <param name="left">Boolean.</param>
    /// <param name="right">Boolean.</param>
    public static Expr operator &(Expr left, Expr right) => CallExpr.Of(Function.And, null, left, right);

    /// <summary>SQL's three-valued or; also behind <c>||</c>.</summary>
    /// <param name="left">Boolean.</param>
    /// <param name="right">Boolean.</param>
    public static Expr operator |(Expr left, Expr right) => CallExpr.Of(Function.Or, null, left, right);

    /// <summary>Not; null stays null.</summary>
    /// <param name="value">Boolean.</param>
    public static Expr operator !(Expr value) => CallExpr.Of(Function.Not, null, value);

    /// <summary>Lets <c>||</c> build a formula: never short-circuits.</summary>
    /// <param name="value">Not looked at.</param>
    public static bool operator true(Expr value) => false;

    /// <summary>Lets <c>&amp;&amp;</c> build a formula: never short-circuits.</summary>
    /// <param name="value">Not looked at.</param>
    public static bool operator false(Expr value) => false;
}
