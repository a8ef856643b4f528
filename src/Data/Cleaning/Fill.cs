using MarketingNotebooks.Data.Expressions;

namespace MarketingNotebooks.Data.Cleaning;

/// <summary>What stands in for a missing value.</summary>
public sealed record Fill
{
    internal enum Way { Constant, Mean, Median, Mode, Forward, Backward, Linear }

    private Fill(Way kind, object? value = null) => (Kind, Value) = (kind, value);

    /// <summary>Mean of the training values; the column becomes number.</summary>
    public static Fill Mean { get; } = new(Way.Mean);

    /// <summary>Median of the training values; the column becomes number.</summary>
    public static Fill Median { get; } = new(Way.Median);

    /// <summary>The most frequent training value, the one met first of several; the kind stays.</summary>
    public static Fill Mode { get; } = new(Way.Mode);

    /// <summary>The last value before, in the order asked for; the kind stays. What comes before the first value stays missing.</summary>
    public static Fill Forward { get; } = new(Way.Forward);

    /// <summary>The next value after; the kind stays. What comes after the last value stays missing.</summary>
    public static Fill Backward { get; } = new(Way.Backward);

    /// <summary>On the straight line between the values before and after, over the ordering column (a time or number) or, without one, over rows; the column
    /// becomes number. Outside the first and last value it stays missing.</summary>
    public static Fill Linear { get; } = new(Way.Linear);

    internal Way Kind { get; }

    internal object? Value { get; }

    /// <summary>Always the same value; the kind stays.</summary>
    /// <param name="value">A constant of the column's kind; a whole number also fits a column of numbers.</param>
    /// <exception cref="ArgumentException">A formula rather than a constant.</exception>
    public static Fill Constant(Expr value) => value is LiteralExpr { Value: { } constant } ? new(Way.Constant, (constant, value.Kind))
        : throw new ArgumentException($"Fill.Constant takes one value. Got the formula {value}. For a formula use With and OrElse.");

    /// <summary>Its name, e.g. <c>Median</c>.</summary>
    public override string ToString() => Kind.ToString();
}
