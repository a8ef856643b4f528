using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Text;

namespace MarketingNotebooks.Data.Expressions;

/// <summary>Which kinds a function takes and which it gives.</summary>
internal static class Typing
{
    /// <summary>Brings arguments to kinds that go together: strings beside times are read as times, integers beside numbers become numbers.</summary>
    public static Expr[] Unify(Function function, Expr[] arguments)
    {
        var from = function == Function.If ? 1 : 0;
        if (function is not (Function.If or Function.Coalesce or Function.IsIn or Function.Least or Function.Greatest) && !IsComparison(function)) return arguments;
        var kinds = arguments.Skip(from).Select(argument => argument.Kind).Distinct().ToArray();
        if (kinds.Length < 2) return arguments;
        if (kinds.Contains(ColumnKind.Timestamp) && kinds.Contains(ColumnKind.Text))
            return [.. arguments.Select((argument, i) => i >= from && argument is LiteralExpr { Kind: ColumnKind.Text } text ? Time(text) : argument)];
        if (kinds.All(kind => kind.IsNumeric()))
            return [.. arguments.Select((argument, i) => i >= from && argument.Kind == ColumnKind.Integer ? Number(argument) : argument)];
        return arguments;
    }

    /// <summary>The kind of the result.</summary>
    /// <exception cref="ArgumentException">The function does not take arguments of these kinds.</exception>
    public static ColumnKind Result(Function function, Expr[] arguments, object? detail)
    {
        var kinds = arguments.Select(argument => argument.Kind).ToArray();
        return function switch
        {
            _ when IsComparison(function) => kinds[0] == kinds[1] ? ColumnKind.Boolean : throw Refuse(function, arguments, "two values of one kind"),
            Function.Add => (kinds[0], kinds[1]) switch
            {
                (ColumnKind.Timestamp, ColumnKind.Duration) or (ColumnKind.Duration, ColumnKind.Timestamp) => ColumnKind.Timestamp,
                (ColumnKind.Duration, ColumnKind.Duration) => ColumnKind.Duration,
                _ => Numeric(function, arguments),
            },
            Function.Subtract => (kinds[0], kinds[1]) switch
            {
                (ColumnKind.Timestamp, ColumnKind.Timestamp) or (ColumnKind.Duration, ColumnKind.Duration) => ColumnKind.Duration,
                (ColumnKind.Timestamp, ColumnKind.Duration) => ColumnKind.Timestamp,
                _ => Numeric(function, arguments),
            },
            Function.Multiply => kinds[0] == ColumnKind.Duration && kinds[1].IsNumeric() || kinds[0].IsNumeric() && kinds[1] == ColumnKind.Duration
                ? ColumnKind.Duration : Numeric(function, arguments),
            Function.Divide => kinds is [ColumnKind.Duration, ColumnKind.Duration] ? ColumnKind.Number
                : kinds[0] == ColumnKind.Duration && kinds[1].IsNumeric() ? ColumnKind.Duration
                : Numeric(function, arguments) is ColumnKind.Integer or ColumnKind.Number ? ColumnKind.Number : default,
            Function.Sign => Numeric(function, arguments) is ColumnKind.Integer or ColumnKind.Number ? ColumnKind.Integer : default,
            Function.DivideWhole => Want(ColumnKind.Integer, ColumnKind.Integer),
            Function.Negate or Function.Abs => kinds[0] == ColumnKind.Duration ? ColumnKind.Duration : Numeric(function, arguments),
            Function.Modulo or Function.Round or Function.Floor or Function.Ceiling => Numeric(function, arguments),
            Function.Sqrt or Function.Exp or Function.Log or Function.Log10 or Function.Power =>
                kinds.All(kind => kind.IsNumeric()) ? ColumnKind.Number : throw Refuse(function, arguments, "numbers"),
            Function.And or Function.Or or Function.Not => Want(ColumnKind.Boolean, ColumnKind.Boolean),
            Function.IsNull => ColumnKind.Boolean,
            Function.IsNaN => kinds[0].IsNumeric() ? ColumnKind.Boolean : throw Refuse(function, arguments, "a number"),
            Function.IsIn => kinds.Distinct().Count() == 1 && arguments.Skip(1).All(argument => argument is LiteralExpr)
                ? ColumnKind.Boolean : throw Refuse(function, arguments, "a column and constants of its kind"),
            Function.If => kinds[0] == ColumnKind.Boolean && kinds[1] == kinds[2] ? kinds[1]
                : throw Refuse(function, arguments, "a condition and two values of one kind"),
            Function.Coalesce or Function.Least or Function.Greatest => kinds[0] == kinds[1] ? kinds[0] : throw Refuse(function, arguments, "two values of one kind"),
            Function.Concat or Function.Lower or Function.Upper or Function.Trim or Function.Replace or Function.Substring or Function.TrimStart or Function.TrimEnd
                or Function.PadLeft or Function.PadRight or Function.SplitPart or Function.Extract => Want(ColumnKind.Text, ColumnKind.Text),
            Function.Length => Want(ColumnKind.Text, ColumnKind.Integer),
            Function.Contains or Function.StartsWith or Function.EndsWith or Function.Matches => Want(ColumnKind.Text, ColumnKind.Boolean),
            Function.Truncate => Want(ColumnKind.Timestamp, ColumnKind.Timestamp),
            Function.Part or Function.DayOfWeek or Function.DayOfYear or Function.IsoYear or Function.UnitsSince => Want(ColumnKind.Timestamp, ColumnKind.Integer),
            Function.Format => Want(ColumnKind.Timestamp, ColumnKind.Text),
            Function.AddUnits => kinds is [ColumnKind.Timestamp, ColumnKind.Integer] ? ColumnKind.Timestamp : throw Refuse(function, arguments, "a timestamp and an integer"),
            Function.TotalDays => Want(ColumnKind.Duration, ColumnKind.Number),
            Function.ToNumber or Function.ToInteger => kinds[0] is ColumnKind.Timestamp or ColumnKind.Duration
                ? throw Refuse(function, arguments, "numbers, booleans or text") : function == Function.ToNumber ? ColumnKind.Number : ColumnKind.Integer,
            Function.ToBoolean => kinds[0] is ColumnKind.Text or ColumnKind.Integer or ColumnKind.Boolean ? ColumnKind.Boolean : throw Refuse(function, arguments, "text or integers"),
            Function.Cast => (ColumnKind)detail!,
            Function.ToText => ColumnKind.Text,
            Function.ToTimestamp => kinds[0] is ColumnKind.Text or ColumnKind.Integer or ColumnKind.Timestamp ? ColumnKind.Timestamp : throw Refuse(function, arguments, "text or integers"),
            _ => throw new ArgumentOutOfRangeException(nameof(function), function, "Not a function."),
        };

        ColumnKind Want(ColumnKind wanted, ColumnKind result) =>
            kinds.All(kind => kind == wanted) ? result : throw Refuse(function, arguments, wanted.Word());
    }

    public static bool IsComparison(Function function) => function is >= Function.Equal and <= Function.GreaterOrEqual;

    private static ColumnKind Numeric(Function function, Expr[] arguments) =>
        !arguments.All(argument => argument.Kind.IsNumeric()) ? throw Refuse(function, arguments, "numbers")
        : arguments.Any(argument => argument.Kind == ColumnKind.Number) ? ColumnKind.Number : ColumnKind.Integer;

    private static Expr Number(Expr argument) => argument is LiteralExpr literal
        ? new LiteralExpr(ColumnKind.Number, literal.Value is long value ? (double)value : null)
        : CallExpr.Of(Function.ToNumber, null, argument);

    private static LiteralExpr Time(LiteralExpr text) => text.Value is null ? new LiteralExpr(ColumnKind.Timestamp, null)
        : TimeText.TryParse((string)text.Value, out var micros) ? new LiteralExpr(ColumnKind.Timestamp, micros)
        : throw new ArgumentException($"'{text.Value}' is compared with a timestamp but is no date. Write it as yyyy-MM-dd or yyyy-MM-dd HH:mm:ss.");

    private static ArgumentException Refuse(Function function, Expr[] arguments, string wanted)
    {
        var name = Symbols.Of(function) ?? function.ToString();
        var got = string.Join(" and ", arguments.Select(argument => argument is ColumnExpr column
            ? $"column '{column.Name}' ({column.Kind.Word()})" : $"{argument} ({argument.Kind.Word()})"));
        return new ArgumentException($"'{name}' takes {wanted}. Got {got}. Convert with ToNumber(), ToText() or ToTimestamp(…).");
    }
}
