using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace MarketingNotebooks.Kernel.Execution;

/// <summary>Turns a value from the command line into the C# literal of a parameter's type.</summary>
internal static class ParameterLiteral
{
    private static readonly Dictionary<string, Func<string, string?>> Scalars = new(StringComparer.Ordinal)
    {
        ["string"] = text => SymbolDisplay.FormatLiteral(text, quote: true),
        ["char"] = text => text.Length == 1 ? SymbolDisplay.FormatLiteral(text[0], quote: true) : null,
        ["bool"] = Bool,
        ["int"] = text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? Text(value) : null,
        ["long"] = text => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? Text(value) + "L" : null,
        ["double"] = text => Real(text, out var value) ? Double(value) : null,
        ["float"] = text => Real(text, out var value) && float.IsFinite((float)value) ? ((float)value).ToString("R", CultureInfo.InvariantCulture) + "f" : null,
        ["decimal"] = text => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? Text(value) + "m" : null,
        ["DateTime"] = text => DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var value)
            ? $"new DateTime({value.Ticks}L, DateTimeKind.{value.Kind})" : null,
        ["DateOnly"] = text => DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var value) ? $"new DateOnly({value.Year}, {value.Month}, {value.Day})" : null,
        ["TimeSpan"] = text => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var value) ? $"new TimeSpan({value.Ticks}L)" : null,
    };

    /// <summary>The literal; null when the text is not a value of the type.</summary>
    /// <exception cref="NotSupportedException">There are no literals of the type.</exception>
    public static string? Of(string type, string text)
    {
        if (type.EndsWith('?')) return text == "null" ? "null" : Of(type[..^1], text);
        var element = type.EndsWith("[]", StringComparison.Ordinal) ? type[..^2] : ListElement(type);
        if (element is not null)
        {
            var items = text.Length == 0 ? [] : text.Split(',').Select(item => Of(element, item.Trim())).ToList();
            return items.Contains(null) ? null : $"new {type} {{ {string.Join(", ", items)} }}";
        }
        var plain = type.StartsWith("System.", StringComparison.Ordinal) ? type["System.".Length..] : type;
        return Scalars.TryGetValue(plain, out var write) ? write(text)
            : throw new NotSupportedException($"values of type {type} cannot be given from outside");
    }

    private static string? ListElement(string type) =>
        type.StartsWith("List<", StringComparison.Ordinal) && type.EndsWith('>') ? type["List<".Length..^1] : null;

    private static string? Bool(string text) => text.ToUpperInvariant() switch
    {
        "TRUE" or "1" or "YES" => "true",
        "FALSE" or "0" or "NO" => "false",
        _ => null,
    };

    private static bool Real(string text, out double value) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    private static string Double(double value) => value switch
    {
        double.NaN => "double.NaN",
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        _ => value.ToString("R", CultureInfo.InvariantCulture) + "d",
    };

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}
