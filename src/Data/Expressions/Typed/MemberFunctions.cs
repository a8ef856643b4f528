using System.Linq.Expressions;

namespace MarketingNotebooks.Data.Expressions.Typed;

/// <summary>The properties and methods of .NET types that columns have too.</summary>
internal static class MemberFunctions
{
    /// <summary>The property of a value, or null when columns have none such.</summary>
    public static Expr? Property(Expr value, Type type, string name) => (Nullable.GetUnderlyingType(type), type, name) switch
    {
        ({ }, _, "HasValue") => !value.IsNull(),
        ({ }, _, "Value") => value,
        (_, _, "Length") when type == typeof(string) => value.Length(),
        _ when type == typeof(DateTime) || type == typeof(DateOnly) || type == typeof(DateTimeOffset) => name switch
        {
            "Year" => value.Year(),
            "Month" => value.Month(),
            "Day" => value.Day(),
            "DayOfYear" => value.DayOfYear(),
            "DayOfWeek" => value.DayOfWeek() % 7, // .NET counts from Sunday, 0
            "Hour" => value.Hour(),
            "Minute" => value.Minute(),
            "Second" => value.Second(),
            "Date" => value.Trunc(Unit.Day),
            _ => null,
        },
        _ when type == typeof(TimeSpan) => name switch
        {
            "TotalDays" => value.TotalDays(),
            "TotalHours" => value.TotalDays() * 24,
            "TotalMinutes" => value.TotalDays() * 1440,
            _ => null,
        },
        _ => null,
    };

    /// <summary>The method's result, or null when columns have none such.</summary>
    public static Expr? Method(Type type, string name, Expr[] arguments)
    {
        if (type == typeof(string)) return OfText(name, arguments);
        if (type == typeof(Math)) return OfMath(name, arguments);
        if (type == typeof(double) && name == "IsNaN") return arguments[0].IsNaN();
        if (name == "GetValueOrDefault" && arguments.Length == 2) return arguments[0].OrElse(arguments[1]);
        if (type != typeof(DateTime) && type != typeof(DateOnly) || arguments is not [var time, { Kind: Frames.ColumnKind.Integer } count]) return null;
        return name switch
        {
            "AddYears" => time.AddUnits(count, Unit.Year),
            "AddMonths" => time.AddUnits(count, Unit.Month),
            "AddDays" => time.AddUnits(count, Unit.Day),
            _ => null,
        };
    }

    /// <summary>The list and the item of a membership test, however the compiler bound it.</summary>
    public static (Expression List, Expression Item)? Contained(MethodCallExpression call) => call switch
    {
        { Object: null, Arguments: [var list, var item, ..] } => (list, item),
        { Object: { } list, Arguments: [var item] } when list.Type != typeof(string) => (list, item),
        _ => null,
    };

    private static Expr? OfText(string name, Expr[] a) => (name, a) switch
    {
        (_, [var text, LiteralExpr { Value: string } part, LiteralExpr { Value: nameof(StringComparison.Ordinal) }]) when name != "Replace" => OfText(name, [text, part]),
        (_, [var text, LiteralExpr { Value: string part }, LiteralExpr { Value: nameof(StringComparison.OrdinalIgnoreCase) }]) when name != "Replace" =>
            OfText(name, [text.Lower(), part.ToLowerInvariant()]),
        ("ToLower" or "ToLowerInvariant", [var text]) => text.Lower(),
        ("ToUpper" or "ToUpperInvariant", [var text]) => text.Upper(),
        ("Trim", [var text]) => text.Trim(),
        ("TrimStart", [var text]) => text.TrimStart(),
        ("TrimEnd", [var text]) => text.TrimEnd(),
        ("Contains", [var text, LiteralExpr { Value: string part }]) => text.Contains(part),
        ("StartsWith", [var text, LiteralExpr { Value: string part }]) => text.StartsWith(part),
        ("EndsWith", [var text, LiteralExpr { Value: string part }]) => text.EndsWith(part),
        ("Replace", [var text, LiteralExpr { Value: string old }, LiteralExpr { Value: string with }]) => text.Replace(old, with),
        ("Substring", [var text, LiteralExpr { Value: long start }, LiteralExpr { Value: long length }]) => text.Substring((int)start, (int)length),
        ("Substring", [var text, LiteralExpr { Value: long start }]) => text.Substring((int)start, int.MaxValue),
        ("Concat", _) => Expr.Concat(a),
        ("IsNullOrEmpty", [var text]) => text.IsNull() | text == "",
        ("IsNullOrWhiteSpace", [var text]) => text.IsNull() | text.Trim() == "",
        _ => null,
    };

    private static Expr? OfMath(string name, Expr[] a) => (name, a) switch
    {
        ("Abs", [var x]) => x.Abs(),
        ("Floor", [var x]) => x.Floor(),
        ("Ceiling", [var x]) => x.Ceiling(),
        ("Sqrt", [var x]) => x.Sqrt(),
        ("Exp", [var x]) => x.Exp(),
        ("Log", [var x]) => x.Log(),
        ("Log10", [var x]) => x.Log10(),
        ("Sign", [var x]) => x.Sign(),
        ("Pow", [var x, var y]) => x.Pow(y),
        ("Min", [var x, var y]) => Expr.Least(x, y),
        ("Max", [var x, var y]) => Expr.Greatest(x, y),
        _ => null,
    };
}
