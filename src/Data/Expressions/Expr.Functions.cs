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

    /// <summary>Rounded half away from zero; the kind stays.</summary>
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

    /// <summary>The value to a power, as a number.</summary>
    /// <param name="exponent">Number or integer.</param>
    public Expr Pow(Expr exponent) => CallExpr.Of(Function.Power, null, this, exponent);

    /// <summary>Lower case, by Unicode's simple rules.</summary>
    public Expr Lower() => CallExpr.Of(Function.Lower, null, this);

    /// <summary>Upper case, by Unicode's simple rules.</summary>
    public Expr Upper() => CallExpr.Of(Function.Upper, null, this);

    /// <summary>Without white space at both ends.</summary>
    public Expr Trim() => CallExpr.Of(Function.Trim, null, this);

    /// <summary>Number of Unicode code points.</summary>
    public Expr Length() => CallExpr.Of(Function.Length, null, this);

    /// <summary>True where the text holds <paramref name="part"/>; case matters.</summary>
    /// <param name="part">A constant.</param>
    public Expr Contains(string part) => CallExpr.Of(Function.Contains, null, this, Constant(part));

    /// <summary>True where the text starts with <paramref name="part"/>; case matters.</summary>
    /// <param name="part">A constant.</param>
    public Expr StartsWith(string part) => CallExpr.Of(Function.StartsWith, null, this, Constant(part));

    /// <summary>True where the text ends with <paramref name="part"/>; case matters.</summary>
    /// <param name="part">A constant.</param>
    public Expr EndsWith(string part) => CallExpr.Of(Function.EndsWith, null, this, Constant(part));

    /// <summary>Every <paramref name="old"/> replaced by <paramref name="with"/>.</summary>
    /// <param name="old">A constant, not empty.</param>
    /// <param name="with">A constant.</param>
    public Expr Replace(string old, string with)
    {
        ArgumentException.ThrowIfNullOrEmpty(old);
        return CallExpr.Of(Function.Replace, null, this, old, Constant(with));
    }

    /// <summary>Part of the text, in Unicode code points.</summary>
    /// <param name="start">First code point kept, from 0. Past the end: empty.</param>
    /// <param name="length">Most code points kept. Range: ≥ 0.</param>
    public Expr Substring(int start, int length)
    {
        if (start < 0 || length < 0) throw new ArgumentOutOfRangeException(nameof(start), $"Substring takes start ≥ 0 and length ≥ 0. Got {start} and {length}.");
        return CallExpr.Of(Function.Substring, (start, length), this);
    }

    /// <summary>The start of the unit of time that the instant lies in.</summary>
    /// <param name="unit">Year to minute; weeks start on Monday.</param>
    public Expr Trunc(Unit unit) => CallExpr.Of(Function.Truncate, unit, this);

    /// <summary>A part of the instant as an integer: year, quarter 1–4, month 1–12, ISO week 1–53, day of the month 1–31, hour 0–23, minute 0–59.</summary>
    /// <param name="unit">Which part.</param>
    public Expr Part(Unit unit) => CallExpr.Of(Function.Part, unit, this);

    /// <summary>Length of the duration in days, as a number.</summary>
    public Expr TotalDays() => CallExpr.Of(Function.TotalDays, null, this);

    /// <summary>As a number; text that is none becomes null, true and false 1 and 0.</summary>
    public Expr ToNumber() => CallExpr.Of(Function.ToNumber, null, this);

    /// <summary>As an integer, cut towards zero; text that is none, NaN and what lies outside 64 bits become null.</summary>
    public Expr ToInteger() => CallExpr.Of(Function.ToInteger, null, this);

    /// <summary>As text: shortest numbers that read back equal, ISO times.</summary>
    public Expr ToText() => CallExpr.Of(Function.ToText, null, this);

    /// <summary>Text or integers read as times; what does not fit becomes null.</summary>
    /// <param name="format">.NET's pattern such as <c>yyyyMMdd</c>; null takes ISO 8601. Default: null.</param>
    public Expr ToTimestamp(string? format = null) => CallExpr.Of(Function.ToTimestamp, format, this);

    private static LiteralExpr Constant(string text, [CallerArgumentExpression(nameof(text))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(text, name);
        return new LiteralExpr(ColumnKind.Text, text);
    }
}
