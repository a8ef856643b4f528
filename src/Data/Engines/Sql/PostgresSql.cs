using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines.Sql;

/// <summary>PostgreSQL 12 and newer. Numbers that overflow are errors there, not ∞; its text holds no NUL.</summary>
internal sealed class PostgresSql : SqlDialect
{
    public static PostgresSql Instance { get; } = new();

    public override string Name => "PostgreSQL";

    // Longer names are cut without a word.
    protected override int LongestName => 63;

    protected override string NumberType => "float8";

    protected override string IntegerType => "bigint";

    public override string Cast(string value, string type) => $"{value}::{type}";

    protected override string Literal(ColumnKind kind, object? value, SqlScope scope) => value is string text && text.Contains('\0')
        ? throw Lacks("no text with a NUL character", "remove it first") : base.Literal(kind, value, scope);

    protected override string Ordered(string value, ColumnKind kind) => kind == ColumnKind.Text ? $"{value} collate \"C\"" : value;

    // Every text keeps the default collation, so that any two can meet.
    protected override string Extreme(string x, ColumnKind kind, bool greatest) =>
        Plain(base.Extreme(x, kind, greatest), kind);

    protected override string Plain(string value, ColumnKind kind) => kind == ColumnKind.Text ? $"({value} collate \"default\")" : value;

    protected override string? Call(CallExpr call, string[] a, SqlScope scope) => call.Function switch
    {
        Function.Lower => $"(lower({a[0]} collate \"C.utf8\") collate \"default\")",
        Function.Upper => $"(upper({a[0]} collate \"C.utf8\") collate \"default\")",
        Function.Trim => $"btrim({a[0]}, {Literal(ColumnKind.Text, WhiteSpace, scope)})",
        Function.Negate when call.Kind == ColumnKind.Number => $"(-({a[0]}))",
        _ => base.Call(call, a, scope),
    };

    protected override string WholeQuotient(string left, string right) => $"({left} / nullif({right}, 0))";

    protected override string Later(string time, string count, Unit unit) => unit switch
    {
        Unit.Year or Unit.Quarter or Unit.Month => $"({time} + make_interval(months => ({count} * {unit switch { Unit.Year => 12, Unit.Quarter => 3, _ => 1 }})::int))",
        _ => Moved(time, $"({count} * {TimeUnits.Length(unit)})", false),
    };

    protected override string Moved(string time, string span, bool back)
    {
        var sign = back ? "-" : "+";
        return $"({time} {sign} make_interval(days => ({span} / 86400000000)::int, secs => ({span} % 86400000000)::float8 / 1000000.0))";
    }

    protected override string Between(string later, string earlier) => $"(extract(epoch from {later} - {earlier}) * 1000000)::bigint";

    protected override string Quotient(string left, string right, Expr divisor) => divisor is LiteralExpr { Value: not (0.0 or 0L or null) }
        ? $"({left} / {right})"
        : $"(case when {right} = 0 then {left} * (case {right}::text when '-0' then '-Infinity' else 'Infinity' end)::float8 else {left} / {right} end)";

    protected override string Nearest(string value) => $"(case when abs({value}) < 9.2e18 then round({value})::bigint end)";

    protected override string? Remainder(string left, string right) => throw Lacks("no remainder of numbers", "take it of integers with ToInteger(), or Collect() first");

    protected override string Rounded(string value, int digits) => digits == 0
        ? $"round({value}::text::numeric)::float8"
        : $"(case when abs({value}) < 1e12 then round({value}::text::numeric, {digits})::float8 else {value} end)";

    protected override string Elementary(Function function, string value) => function switch
    {
        Function.Sqrt => $"(case when {value} < 0 then 'NaN'::float8 else sqrt({value}) end)",
        Function.Exp => $"(case when {value} = 'NaN'::float8 then {value} when {value} > 709.782712893384 then 'Infinity'::float8 when {value} < -745.133219101941 then 0::float8 else exp({value}) end)",
        _ => $"(case when {value} < 0 then 'NaN'::float8 when {value} = 0 then '-Infinity'::float8 else {(function == Function.Log ? "ln" : "log")}({value}) end)",
    };

    protected override string Power(string value, string exponent) =>
        $"(case when {value} = '-Infinity'::float8 and {exponent} <> floor({exponent}) then (case when {exponent} < 0 then '0' else 'Infinity' end)::float8 when {value} < 0 and {value} > '-Infinity'::float8 and {exponent} <> floor({exponent}) and abs({exponent}) < 'Infinity'::float8 then 'NaN'::float8 "
        + $"when {value} = 0 and {exponent} < 0 then (case when {value}::text = '-0' and {exponent} > -9007199254740992.0 and ({exponent})::numeric % 2 = -1 then '-Infinity' else 'Infinity' end)::float8 else power({value}, {exponent}) end)";

    protected override string IsNaN(string value) => $"({value} = 'NaN'::float8)";

    protected override string NumberOf(string text, SqlScope scope) => $"(case when {text} ~ '{NumberPattern}' then {text}::float8 end)";

    protected override string IntegerOf(string text, SqlScope scope) =>
        $"(case when {text} ~ '{IntegerPattern}' then (case when {text}::numeric between -9223372036854775808 and 9223372036854775807 then {text}::bigint end) end)";

    // .NET writes an exponent from 1E+16, PostgreSQL from 1e+15.
    protected override string TextOfNumber(string value) => $"(case when abs({value}) >= 1e15 and abs({value}) < 1e16 then {value}::text::numeric::text when abs({value}) < 'Infinity'::float8 then upper({value}::text) else {value}::text end)";

    protected override string TextOfTime(string value) =>
        $"(case when {value} = date_trunc('day', {value}) then to_char({value}, 'YYYY-MM-DD') else rtrim(rtrim(to_char({value}, 'YYYY-MM-DD HH24:MI:SS.US'), '0'), '.') end)";

    protected override string MeanTime(string x) => Moved("timestamp '1970-01-01'", WholeMean($"(extract(epoch from {x}) * 1000000)::bigint"), false);

    protected override string Continuous(string x, string share) => $"percentile_cont({share}) within group (order by {x})";

    protected override string Ended(string x, ColumnKind kind, IReadOnlyList<OrderKey> order, bool last) =>
        $"(array_agg({x} order by {string.Join(", ", order.Select(key => OrderBy(key, last)))}) filter (where {x} is not null))[1]";
}
