namespace MarketingNotebooks.Numerics;

/// <summary>Collects what is wrong with an options record, so that a caller sees every mistake at once.</summary>
/// <example><code>
/// new OptionChecks(nameof(KMeansOptions))
///     .Require(o.Clusters >= 1 &amp;&amp; o.Clusters &lt;= n, nameof(o.Clusters), $"in [1, {n}] for {n} rows", o.Clusters)
///     .AtLeast(nameof(o.Restarts), o.Restarts, 1)
///     .ThrowIfAny();
/// </code></example>
/// <param name="options">Name of the options record.</param>
public sealed class OptionChecks(string options)
{
    private readonly List<string> _mistakes = [];

    /// <summary>Notes <c>Options.Name must be CONSTRAINT. Got VALUE.</c> unless <paramref name="holds"/>.</summary>
    /// <param name="holds">True when the value is allowed. Write it so that NaN is not.</param>
    /// <param name="name">Name of the property.</param>
    /// <param name="constraint">Completes "must be", e.g. <c>in (0, 1]</c>.</param>
    /// <param name="value">The value got.</param>
    public OptionChecks Require(bool holds, string name, string constraint, object? value)
    {
        if (!holds) _mistakes.Add($"{options}.{name} must be {constraint}. Got {value ?? "null"}.");
        return this;
    }

    /// <summary>Requires a whole number ≥ <paramref name="least"/>.</summary>
    public OptionChecks AtLeast(string name, long value, long least) => Require(value >= least, name, $"≥ {least}", value);

    /// <summary>Requires a finite number ≥ 0.</summary>
    public OptionChecks NotNegative(string name, double value) =>
        Require(value >= 0 && double.IsFinite(value), name, "finite and ≥ 0", value);

    /// <summary>Requires a finite number > 0.</summary>
    public OptionChecks Positive(string name, double value) => Require(value > 0 && double.IsFinite(value), name, "finite and > 0", value);

    /// <summary>Requires null (all processors) or a number of threads ≥ 1.</summary>
    public OptionChecks Threads(int? threads) => Require(threads is null or >= 1, "Threads", "≥ 1, or null for all processors", threads);

    /// <summary>Throws one error with all mistakes, a line each.</summary>
    /// <exception cref="ArgumentException">There was a mistake.</exception>
    public void ThrowIfAny()
    {
        if (_mistakes.Count > 0) throw new ArgumentException(string.Join("\n", _mistakes));
    }
}
