using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Text;

namespace MarketingNotebooks.Data.Expressions;

/// <summary>A value a row, as a formula over a frame's columns. Immutable; kinds are checked when it is written.</summary>
/// <remarks>Made from <c>c["amount"]</c> inside a verb's lambda, C# operators and the methods here. A null in any argument gives a null,
/// except in <see cref="IsNull"/>, <see cref="OrElse"/>, <c>If</c> and the three-valued <c>&amp;&amp;</c> and <c>||</c> of SQL.
/// <c>/</c> always gives a number; integer overflow is an error when the formula runs; NaN equals nothing, itself included.</remarks>
public abstract partial class Expr
{
    private protected Expr(ColumnKind kind) => Kind = kind;

    /// <summary>The kind of the values.</summary>
    public ColumnKind Kind { get; }

    /// <summary>Names of the columns read.</summary>
    internal abstract IEnumerable<string> Reads { get; }

    /// <summary>The expressions that this one computes with.</summary>
    internal virtual IReadOnlyList<Expr> Children => [];

    /// <summary>True where this or a part of it is a window function.</summary>
    internal bool HasWindow => this is WindowExpr || Children.Any(child => child.HasWindow);

    /// <summary>The same with other children.</summary>
    internal virtual Expr With(IReadOnlyList<Expr> children) => this;

    /// <summary>The integer <paramref name="value"/> in every row.</summary>
    /// <param name="value">Any integer.</param>
    public static implicit operator Expr(int value) => new LiteralExpr(ColumnKind.Integer, (long)value);

    /// <summary>The integer <paramref name="value"/> in every row.</summary>
    /// <param name="value">Any integer.</param>
    public static implicit operator Expr(long value) => new LiteralExpr(ColumnKind.Integer, value);

    /// <summary>The number <paramref name="value"/> in every row.</summary>
    /// <param name="value">Any number.</param>
    public static implicit operator Expr(double value) => new LiteralExpr(ColumnKind.Number, value);

    /// <summary>The number <paramref name="value"/> in every row.</summary>
    /// <param name="value">Any decimal; the nearest double is used.</param>
    public static implicit operator Expr(decimal value) => new LiteralExpr(ColumnKind.Number, (double)value);

    /// <summary>The text <paramref name="value"/> in every row.</summary>
    /// <param name="value">Any string.</param>
    public static implicit operator Expr(string value) => new LiteralExpr(ColumnKind.Text, value);

    /// <summary>The same truth value in every row.</summary>
    /// <param name="value">True or false.</param>
    public static implicit operator Expr(bool value) => new LiteralExpr(ColumnKind.Boolean, value);

    /// <summary>The same instant in every row.</summary>
    /// <param name="value">A local time is converted to UTC; an unspecified one is taken as UTC.</param>
    public static implicit operator Expr(DateTime value) => new LiteralExpr(ColumnKind.Timestamp, Times.FromDateTime(value));

    /// <summary>The same day, at midnight UTC, in every row.</summary>
    /// <param name="value">Any day.</param>
    public static implicit operator Expr(DateOnly value) =>
        new LiteralExpr(ColumnKind.Timestamp, Times.FromDateTime(value.ToDateTime(TimeOnly.MinValue)));

    /// <summary>The same span of time in every row.</summary>
    /// <param name="value">Any span.</param>
    public static implicit operator Expr(TimeSpan value) => new LiteralExpr(ColumnKind.Duration, Times.FromTimeSpan(value));

    /// <summary>The formula as text, close to how it was written.</summary>
    public abstract override string ToString();

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}

/// <summary>A column of the frame.</summary>
internal sealed class ColumnExpr(string name, ColumnKind kind) : Expr(kind)
{
    public string Name { get; } = name;

    internal override IEnumerable<string> Reads => [Name];

    public override string ToString() => Name;
}

/// <summary>The same value in every row; null is the null of that kind.</summary>
internal sealed class LiteralExpr(ColumnKind kind, object? value) : Expr(kind)
{
    /// <summary>bool, long, double or string as the kind is stored; null for a null.</summary>
    public object? Value { get; } = value;

    internal override IEnumerable<string> Reads => [];

    public override string ToString() => (Kind, Value) switch
    {
        (_, null) => "null",
        (ColumnKind.Text, _) => $"'{Value}'",
        (ColumnKind.Timestamp, long micros) => Times.ToText(micros),
        (ColumnKind.Duration, long micros) => Times.DurationToText(micros),
        _ => Value.ToString()!,
    };
}

/// <summary>A function of other expressions.</summary>
internal sealed class CallExpr : Expr
{
    private CallExpr(Function function, Expr[] arguments, object? detail, ColumnKind kind)
        : base(kind)
    {
        Function = function;
        Arguments = arguments;
        Detail = detail;
    }

    public Function Function { get; }

    public Expr[] Arguments { get; }

    /// <summary>What is fixed rather than computed: the <see cref="Unit"/> of a truncation, the pattern of a match.</summary>
    public object? Detail { get; }

    internal override IReadOnlyList<Expr> Children => Arguments;

    internal override Expr With(IReadOnlyList<Expr> children) => new CallExpr(Function, [.. children], Detail, Kind);

    internal override IEnumerable<string> Reads => Arguments.SelectMany(argument => argument.Reads).Distinct();

    /// <summary>Checks kinds and makes the call.</summary>
    public static CallExpr Of(Function function, object? detail, params Expr[] arguments)
    {
        foreach (var argument in arguments) ArgumentNullException.ThrowIfNull(argument);
        arguments = Typing.Unify(function, arguments);
        return new CallExpr(function, arguments, detail, Typing.Result(function, arguments, detail));
    }

    public override string ToString() => Symbols.Of(Function) is { } symbol && Arguments.Length == 2
        ? $"({Arguments[0]} {symbol} {Arguments[1]})"
        : $"{Function}({string.Join(", ", Arguments.Select(argument => argument.ToString()).Concat(Detail is null ? [] : [Detail is string text ? $"'{text}'" : $"{Detail}"]))})";
}
