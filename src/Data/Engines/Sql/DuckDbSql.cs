using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines.Sql;

/// <summary>DuckDB, which also reads frames in memory.</summary>
internal sealed class DuckDbSql : SqlDialect
{
    public static DuckDbSql Instance { get; } = new();

    public override string Name => "DuckDB";

    public override bool ReadsMemory => true;

    // Left to itself DuckDB computes some of them once a reader: 16 joins of a frame to its own groups took 85 s.
    public override string? CommonTable => "as materialized";

    protected override string NumberType => "double";

    protected override string IntegerType => "bigint";

    protected override string Text => "varchar";

    // Named, because not every one need stand in the final text.
    protected override string Placeholder(int number) => $"$p{number}";

    protected override string? Call(CallExpr call, string[] a, SqlScope scope) => call.Function switch
    {
        Function.EndsWith => $"suffix({a[0]}, {a[1]})",
        Function.Contains => $"contains({a[0]}, {a[1]})",
        Function.Negate when call.Kind == ColumnKind.Number => $"(-({a[0]}))",
        Function.Truncate => $"cast({base.Call(call, a, scope)} as timestamp)",
        _ => base.Call(call, a, scope),
    };

    protected override string WholeQuotient(string left, string right) => $"({left} // nullif({right}, 0))";

    protected override string Later(string time, string count, Unit unit) => unit switch
    {
        Unit.Year or Unit.Quarter or Unit.Month => $"({time} + to_months(cast({count} * {unit switch { Unit.Year => 12, Unit.Quarter => 3, _ => 1 }} as integer)))",
        _ => Moved(time, $"({count} * {TimeUnits.Length(unit)})", false),
    };

    protected override string Moved(string time, string span, bool back) => $"make_timestamp(epoch_us({time}) {(back ? "-" : "+")} {span})";

    protected override string Between(string later, string earlier) => $"(epoch_us({later}) - epoch_us({earlier}))";

    protected override string Quotient(string left, string right, Expr divisor) => $"({left} / {right})";

    protected override string Nearest(string value) => $"(case when abs({value}) < 9.2e18 then cast({value} as bigint) end)"; // a cast takes halves to the even one; round_even fails above 9e14

    protected override string Remainder(string left, string right) => $"(case when {right} = 0 and {left} is not null then 'NaN'::double else {left} % {right} end)"; // fmod floors

    protected override string Rounded(string value, int digits) => digits == 0
        ? $"round({value})"
        : $"(case when abs({value}) < 1e12 then cast(round(cast(cast({value} as varchar) as decimal(38, 25)), {digits}) as double) else {value} end)";

    protected override string Elementary(Function function, string value) => function switch
    {
        Function.Exp => $"exp({value})",
        Function.Sqrt => $"(case when {value} < 0 then 'NaN'::double else sqrt({value}) end)",
        _ => $"(case when {value} < 0 then 'NaN'::double when {value} = 0 then '-Infinity'::double else {(function == Function.Log ? "ln" : "log10")}({value}) end)",
    };

    protected override string Power(string value, string exponent) => $"pow({value}, {exponent})";

    protected override string IsNaN(string value) => $"isnan({value})";

    protected override string NumberOf(string text, SqlScope scope) => $"(case when regexp_matches({text}, '{NumberPattern}') then try_cast({text} as double) end)";

    protected override string IntegerOf(string text, SqlScope scope) => $"(case when regexp_matches({text}, '{IntegerPattern}') then try_cast({text} as bigint) end)";

    protected override string? TextOfNumber(string value) => throw Lacks("its own way to write numbers as text", "Round or ToInteger() first, or Collect()");

    protected override string TextOfTime(string value) =>
        $"(case when {value} = date_trunc('day', {value}) then strftime({value}, '%Y-%m-%d') else rtrim(rtrim(strftime({value}, '%Y-%m-%d %H:%M:%S.%f'), '0'), '.') end)";

    protected override string MeanTime(string x) => $"make_timestamp({WholeMean($"epoch_us({x})")})";

    protected override string Variance(string x) =>
        $"(case when count({x}) < 2 then null when bool_or(not isfinite({x})) then 'NaN'::double else var_samp(case when isfinite({x}) then {x} end) end)";

    protected override string Continuous(string x, string share) => $"quantile_cont({x}, {share})";

    protected override string Ended(string x, ColumnKind kind, IReadOnlyList<OrderKey> order, bool last) =>
        $"first({x} order by {string.Join(", ", order.Select(key => OrderBy(key, last)))}) filter (where {x} is not null)";
}
