using System.Text;
using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines.Sql;

internal sealed partial class ClickHouseSql
{
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
}
