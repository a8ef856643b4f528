using System.Globalization;
using System.Text;
using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Plans;

namespace MarketingNotebooks.Data.Engines.Sql;

/// <summary>ClickHouse from 18.16, which has no parameters, no window functions and two-valued AND: only what old and new versions both take is written.</summary>
/// <remarks>Timestamps and durations are 64-bit microseconds inside statements: DateTime of old versions ends in 2105 and has whole seconds.
/// Aggregates take nullable values, so that an empty group gives null and not zero.</remarks>
internal sealed partial class ClickHouseSql : SqlDialect
{
    public static ClickHouseSql Instance { get; } = new();

    public override string Name => "ClickHouse 18.16";

    public override string? CommonTable => null;

    /// <summary>Names from which old versions take the quotes when they send a statement on to shards, where they then are values or words of SQL.</summary>
    private static readonly HashSet<string> Unquoted = new(["null", "nan", "inf", "infinity", "not", "distinct", "interval"], StringComparer.OrdinalIgnoreCase);

    public override bool TakesName(string name) => base.TakesName(name) && !IsUnquoted(name) && !IsMisread(name) && !name.Contains('.') && name != "*";

    /// <summary>True for a column's name that is the text of a constant or of a call, such as <c>1</c> or <c>count()</c>: old versions know values by their text
    /// and take one for the other.</summary>
    public static bool IsMisread(string name) => name.Length > 0 && (char.IsAsciiDigit(name[0]) || name[0] is '-' or '\'' or '[') || name.Contains('(');

    /// <summary>True for a column's name that cannot be asked of shards.</summary>
    public static bool IsUnquoted(string name) => Unquoted.Contains(name);

    protected override string NumberType => "Nullable(Float64)";

    protected override string IntegerType => "Nullable(Int64)";

    protected override string Boolean => "Nullable(UInt8)";

    protected override string Text => "Nullable(String)";

    protected override string Timestamp => IntegerType;

    protected override string False => "0";

    /// <summary>In backticks; a byte that could end or escape the name as a hexadecimal escape.</summary>
    public override string Quote(string name)
    {
        var text = new StringBuilder("`");
        foreach (var letter in name)
            if (letter is '`' or '\\' or '\'' or '"' || char.IsControl(letter)) text.Append(CultureInfo.InvariantCulture, $"\\x{(int)letter & 0x7F:x2}");
            else text.Append(letter);
        return text.Append('`').ToString();
    }

    public override string Cast(string value, string type) => value == "null" ? $"cast(NULL as {type})" : type switch
    {
        "Nullable(Float64)" => $"toFloat64({value})",
        "Nullable(Int64)" => $"toInt64({value})",
        "Nullable(String)" => $"toString({value})",
        _ => $"cast({value} as {type})",
    };

    public override string Key(string value, ColumnKind kind) =>
        kind == ColumnKind.Number ? $"multiIf(isNaN({value}), nan, {value} + 0)" : value; // one NaN, one zero

    public override string JoinKey(string value, ColumnKind kind) => $"toNullable({kind switch
    {
        ColumnKind.Number => Key(value, kind),
        ColumnKind.Boolean => $"toUInt8({value})",
        ColumnKind.Text => value,
        _ => $"toInt64({value})",
    }})";

    public override string OrderBy(OrderKey key, bool reversed)
    {
        var (nulls, way) = (reversed ? " desc" : "", key.Descending != reversed ? " desc" : "");
        return $"isNull({key.Value}){nulls}, {(key.Kind == ColumnKind.Number ? $"isNaN({key.Value}){way}, " : "")}{key.Value}{way}";
    }

    public override Relation FirstOfEach(Relation relation, IReadOnlyList<string> keys) => relation.With(limitBy: $"limit 1 by {string.Join(", ", keys)}");

    public override string UnionAll(string first, string second, string name) =>
        $"(\n{SelectWriter.Indent(first)}\n  union all\n{SelectWriter.Indent(second)}\n) as {name}";
    /// <summary>A text as a literal.</summary>
    public string Constant(string text) => Literal(ColumnKind.Text, text, new SqlScope());

    /// <summary>A constant: digits, or letters and signs that mean nothing inside quotes, else hexadecimal digits.</summary>
    protected override string Literal(ColumnKind kind, object? value, SqlScope scope) => value switch
    {
        null => Cast("null", TypeOf(kind)),
        bool flag => flag ? "toUInt8(1)" : "toUInt8(0)",
        long whole => $"toInt64({(Math.Abs((double)whole) < 1e15 ? whole.ToString(CultureInfo.InvariantCulture) : $"'{whole.ToString(CultureInfo.InvariantCulture)}'")})",
        double.NaN => "nan",
        double.PositiveInfinity => "inf",
        double.NegativeInfinity => "-inf",
        double number when number != 0 && Math.Abs(number) < 1e-300 => $"reinterpretAsFloat64(unhex('{Convert.ToHexString(BitConverter.GetBytes(number))}'))",
        double number => $"toFloat64({number.ToString("R", CultureInfo.InvariantCulture)})",
        string text when HasLoneSurrogate(text) => throw Lacks("no text with half a surrogate pair", "remove it first"),
        string text => IsHarmless(text) ? $"'{text}'" : $"unhex('{Convert.ToHexString(Encoding.UTF8.GetBytes(text))}')",
        _ => throw new InvalidOperationException($"{value.GetType().Name} is no constant."),
    };

    /// <summary>Old versions get constants wrong here and there: to 18.16 <c>'' >= 'x'</c> is true.</summary>
    protected override bool FoldsConstants => true;

    /// <summary>A constant column is no key of groups to old versions, nor does it go together with others in a union.</summary>
    public override string Repeated(string constant) => $"materialize({constant})";

    /// <summary>Old versions change the type only behind the join, and then fail over a side without rows.</summary>
    public override string Optional(string value) => $"toNullable({value})";

    /// <summary>Behind a filter old versions take its column for a constant, and then fail to unite it with others.</summary>
    public override string ConditionAlsoRead(string condition) => $"({condition} = 1)";

    protected override bool BindsAll => true; // functions over arrays do not find columns of the statement

    /// <summary>By way of a function over arrays of one value.</summary>
    protected override string Bound(string text, IReadOnlyList<(string Name, string Value)> values, SqlScope scope) => values.Count == 1
        ? $"arrayMap({values[0].Name} -> {text}, [{values[0].Value}])[1]"
        : $"arrayMap(({string.Join(", ", values.Select(each => each.Name))}) -> {text}, {string.Join(", ", values.Select(each => $"[{each.Value}]"))})[1]";

    private static bool IsHarmless(string text) => text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is ' ' or '_' or '.' or ',' or ':' or '@' or '+' or '-' or '/');
}
