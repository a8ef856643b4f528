using MarketingNotebooks.Data.Expressions;

namespace MarketingNotebooks.Data.Engines.Sql;

internal abstract partial class SqlDialect
{
    /// <summary>A call; arguments that are long and that its SQL repeats are computed once and named, or else texts of nested calls would double at each level.</summary>
    private string Written(CallExpr call, Relation input, SqlScope scope)
    {
        string[] arguments = [.. call.Arguments.Select(argument => Value(argument, input, scope))];
        string[] shown = [.. arguments];
        var named = new List<(string Name, string Value)>();
        if (Array.Exists(arguments, argument => argument.Length > LongestRepeated))
            for (var i = 0; i < shown.Length; i++)
            {
                if (call.Arguments[i] is LiteralExpr || call.Arguments[i].HasWindow || !BindsAll && arguments[i].Length <= LongestRepeated) continue;
                named.Add((Quote(scope.Fresh("__v", input.FromNames)), arguments[i]));
                shown[i] = named[^1].Name;
            }
        var text = Call(call, shown, scope) ?? throw Lacks($"no counterpart of {call.Function} here ({call})", "Collect() first");
        if (named.Count == 0) return text;
        var repeated = named.FindAll(each => IsRepeated(each.Name, text));
        var kept = repeated.Count > 0 && BindsAll ? named : repeated;
        text = named.Except(kept).Aggregate(text, (before, once) => before.Replace(once.Name, once.Value, StringComparison.Ordinal));
        return kept.Count == 0 ? text : Bound(text, kept, scope);
    }

    private static bool IsRepeated(string name, string text) => text.IndexOf(name, StringComparison.Ordinal) is var first and >= 0 && text.IndexOf(name, first + 1, StringComparison.Ordinal) >= 0;

    /// <summary>A constant as the value of a column.</summary>
    public virtual string Repeated(string constant) => constant;

    /// <summary>A column of a join's side whose rows may be missing.</summary>
    public virtual string Optional(string value) => value;

    /// <summary>A condition of WHERE that is also part of a column.</summary>
    public virtual string ConditionAlsoRead(string condition) => condition;

    /// <summary>True where calls of constants are computed here instead of there.</summary>
    protected virtual bool FoldsConstants => false;

    /// <summary>True where a bound expression sees nothing but the values bound.</summary>
    protected virtual bool BindsAll => false;

    /// <summary>Longest text of an argument that is written more than once.</summary>
    protected virtual int LongestRepeated => 120;

    /// <summary>An expression in which names stand for values that are computed once.</summary>
    protected virtual string Bound(string text, IReadOnlyList<(string Name, string Value)> values, SqlScope scope) =>
        $"(select {text} from (select {string.Join(", ", values.Select(each => $"{each.Value} as {each.Name}"))}) as {Quote(scope.Fresh("__t"))})";
}
