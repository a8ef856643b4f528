using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Plans;

namespace MarketingNotebooks.Data.Frames;

/// <summary>A summary of a group's rows. Nulls are passed over; a group with no value gives null (counts give 0).</summary>
/// <remarks><see cref="Where"/> takes only some rows into account: <c>Agg.Sum("amount").Where(c => c["channel"] == "search")</c>, or in short
/// <c>Agg.Sum("amount", where: c => …)</c>. Cost: O(rows) each, but for medians and quantiles, which sort the values of each group.</remarks>
public sealed partial class Agg
{
    private readonly AggregateKind _kind;
    private readonly Func<ColumnScope, Expr>? _argument;
    private readonly Func<ColumnScope, Expr>? _second;
    private readonly Func<ColumnScope, Expr>? _condition;
    private readonly double _parameter;

    private Agg(AggregateKind kind, Func<ColumnScope, Expr>? argument, Func<ColumnScope, Expr>? condition, double parameter = 0, Func<ColumnScope, Expr>? second = null) =>
        (_kind, _argument, _condition, _parameter, _second) = (kind, argument, condition, parameter, second);

    /// <summary>The same summary of the rows in which a condition is true.</summary>
    /// <param name="condition">A boolean formula; of several conditions all must be true.</param>
    public Agg Where(Func<ColumnScope, Expr> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return new(_kind, _argument, _condition is { } also ? c => also(c) & condition(c) : condition, _parameter, _second);
    }

    internal BoundAggregate Bind(string name, Schema schema)
    {
        var scope = new ColumnScope(schema);
        var kind = _kind;
        var argument = _argument?.Invoke(scope);
        if (_condition?.Invoke(scope) is { } condition)
        {
            if (condition.Kind != ColumnKind.Boolean)
                throw new ArgumentException($"The condition of '{name}' must be true or false. Got {condition} ({condition.Kind.Word()}). Compare it, e.g. c => c[\"amount\"] > 0.");
            // Every summary passes over nulls: a row that does not count gives none.
            (kind, argument) = argument is null ? (AggregateKind.Count, Expr.If(condition, true, null)) : (kind, Expr.If(condition, argument, null));
        }
        var second = _second?.Invoke(scope);
        foreach (var each in new[] { argument, second }.OfType<Expr>()) Binding.WithoutWindow(each, $"Agg.{_kind} for '{name}'");
        return new BoundAggregate(name, kind, argument, _parameter, AggregateTyping.Result(name, kind, argument, second), second);
    }
}
