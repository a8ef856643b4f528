using System.Text.RegularExpressions;

namespace MarketingNotebooks.Kernel.Engine.Assistance;

/// <summary>A <c>using</c> directive being written. Recognised by its text: without its semicolon it reads as the next line's declaration.</summary>
internal static partial class UsingLine
{
    /// <summary>The namespace before the name at <paramref name="start"/> (<c>System.</c> gives <c>System</c>, <c>Sys</c> the empty
    /// text); null when this is no such line.</summary>
    public static string? SpaceBefore(string code, int start)
    {
        var line = code[(code.LastIndexOf('\n', Math.Max(start - 1, 0)) is var at && at < start ? at + 1 : 0)..start];
        return Directive().Match(line) is { Success: true } match ? match.Groups[1].Value.TrimEnd('.') : null;
    }

    [GeneratedRegex(@"^\s*using\s+(?:static\s+|\w+\s*=\s*)?((?:\w+\.)*)$")]
    private static partial Regex Directive();
}
