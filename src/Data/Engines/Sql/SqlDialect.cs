using System.Text;
using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines.Sql;

/// <summary>How one engine writes names, values, expressions, aggregates and joins. What is standard stands here; an engine overrides what it does otherwise.</summary>
/// <remarks>Inside statements booleans, integers, numbers and text are the engine's own; durations are 64-bit microseconds; timestamps are
/// what <see cref="Timestamp"/> says. Functions give what the .NET engine gives, nulls, NaN and infinities included; what an engine cannot
/// give is refused by name.</remarks>
internal abstract partial class SqlDialect
{
    /// <summary>The rules of a dialect.</summary>
    public static SqlDialect Of(Dialect dialect) => dialect switch
    {
        Dialect.DuckDb => DuckDbSql.Instance,
        Dialect.Postgres => PostgresSql.Instance,
        Dialect.ClickHouse => ClickHouseSql.Instance,
        _ => throw new ArgumentOutOfRangeException(nameof(dialect), dialect, "Not a dialect."),
    };

    /// <summary>The engine's name in messages.</summary>
    public abstract string Name { get; }

    /// <summary>True when statements can read frames in memory.</summary>
    public virtual bool ReadsMemory => false;

    /// <summary>What stands between the name and the statement of a table that several parts read, so that it is computed once; null for an engine without such tables.</summary>
    public virtual string? CommonTable => "as";

    /// <summary>Most bytes of a name.</summary>
    protected virtual int LongestName => 250;

    protected abstract string NumberType { get; }

    protected abstract string IntegerType { get; }

    /// <summary>The type in which a kind's values are written.</summary>
    protected string TypeOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Boolean => Boolean,
        ColumnKind.Number => NumberType,
        ColumnKind.Text => Text,
        ColumnKind.Timestamp => Timestamp,
        _ => IntegerType,
    };

    protected virtual string Boolean => "boolean";

    protected virtual string Text => "text";

    protected virtual string Timestamp => "timestamp";

    /// <summary>A name, quoted whatever it contains.</summary>
    public virtual string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>False for names that the engine would cut or misread; they get plain ones inside the statement.</summary>
    public virtual bool TakesName(string name) => !name.Contains('\0') && Encoding.UTF8.GetByteCount(name) <= LongestName && !HasLoneSurrogate(name);

    /// <summary>An error that names what the engine lacks and the remedy.</summary>
    public NotSupportedException Lacks(string what, string remedy) => new($"{Name} has {what}: {remedy}.");

    /// <summary>A value with a cast.</summary>
    public virtual string Cast(string value, string type) => $"cast({value} as {type})";

    /// <summary>How a statement names a parameter.</summary>
    protected virtual string Placeholder(int number) => $"${number}";

    /// <summary>A constant: a parameter, or a word of SQL where the value is one.</summary>
    protected virtual string Literal(ColumnKind kind, object? value, SqlScope scope) => value switch
    {
        null => Cast("null", TypeOf(kind)),
        bool flag => Cast(flag ? "true" : "false", Boolean), // bare it may not stand in ORDER BY
        string text when HasLoneSurrogate(text) => throw Lacks("no text with half a surrogate pair", "remove it first"),
        _ => Cast(Placeholder(scope.Parameter(kind, value)), TypeOf(kind)),
    };

    /// <summary>The SQL of an expression.</summary>
    /// <param name="expression">Bound to a relation's columns.</param>
    /// <param name="input">The relation with those columns.</param>
    /// <param name="scope">Takes the parameters.</param>
    public string Value(Expr expression, Relation input, SqlScope scope) => expression switch
    {
        ColumnExpr plain => input[plain.Name],
        LiteralExpr literal => Literal(literal.Kind, literal.Value, scope),
        CallExpr call => FoldsConstants && Constants.Of(call) is { } constant ? Literal(constant.Kind, constant.Value, scope) : Written(call, input, scope),
        WindowExpr window => Window(window, window.Argument is null ? null : Value(window.Argument, input, scope), input),
        _ => throw Lacks($"no counterpart of {expression}", "Collect() first"),
    };

    /// <summary>A value to group and join by: equal exactly where the .NET engine's are, and of the two zeros the one without a sign.</summary>
    public virtual string Key(string value, ColumnKind kind) => kind == ColumnKind.Number ? $"({value} + 0)" : value;

    /// <summary>A key of a join: as <see cref="Key"/>, and of one type on both sides.</summary>
    public virtual string JoinKey(string value, ColumnKind kind) => Key(value, kind);

    /// <summary>An item of ORDER BY: nulls last in both directions, NaN the greatest number, text by code points.</summary>
    public virtual string OrderBy(OrderKey key, bool reversed) =>
        $"{Ordered(key.Value, key.Kind)} {(key.Descending != reversed ? "desc" : "asc")} nulls {(reversed ? "first" : "last")}";

    /// <summary>A value that compares as the .NET engine's do.</summary>
    protected virtual string Ordered(string value, ColumnKind kind) => value;

    /// <summary>The first row of each key in the relation's order.</summary>
    public virtual Relation FirstOfEach(Relation relation, IReadOnlyList<string> keys) => relation.With(
        distinctOn: $"distinct on ({string.Join(", ", keys)})",
        order: [.. keys.Select(key => new OrderKey(key, ColumnKind.Integer, false)), .. relation.Order]);

    /// <summary>Rows of both statements as a source of FROM.</summary>
    public virtual string UnionAll(string first, string second, string name) =>
        $"(\n  (\n{SelectWriter.Indent(SelectWriter.Indent(first))}\n  )\n  union all\n  (\n{SelectWriter.Indent(SelectWriter.Indent(second))}\n  )\n) as {name}";

    /// <summary>A join as a source of FROM, and a condition on its rows.</summary>
    public virtual (string From, string? Where) Join(Join how, string left, string right, IReadOnlyList<string> leftKeys, IReadOnlyList<string> rightKeys, SqlScope scope,
        IReadOnlyList<string> rightColumns)
    {
        var (l, r) = (Quote(scope.Fresh("t")), Quote(scope.Fresh("t")));
        var on = string.Join(" and ", leftKeys.Zip(rightKeys, (a, b) => $"{a} = {b}"));
        if (how is Frames.Join.Semi or Frames.Join.Anti)
            return ($"(\n{SelectWriter.Indent(left)}\n) as {l}", $"{(how == Frames.Join.Anti ? "not " : "")}exists (\n  select 1 from (\n{SelectWriter.Indent(SelectWriter.Indent(right))}\n  ) as {r} where {on})");
        var word = how switch { Frames.Join.Inner => "inner", Frames.Join.Left => "left", Frames.Join.Right => "right", _ => "full" };
        return ($"(\n{SelectWriter.Indent(left)}\n) as {l}\n{word} join (\n{SelectWriter.Indent(right)}\n) as {r} on {on}", null);
    }

    /// <summary>True where an expression's value can be NaN.</summary>
    protected static bool MayBeNaN(Expr expression) => expression.Kind == ColumnKind.Number && expression switch
    {
        LiteralExpr literal => literal.Value is double.NaN,
        CallExpr { Function: Function.ToNumber } call => call.Arguments[0].Kind is ColumnKind.Number or ColumnKind.Text,
        CallExpr { Function: Function.Coalesce or Function.If } call => call.Arguments.Any(MayBeNaN),
        _ => true,
    };

    public static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return true;
            i++;
        }
        return false;
    }
}
