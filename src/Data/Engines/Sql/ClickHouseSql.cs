using System.Globalization;
using System.Text;
using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Plans;

namespace MarketingNotebooks.Data.Engines.Sql;

/// <summary>ClickHouse from 18.16, which has no parameters, no window functions and two-valued AND: only what old and new versions both take is written.</summary>
/// <remarks>Timestamps and durations are 64-bit microseconds inside statements: DateTime of old versions ends in 2105 and has whole seconds.
/// Aggregates take nullable values, so that an empty group gives null and not zero.</remarks>
internal sealed class ClickHouseSql : SqlDialect
{
    public static ClickHouseSql Instance { get; } = new();

    public override string Name => "ClickHouse 18.16";

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

    public override (string From, string? Where) Join(Join how, string left, string right, IReadOnlyList<string> leftKeys, IReadOnlyList<string> rightKeys, SqlScope scope,
        IReadOnlyList<string> rightColumns)
    {
        var (l, r) = (Quote(scope.Fresh("t")), Quote(scope.Fresh("t")));
        var on = string.Join(" and ", leftKeys.Zip(rightKeys, (a, b) => $"{a} = {b}"));
        var from = $"(\n{SelectWriter.Indent(left)}\n) as {l}\n";
        if (how is Frames.Join.Semi or Frames.Join.Anti)
        {
            var (mark, keys) = (Quote(scope.Fresh("m")), string.Join(", ", rightKeys));
            return ($"{from}any left join (\n  select {keys}, toUInt8(1) as {mark}\n  from (\n{SelectWriter.Indent(SelectWriter.Indent(right))}\n  ) as {Quote(scope.Fresh("t"))}\n  group by {keys}\n) as {r} on {on}",
                how == Frames.Join.Semi ? $"isNotNull({mark})" : $"isNull({mark})");
        }
        if (how is Frames.Join.Inner or Frames.Join.Left)
            return ($"{from}all {(how == Frames.Join.Inner ? "inner" : "left")} join (\n{SelectWriter.Indent(right)}\n) as {r} on {on}", null);
        // Old versions lose right rows whose key is null: such rows get a mark that no row of the other side has.
        var (first, second) = (Marked(left, leftKeys, 1, scope), Marked(right, rightKeys, 2, scope));
        on = string.Join(" and ", first.Keys.Zip(second.Keys, (a, b) => $"{a} = {b}"));
        return ($"(\n{SelectWriter.Indent(first.Text)}\n) as {l}\nall {(how == Frames.Join.Right ? "right" : "full")} join (\n{SelectWriter.Indent(second.Text)}\n) as {r} on {on}", null);
    }

    private (string Text, List<string> Keys) Marked(string text, IReadOnlyList<string> keys, int mark, SqlScope scope)
    {
        var marked = keys.Select(key => (Value: $"assumeNotNull({key})", Name: Quote(scope.Fresh("k"))))
            .Append((Value: $"toInt64(multiIf({string.Join(" or ", keys.Select(key => $"isNull({key})"))}, {mark}, 0))", Name: Quote(scope.Fresh("k")))).ToList();
        return ($"select *, {string.Join(", ", marked.Select(each => $"{each.Value} as {each.Name}"))}\nfrom (\n{SelectWriter.Indent(text)}\n) as {Quote(scope.Fresh("t"))}",
            [.. marked.Select(each => each.Name)]);
    }

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

    protected override string? Call(CallExpr call, string[] a, SqlScope scope)
    {
        var kind = call.Arguments[0].Kind;
        return call.Function switch
        {
            // Old versions know no third truth value in AND and OR: null counts 2 in a product of 0 and 1.
            Function.And => $"toUInt8(nullIf(least(ifNull({a[0]}, 2) * ifNull({a[1]}, 2), 2), 2))",
            Function.Or => $"(nullIf(least(ifNull({a[0]} = 0, 2) * ifNull({a[1]} = 0, 2), 2), 2) = 0)",
            Function.Not => $"({a[0]} = 0)", // shards strike out double NOTs and then miss the columns named after them
            Function.IsIn => IsIn(call, a),
            Function.IsNull => $"isNull({a[0]})",
            Function.If => $"multiIf({a[0]}, {a[1]}, {a[2]})",
            Function.Modulo when call.Kind == ColumnKind.Integer => $"multiIf(isNull({a[0]}) or ifNull({a[1]}, 0) = 0, NULL, {a[0]} % multiIf(ifNull({a[1]}, 0) = 0, toInt64(1), assumeNotNull({a[1]})))",
            Function.Negate when call.Kind != ColumnKind.Number => $"toInt64(-{a[0]})",
            Function.Abs when call.Kind != ColumnKind.Number => $"toInt64(abs({a[0]}))",
            Function.Concat => $"concat({a[0]}, {a[1]})",
            Function.Lower => $"lowerUTF8({a[0]})",
            Function.Upper => $"upperUTF8({a[0]})",
            Function.Sign => $"multiIf({a[0]} < 0, toInt64(-1), {a[0]} = 0, toInt64(0), {a[0]} > 0, toInt64(1), NULL)",
            Function.TrimStart => $"replaceRegexpOne({a[0]}, {Blanks(start: true, end: false)}, '')",
            Function.TrimEnd => $"replaceRegexpOne({a[0]}, {Blanks(start: false, end: true)}, '')",
            Function.PadLeft or Function.PadRight => call.Detail is (int width, char fill) ? Padded(a[0], width, fill, call.Function == Function.PadLeft, scope) : null,
            Function.SplitPart => call.Detail is (string separator, int index)
                ? $"multiIf(isNull({a[0]}), NULL, splitByString({Literal(ColumnKind.Text, separator, scope)}, assumeNotNull({a[0]}))[{index + 1L}])" : null,
            Function.DayOfWeek => ClickHouseCalendar.DayOfWeek(a[0]),
            Function.DayOfYear => ClickHouseCalendar.DayOfYear(a[0], scope),
            Function.IsoYear => ClickHouseCalendar.IsoYear(a[0], scope),
            Function.Trim => $"replaceRegexpAll({a[0]}, {Blanks(start: true, end: true)}, '')",
            Function.Length => $"toInt64(lengthUTF8({a[0]}))",
            Function.Replace => $"replaceAll({a[0]}, {a[1]}, {a[2]})",
            // substringUTF8 of old versions cuts letters of four bytes.
            Function.Substring => call.Detail is (<= 1000, <= 1000) and (int start, int length) ? $"extract({a[0]}, '(?s)^.{{{start}}}(.{{0,{length}}})')"
                : throw Lacks("no Substring beyond 1,000 code points", "Collect() first"),
            Function.Contains => $"(position({a[0]}, {a[1]}) > 0)",
            Function.StartsWith => $"startsWith({a[0]}, {a[1]})",
            Function.EndsWith => $"endsWith({a[0]}, {a[1]})",
            Function.Truncate => ClickHouseCalendar.Truncate(a[0], (Unit)call.Detail!, scope),
            Function.Part => ClickHouseCalendar.Part(a[0], (Unit)call.Detail!, scope),
            Function.ToNumber when kind == ColumnKind.Boolean => $"toFloat64({a[0]})",
            Function.ToInteger when kind == ColumnKind.Boolean => $"toInt64({a[0]})",
            Function.ToInteger when kind == ColumnKind.Number => $"multiIf({a[0]} >= -9223372036854775808. and {a[0]} < 9223372036854775808., toInt64({a[0]}), NULL)",
            Function.ToText when kind == ColumnKind.Boolean => $"multiIf({a[0]}, 'true', {a[0]} = 0, 'false', NULL)",
            _ => base.Call(call, a, scope),
        };
    }

    protected override string Window(WindowExpr window, string? x, Relation input) => throw Lacks("no window functions", "Collect() first, or compute with GroupBy and Join");

    protected override string Compare(CallExpr call, string[] a) => $"({a[0]} {Symbol(call.Function)} {a[1]})";

    /// <summary>Integers wrap without a word: throwIf raises an error where the result left 64 bits.</summary>
    protected override string Whole(Function function, string left, string right)
    {
        var sign = Symbols.Of(function)!;
        return $"({left} {sign} {right} + throwIf(abs(toFloat64({left}) {sign} toFloat64({right})) > 9223372036854775000.))";
    }

    protected override string WholeQuotient(string left, string right) =>
        $"multiIf(isNull({left}) or ifNull({right}, 0) = 0, NULL, intDiv({left}, multiIf(ifNull({right}, 0) = 0, toInt64(1), assumeNotNull({right}))))";

    protected override string Better(string left, string right, ColumnKind kind, bool greater)
    {
        var first = kind != ColumnKind.Number ? $"{left} {(greater ? ">=" : "<=")} {right}"
            : greater ? $"isNaN({left}) or {left} >= {right}" : $"isNaN({right}) or {left} <= {right}";
        return $"multiIf(isNull({right}), {left}, isNull({left}), {right}, {first}, {left}, {right})";
    }

    protected override string Later(string time, string count, Unit unit) => unit is Unit.Year or Unit.Quarter or Unit.Month
        ? throw Lacks($"no {unit.ToString().ToLowerInvariant()}s to add to times before 1970 or after 2105", "Collect() first, or add weeks, days or a duration")
        : Moved(time, $"({count} * toInt64({TimeUnits.Length(unit)}))", false);

    protected override string Moved(string time, string span, bool back) => $"({time} {(back ? "-" : "+")} {span})";

    protected override string Between(string later, string earlier) => $"({later} - {earlier})";

    protected override string Quotient(string left, string right, Expr divisor) => $"({left} / {right})";

    protected override string Nearest(string value) =>
        $"multiIf(abs({value}) < 9.2e18, toInt64(multiIf(abs({value} - trunc({value})) = 0.5, 2 * round({value} / 2), round({value}))), NULL)";

    protected override string? Remainder(string left, string right) => throw Lacks("no remainder of numbers", "take it of integers with ToInteger(), or Collect() first");

    protected override string Rounded(string value, int digits) => digits > 0
        ? throw Lacks("no rounding of decimal digits as people read them", "Collect() first, or Round() to whole numbers")
        : $"multiIf({value} >= 0, floor({value}) + ({value} - floor({value}) >= 0.5), ceil({value}) - (ceil({value}) - {value} >= 0.5))";

    protected override string Elementary(Function function, string value) => $"{function.ToString().ToLowerInvariant()}({value})";

    protected override string Power(string value, string exponent) => $"pow({value}, {exponent})";

    protected override string IsNaN(string value) => $"isNaN({value})";

    protected override string NumberOf(string text, SqlScope scope) =>
        $"multiIf(match({text}, {Pattern(NumberPattern)}), toFloat64OrNull(replaceRegexpAll({text}, {Pattern(@"^\s*\+?|\s*$")}, '')), NULL)";

    protected override string IntegerOf(string text, SqlScope scope)
    {
        var digits = $"replaceRegexpOne(replaceRegexpAll({text}, {Pattern(@"\s")}, ''), {Pattern("^([+-]?)0*([0-9])")}, {Pattern(@"\1\2")})";
        // Beyond 18 digits toInt64OrNull may wrap: those of 19 are compared as text.
        return $"multiIf(match({text}, {Pattern(IntegerPattern)}) and (match({digits}, '^[+-]?[0-9]{{1,18}}$') or match({digits}, '^[+-]?[0-9]{{19}}$') and replaceRegexpOne({digits}, '^[+-]', '') <= '9223372036854775807' "
            + $"or {digits} = '-9223372036854775808'), toInt64OrNull({digits}), NULL)";
    }

    protected override string? TextOfNumber(string value) => throw Lacks("its own way to write numbers as text", "Round or ToInteger() first, or Collect()");

    protected override string? TextOfTime(string value) => throw Lacks("no times before 1970 or after 2105 to write as text", "Collect() first");

    protected override string MeanTime(string x) => WholeMean(x);

    /// <summary>In two halves of 32 bits, because sums wrap at 64.</summary>
    protected override string WholeMean(string x)
    {
        const string half = "toInt64(4294967296)";
        var (low, count) = ($"(({x} % {half} + {half}) % {half})", $"toInt64(greatest(count({x}), 1))");
        var high = $"sum(intDiv({x} - {low}, {half}))";
        var rest = $"(({high} % {count} + {count}) % {count})";
        var doubled = $"({rest} * toInt64(8589934592) + 2 * sum({low}) + {count})";
        return $"(intDiv({high} - {rest}, {count}) * {half} + intDiv({doubled}, 2 * {count}) - (({doubled} % (2 * {count}) = 0) and (intDiv({doubled}, 2 * {count}) % 2 = 1)))";
    }

    public override string Aggregate(BoundAggregate aggregate, string? x, IReadOnlyList<OrderKey> order, SqlScope scope) => aggregate.Function switch
    {
        AggregateKind.Rows => "toInt64(count())",
        AggregateKind.Count => $"toInt64(count({x}))",
        AggregateKind.Sum when aggregate.Kind == ColumnKind.Number => $"sum(toNullable({x}))",
        AggregateKind.Mean when aggregate.Kind == ColumnKind.Number => $"avg(toFloat64(toNullable({x})))",
        AggregateKind.Median or AggregateKind.Quantile => Quantile($"toFloat64({x})", aggregate.Parameter.ToString("R", CultureInfo.InvariantCulture)),
        AggregateKind.Variance or AggregateKind.StdDev => base.Aggregate(aggregate, x, order, scope),
        AggregateKind.Any => $"max(toNullable({x}))",
        AggregateKind.All => $"min(toNullable({x}))",
        AggregateKind.First or AggregateKind.Last => base.Aggregate(aggregate, x, order, scope),
        _ => base.Aggregate(aggregate, x is null ? null : $"toNullable({x})", order, scope),
    };

    protected override string CountDistinct(string x, ColumnKind kind) => $"toInt64(ifNull(uniqExact({Key(x, kind)}), 0))";

    protected override string Total(string x) => $"(sum({x}) + throwIf(ifNull(abs(sum(toFloat64({x}))), 0) > 9223372036854775000.))";

    protected override string Extreme(string x, ColumnKind kind, bool greatest)
    {
        if (kind != ColumnKind.Number) return $"{(greatest ? "max" : "min")}({x})";
        var number = $"multiIf(isNaN({x}), NULL, {x})";
        return greatest ? $"multiIf(sum(ifNull(isNaN({x}), 0)) > 0, nan, max({number}))" : $"coalesce(min({number}), multiIf(count({x}) > 0, nan, NULL))";
    }

    protected override string Variance(string x) => $"multiIf(count({x}) < 2, NULL, varSampStable(toNullable({x})))";

    protected override string Quantile(string x, string share)
    {
        var (count, position) = ($"toFloat64(count({x}))", $"({share} * (toFloat64(count({x})) - 1))");
        var values = $"arraySort(groupArray({x}))"; // nulls are passed over
        var (low, high) = ($"{values}[toUInt64(floor({position})) + 1]", $"{values}[toUInt64(ceil({position})) + 1]");
        var part = $"({position} - floor({position}))";
        return $"multiIf({count} = 0, NULL, sum(ifNull(isNaN({x}), 0)) > 0, nan, {part} = 0 or {low} = {high}, {low}, {low} + {part} * ({high} - {low}))";
    }

    protected override string Continuous(string x, string share) => throw new NotSupportedException();

    /// <summary>By argMin and argMax, which in old versions take one key, and no NaN in it.</summary>
    protected override string Ended(string x, ColumnKind kind, IReadOnlyList<OrderKey> order, bool last)
    {
        if (order.Count > 1 || order[0].Kind == ColumnKind.Number)
            throw Lacks("no first and last in an order of several columns or of numbers", "order by one integer, timestamp or text, e.g. Agg.First(\"channel\", orderBy: \"time\"), or Collect() first");
        var known = $"isNotNull({x}) and isNotNull({order[0].Value})";
        // Rows whose key is null come last: they count where there are no others.
        return $"multiIf(sum(toInt64({known})) > 0, toNullable({(order[0].Descending != last ? "argMaxIf" : "argMinIf")}(assumeNotNull({x}), assumeNotNull({order[0].Value}), {known})), "
            + $"anyIf({x}, isNotNull({x})))";
    }

    private string IsIn(CallExpr call, string[] a)
    {
        var items = a.Skip(1).Where((_, i) => ((LiteralExpr)call.Arguments[i + 1]).Value is not (null or double.NaN)).Select(item => $"{a[0]} = {item}").ToList();
        return $"multiIf(isNull({a[0]}), NULL, {(items.Count == 0 ? "0" : string.Join(" or ", items))})";
    }

    private static string Blanks(bool start, bool end)
    {
        var blanks = string.Concat(WhiteSpace.Select(letter => $"\\x{{{(int)letter:x}}}"));
        return Pattern(string.Join('|', new[] { start ? $"^[{blanks}]+" : null, end ? $"[{blanks}]+$" : null }.OfType<string>()));
    }

    private string Padded(string text, int width, char fill, bool left, SqlScope scope)
    {
        if (width == 0) return text;
        if (width > 1000) throw Lacks("no padding beyond 1,000 code points", "Collect() first");
        var missing = $"substring({Literal(ColumnKind.Text, new string(fill, width), scope)}, 1, toUInt64(greatest({width} - toInt64(lengthUTF8(ifNull({text}, ''))), 0) * {Encoding.UTF8.GetByteCount([fill])}))";
        return left ? $"concat({missing}, {text})" : $"concat({text}, {missing})";
    }

    /// <summary>A regular expression of our own as a literal.</summary>
    private static string Pattern(string pattern) => $"'{pattern.Replace(@"\", @"\\", StringComparison.Ordinal)}'";

    private static bool IsHarmless(string text) => text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is ' ' or '_' or '.' or ',' or ':' or '@' or '+' or '-' or '/');
}
