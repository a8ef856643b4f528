using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Expressions;

public abstract partial class Expr
{
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

    /// <summary>Text and integers as true or false: text true, false, 1, 0 (case does not matter), integers other than 0 as true; other text becomes null.</summary>
    public Expr ToBoolean() => CallExpr.Of(Function.ToBoolean, null, this);

    /// <summary>As another kind; a value that cannot become it is an error when the formula runs. Numbers become integers cut towards zero.</summary>
    /// <param name="kind">Boolean, integer, number, text or timestamp.</param>
    /// <exception cref="ArgumentException">The kinds do not convert.</exception>
    public Expr Cast(ColumnKind kind)
    {
        var tried = TryCast(kind);
        return ReferenceEquals(tried, this) ? this : CallExpr.Of(Function.Cast, kind, this);
    }

    /// <summary>As another kind; a value that cannot become it becomes null.</summary>
    /// <param name="kind">Boolean, integer, number, text or timestamp.</param>
    /// <exception cref="ArgumentException">The kinds do not convert.</exception>
    public Expr TryCast(ColumnKind kind) => kind switch
    {
        _ when kind == Kind => this,
        ColumnKind.Boolean => ToBoolean(),
        ColumnKind.Integer => ToInteger(),
        ColumnKind.Number => ToNumber(),
        ColumnKind.Text => ToText(),
        ColumnKind.Timestamp => ToTimestamp(),
        _ => throw new ArgumentException($"Nothing is cast to {kind.Word()}. Got {this} ({Kind.Word()}). Subtract two timestamps, or multiply a TimeSpan by a number."),
    };
}
