using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines.Sql;

internal abstract partial class SqlDialect
{
    /// <summary>White space as .NET's <see cref="string.Trim()"/> knows it.</summary>
    protected const string WhiteSpace = "\t\n\v\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000";

    protected const string NumberPattern = @"^\s*[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]{1,3})?\s*$";

    protected const string IntegerPattern = @"^\s*[+-]?[0-9]+\s*$";

    /// <summary>The SQL of a function; null where the engine has no counterpart.</summary>
    /// <param name="call">The function and its arguments.</param>
    /// <param name="a">The arguments' SQL.</param>
    /// <param name="scope">Takes the parameters.</param>
    protected virtual string? Call(CallExpr call, string[] a, SqlScope scope)
    {
        var x = call.Arguments[0];
        return call.Function switch
        {
            Function.Add or Function.Subtract when call.Kind == ColumnKind.Timestamp => x.Kind == ColumnKind.Timestamp
                ? Moved(a[0], a[1], call.Function == Function.Subtract) : Moved(a[1], a[0], false),
            Function.Subtract when x.Kind == ColumnKind.Timestamp => Between(a[0], a[1]),
            Function.Multiply or Function.Divide when call.Kind == ColumnKind.Duration && call.Arguments.Any(each => each.Kind == ColumnKind.Number) || call is { Function: Function.Divide, Kind: ColumnKind.Duration } =>
                Nearest(call.Function == Function.Divide ? Quotient(Number(call, a, 0), Number(call, a, 1), call.Arguments[1]) : $"({Number(call, a, 0)} * {Number(call, a, 1)})"),
            Function.Divide => Quotient(Number(call, a, 0), Number(call, a, 1), call.Arguments[1]),
            Function.Add or Function.Subtract or Function.Multiply when call.Kind == ColumnKind.Number =>
                $"({Number(call, a, 0)} {Symbols.Of(call.Function)} {Number(call, a, 1)})",
            Function.Add or Function.Subtract or Function.Multiply => Whole(call.Function, a[0], a[1]),
            Function.DivideWhole => WholeQuotient(a[0], a[1]),
            Function.Modulo => call.Kind == ColumnKind.Number ? Remainder(Number(call, a, 0), Number(call, a, 1)) : $"({a[0]} % nullif({a[1]}, 0))",
            Function.Negate => $"(-{a[0]})",
            Function.Abs => $"abs({a[0]})",
            Function.Round or Function.Floor or Function.Ceiling when call.Kind == ColumnKind.Integer => a[0],
            Function.Round => Rounded(a[0], (int)call.Detail!),
            Function.Floor => $"floor({a[0]})",
            Function.Ceiling => $"ceil({a[0]})",
            Function.Sqrt or Function.Exp or Function.Log or Function.Log10 => Elementary(call.Function, Number(call, a, 0)),
            Function.Power => Power(Number(call, a, 0), Number(call, a, 1)),
            _ when Typing.IsComparison(call.Function) => Compare(call, a),
            Function.IsIn => IsIn(call, a),
            Function.And => $"({a[0]} and {a[1]})",
            Function.Or => $"({a[0]} or {a[1]})",
            Function.Not => $"(not {a[0]})",
            Function.IsNull => $"({a[0]} is null)",
            Function.IsNaN => x.Kind == ColumnKind.Number ? IsNaN(a[0]) : $"({a[0]} <> {a[0]})",
            Function.If => $"(case when {a[0]} then {a[1]} else {a[2]} end)",
            Function.Least or Function.Greatest => Better(a[0], a[1], call.Kind, call.Function == Function.Greatest),
            Function.Coalesce => $"coalesce({a[0]}, {a[1]})",
            Function.Concat => $"({a[0]} || {a[1]})",
            Function.Lower => $"lower({a[0]})",
            Function.Upper => $"upper({a[0]})",
            Function.Trim => $"trim({a[0]}, {Literal(ColumnKind.Text, WhiteSpace, scope)})",
            Function.Length => Cast($"length({a[0]})", IntegerType),
            Function.Replace => $"replace({a[0]}, {a[1]}, {a[2]})",
            Function.Substring => call.Detail is (int start, int length) ? $"substr({a[0]}, {start + 1L}, {length})" : null,
            Function.Contains => $"(position({a[1]} in {a[0]}) > 0)",
            Function.StartsWith => $"starts_with({a[0]}, {a[1]})",
            Function.EndsWith => $"(right({a[0]}, length({a[1]})) = {a[1]})",
            Function.Sign => $"(case when {a[0]} < 0 then -1 when {a[0]} = 0 then 0 when {a[0]} > 0{(MayBeNaN(x) ? $" and not {IsNaN(a[0])}" : "")} then 1 end)",
            Function.TrimStart => $"ltrim({a[0]}, {Literal(ColumnKind.Text, WhiteSpace, scope)})",
            Function.TrimEnd => $"rtrim({a[0]}, {Literal(ColumnKind.Text, WhiteSpace, scope)})",
            Function.PadLeft or Function.PadRight => call.Detail is (int width, char fill)
                ? $"(case when length({a[0]}) >= {width} then {a[0]} else {(call.Function == Function.PadLeft ? "lpad" : "rpad")}({a[0]}, {width}, {Literal(ColumnKind.Text, fill.ToString(), scope)}) end)" : null,
            Function.SplitPart => call.Detail is (string separator, int index) ? $"split_part({a[0]}, {Literal(ColumnKind.Text, separator, scope)}, {index + 1L})" : null,
            Function.UnitsSince => UnitsSince((Unit)call.Detail!, call, a, scope),
            Function.AddUnits => Later(a[0], a[1], (Unit)call.Detail!),
            Function.Truncate => $"date_trunc('{UnitWord(call)}', {a[0]})",
            Function.Part when (Unit)call.Detail! == Unit.Second => Cast($"floor(extract(second from {a[0]}))", IntegerType),
            Function.DayOfWeek => Cast($"extract(isodow from {a[0]})", IntegerType),
            Function.DayOfYear => Cast($"extract(doy from {a[0]})", IntegerType),
            Function.IsoYear => Cast($"extract(isoyear from {a[0]})", IntegerType),
            Function.Part => Cast($"extract({UnitWord(call)} from {a[0]})", IntegerType),
            Function.TotalDays => $"({Cast(a[0], NumberType)} / 86400000000.0)",
            Function.ToNumber => x.Kind switch
            {
                ColumnKind.Text => NumberOf(a[0], scope),
                ColumnKind.Boolean => $"(case when {a[0]} then {Cast("1", NumberType)} when not {a[0]} then {Cast("0", NumberType)} end)",
                ColumnKind.Integer => Cast(a[0], NumberType),
                _ => a[0],
            },
            Function.ToInteger => x.Kind switch
            {
                ColumnKind.Text => IntegerOf(a[0], scope),
                ColumnKind.Boolean => $"(case when {a[0]} then {Cast("1", IntegerType)} when not {a[0]} then {Cast("0", IntegerType)} end)",
                ColumnKind.Number => $"(case when {a[0]} >= -9223372036854775808.0 and {a[0]} < 9223372036854775808.0 then {Cast($"trunc({a[0]})", IntegerType)} end)",
                _ => a[0],
            },
            Function.ToText => x.Kind switch
            {
                ColumnKind.Text => a[0],
                ColumnKind.Boolean => $"(case when {a[0]} then 'true' when not {a[0]} then 'false' end)",
                ColumnKind.Integer => Cast(a[0], Text),
                ColumnKind.Number => TextOfNumber(a[0]),
                ColumnKind.Timestamp => TextOfTime(a[0]),
                _ => null,
            },
            Function.ToTimestamp when x.Kind == ColumnKind.Timestamp => a[0],
            _ => null,
        };
    }

    /// <summary>Integers added, subtracted or multiplied; leaving 64 bits is an error.</summary>
    protected virtual string Whole(Function function, string left, string right) => $"({left} {Symbols.Of(function)} {right})";

    /// <summary>Integers divided towards zero; null by zero.</summary>
    protected abstract string WholeQuotient(string left, string right);

    /// <summary>The lesser or greater of two values; nulls are passed over, NaN is the greatest number.</summary>
    protected virtual string Better(string left, string right, ColumnKind kind, bool greater) =>
        Plain($"{(greater ? "greatest" : "least")}({Ordered(left, kind)}, {Ordered(right, kind)})", kind);

    /// <summary>How many borders of a unit lie between two timestamps.</summary>
    private string UnitsSince(Unit unit, CallExpr call, string[] a, SqlScope scope)
    {
        string Of(Function function, Unit part, int argument) => Call(CallExpr.Of(function, part, call.Arguments[argument]), [a[argument]], scope)!;
        string Years() => $"({Of(Function.Part, Unit.Year, 0)} - {Of(Function.Part, Unit.Year, 1)})";
        return unit switch
        {
            Unit.Year => Years(),
            Unit.Quarter or Unit.Month => $"({Years()} * {(unit == Unit.Month ? 12 : 4)} + {Of(Function.Part, unit, 0)} - {Of(Function.Part, unit, 1)})",
            _ => WholeQuotient(Between(Of(Function.Truncate, unit, 0), Of(Function.Truncate, unit, 1)), Cast($"{TimeUnits.Length(unit)}", IntegerType)),
        };
    }

    /// <summary>A timestamp so many units later, the last day of the month where the month is too short.</summary>
    protected abstract string Later(string time, string count, Unit unit);

    /// <summary>A timestamp moved by a duration.</summary>
    protected abstract string Moved(string time, string span, bool back);

    /// <summary>The microseconds from one timestamp to another.</summary>
    protected abstract string Between(string later, string earlier);

    /// <summary>Numbers divided as IEEE 754 has it.</summary>
    protected abstract string Quotient(string left, string right, Expr divisor);

    /// <summary>A number rounded to the nearest 64-bit integer, halves to even; null outside.</summary>
    protected abstract string Nearest(string value);

    protected abstract string? Remainder(string left, string right);

    protected abstract string? Rounded(string value, int digits);

    protected abstract string Elementary(Function function, string value);

    protected abstract string Power(string value, string exponent);

    protected abstract string IsNaN(string value);

    protected abstract string NumberOf(string text, SqlScope scope);

    protected abstract string IntegerOf(string text, SqlScope scope);

    protected abstract string? TextOfNumber(string value);

    protected abstract string? TextOfTime(string value);

    /// <summary>An argument as a number.</summary>
    protected string Number(CallExpr call, string[] a, int argument) => call.Arguments[argument].Kind == ColumnKind.Number ? a[argument] : Cast(a[argument], NumberType);

    /// <summary>Comparisons in engines to which NaN equals itself and is the greatest number: they are told otherwise where one can be.</summary>
    protected virtual string Compare(CallExpr call, string[] a)
    {
        var (left, right) = (call.Arguments[0], call.Arguments[1]);
        var sign = Symbol(call.Function);
        var plain = $"({Ordered(a[0], left.Kind)} {sign} {Ordered(a[1], right.Kind)})";
        if (call.Function is Function.Equal or Function.NotEqual)
        {
            plain = $"({a[0]} {sign} {a[1]})";
            if (!MayBeNaN(left) || !MayBeNaN(right)) return plain;
            return $"(case when {IsNaN(a[0])} and {a[1]} is not null then {(call.Function == Function.Equal ? "false" : "true")} else {plain} end)";
        }
        var greater = call.Function is Function.Greater or Function.GreaterOrEqual ? 0 : 1;
        if (!MayBeNaN(call.Arguments[greater])) return plain;
        // A NaN on the greater side is the one that would wrongly hold.
        return call.Arguments[1 - greater] is LiteralExpr { Value: not null }
            ? $"({plain} and not {IsNaN(a[greater])})"
            : $"(case when {IsNaN(a[greater])} and {a[1 - greater]} is not null then false else {plain} end)";
    }

    /// <summary>Membership in constants; a null or NaN among them matches nothing.</summary>
    private string IsIn(CallExpr call, string[] a)
    {
        var items = a.Skip(1).Where((_, i) => ((LiteralExpr)call.Arguments[i + 1]).Value is not (null or double.NaN)).ToList();
        return items.Count == 0 ? $"(case when {a[0]} is not null then {False} end)" : $"({a[0]} in ({string.Join(", ", items)}))";
    }

    protected virtual string False => "false";

    protected static string Symbol(Function function) => function switch { Function.Equal => "=", Function.NotEqual => "<>", _ => Symbols.Of(function)! };

    private static string UnitWord(CallExpr call) => ((Unit)call.Detail!).ToString().ToLowerInvariant();
}
