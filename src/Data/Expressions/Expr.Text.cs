using System.Runtime.CompilerServices;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Expressions;

public abstract partial class Expr
{
    /// <summary>Lower case, by Unicode's simple rules.</summary>
    public Expr Lower() => CallExpr.Of(Function.Lower, null, this);

    /// <summary>Upper case, by Unicode's simple rules.</summary>
    public Expr Upper() => CallExpr.Of(Function.Upper, null, this);

    /// <summary>Without white space at both ends.</summary>
    public Expr Trim() => CallExpr.Of(Function.Trim, null, this);

    /// <summary>Without white space at the start.</summary>
    public Expr TrimStart() => CallExpr.Of(Function.TrimStart, null, this);

    /// <summary>Without white space at the end.</summary>
    public Expr TrimEnd() => CallExpr.Of(Function.TrimEnd, null, this);

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

    /// <summary>Part of the text between separators; the empty text where there are fewer parts.</summary>
    /// <param name="separator">A constant, not empty.</param>
    /// <param name="index">Which part, from 0.</param>
    public Expr SplitPart(string separator, int index)
    {
        ArgumentException.ThrowIfNullOrEmpty(separator);
        if (index < 0) throw new ArgumentOutOfRangeException(nameof(index), $"SplitPart takes an index from 0. Got {index}.");
        return CallExpr.Of(Function.SplitPart, (separator, index), this);
    }

    /// <summary>Filled up at the start to a length in code points; longer text stays as it is.</summary>
    /// <param name="width">Range: 0 to 10,000.</param>
    /// <param name="fill">What to fill with. Default: a blank.</param>
    public Expr PadLeft(int width, char fill = ' ') => CallExpr.Of(Function.PadLeft, (Width(width), fill), this);

    /// <summary>Filled up at the end to a length in code points; longer text stays as it is.</summary>
    /// <param name="width">Range: 0 to 10,000.</param>
    /// <param name="fill">What to fill with. Default: a blank.</param>
    public Expr PadRight(int width, char fill = ' ') => CallExpr.Of(Function.PadRight, (Width(width), fill), this);

    /// <summary>True where a regular expression matches some part of the text; case matters unless the pattern starts with <c>(?i)</c>.</summary>
    /// <param name="pattern">Without look-around and back-references, which databases lack.</param>
    /// <exception cref="ArgumentException">The pattern is wrong or uses such.</exception>
    public Expr Matches(string pattern) => CallExpr.Of(Function.Matches, new TextPattern(pattern, 0), this);

    /// <summary>The first match of a regular expression, or a group of it; null where nothing matches.</summary>
    /// <param name="pattern">Without look-around and back-references, which databases lack.</param>
    /// <param name="group">0 for the whole match, 1 for the first group in parentheses. Default: 0.</param>
    /// <exception cref="ArgumentException">The pattern is wrong, uses such, or has no such group.</exception>
    public Expr Extract(string pattern, int group = 0) => CallExpr.Of(Function.Extract, new TextPattern(pattern, group), this);

    /// <summary>Values one after the other as text; null where one is null.</summary>
    /// <param name="values">Of any kinds, at least one; what is not text is written as <see cref="ToText"/> does.</param>
    public static Expr Concat(params Expr[] values) => values.Length == 0 ? throw new ArgumentException("Concat takes at least one value.")
        : values.Select(value => value.Kind == ColumnKind.Text ? value : value.ToText()).Aggregate((before, next) => CallExpr.Of(Function.Concat, null, before, next));

    private static int Width(int width) => width is >= 0 and <= 10_000 ? width
        : throw new ArgumentOutOfRangeException(nameof(width), $"Padding takes a width from 0 to 10,000. Got {width}.");

    private static LiteralExpr Constant(string text, [CallerArgumentExpression(nameof(text))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(text, name);
        return new LiteralExpr(ColumnKind.Text, text);
    }
}
