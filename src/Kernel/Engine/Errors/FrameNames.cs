using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;

namespace MarketingNotebooks.Kernel.Engine.Errors;

/// <summary>Turns the compiler's names of methods back into those the user wrote.</summary>
internal static partial class FrameNames
{
    /// <summary>The name of a frame's method: <c>Shop.Order.Total</c>, <c>Mean</c>, <c>lambda in Mean</c> or <c>cell</c>.</summary>
    public static string Of(StackFrame frame)
    {
        if (DiagnosticMethodInfo.Create(frame) is not { } method) return "?";
        var type = method.DeclaringTypeName;
        var name = method.Name;
        if (name == "MoveNext" && StateMachine().Match(type) is { Success: true } machine)
        {
            name = machine.Groups[2].Value;
            type = machine.Groups[1].Value;
        }
        type = Closure().Replace(type, "").Replace('+', '.');
        var plain = Plain(name);
        if (CellClass().Match(type) is { Success: true } cell) type = type[cell.Length..].TrimStart('.');
        return plain == "cell" || type.Length == 0 ? plain : plain.StartsWith("lambda", StringComparison.Ordinal) ? plain : $"{type}.{plain}";
    }

    private static string Plain(string name)
    {
        if (LocalFunction().Match(name) is { Success: true } local) return local.Groups[1].Value;
        if (Lambda().Match(name) is { Success: true } lambda) return lambda.Groups[1].Value is "<Initialize>" or "Initialize" or "<Factory>" ? "lambda" : $"lambda in {lambda.Groups[1].Value}";
        return name switch
        {
            "<Initialize>" or "<Factory>" or "<Main>" => "cell",
            ".ctor" => "constructor",
            ".cctor" => "static constructor",
            _ => Accessor().Replace(name, "$1"),
        };
    }

    [GeneratedRegex(@"^(.*?)\+?<(.*)>d(?:__\d+)?(?:`\d+)?$")]
    private static partial Regex StateMachine();

    [GeneratedRegex(@"\+?<>c(__DisplayClass[\d_]+)?(?:`\d+)?")]
    private static partial Regex Closure();

    [GeneratedRegex(@"^Cell\d+(_\d+)?(?=$|\.)")]
    private static partial Regex CellClass();

    [GeneratedRegex(@">g__(\w+)\|")]
    private static partial Regex LocalFunction();

    [GeneratedRegex(@"^<(.*)>b__")]
    private static partial Regex Lambda();

    [GeneratedRegex("^(?:get|set|init)_(.*)$")]
    private static partial Regex Accessor();
}
