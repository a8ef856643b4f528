namespace MarketingNotebooks.Data.Expressions;

/// <summary>A choice between values that is still being written; see <see cref="Expr.When"/>. Immutable.</summary>
public sealed class CaseWhen
{
    private readonly (Expr Condition, Expr Value)[] _branches;

    internal CaseWhen((Expr Condition, Expr Value)[] branches) => _branches = branches;

    /// <summary>Adds a branch, looked at where no condition before was true.</summary>
    /// <param name="condition">Boolean; null counts as false.</param>
    /// <param name="value">What the formula gives there; of the kind of the other values.</param>
    public CaseWhen When(Expr condition, Expr value) => new([.. _branches, (condition, value)]);

    /// <summary>The whole choice.</summary>
    /// <param name="value">What it gives where no condition is true; null for no value.</param>
    /// <exception cref="ArgumentException">A condition is not boolean, or values are of different kinds.</exception>
    public Expr Else(Expr? value)
    {
        var result = value;
        foreach (var (condition, then) in _branches.Reverse()) result = Expr.If(condition, then, result);
        return result!;
    }

    /// <summary>The whole choice, null where no condition is true.</summary>
    public Expr End() => Else(null);
}
