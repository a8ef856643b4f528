using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;
using MarketingNotebooks.Charts;

namespace MarketingNotebooks.Workbench.Pages.Galleries;

/// <summary>Style rules that show pictures drawn for a light page in the dark template's colours on a dark one.</summary>
internal static partial class ThumbnailColors
{
    /// <summary>How far rounding takes a colour of a scale from it: half a step in each of red, green and blue.</summary>
    private const float Rounding = 0.9f;

    /// <summary>The rules: each colour of the light template is a pair of colours, of which the page's scheme chooses one.</summary>
    /// <param name="pictures">What holds the pictures; only colours of a scale that occur here get a rule.</param>
    public static string Style(string pictures)
    {
        var (light, dark) = (Template.Light, Template.Dark);
        var pairs = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (one, other) in Colors(light).Zip(Colors(dark))) pairs.TryAdd(one, other);
        foreach (var color in Hexadecimal().Matches(pictures).Select(match => match.Value).Distinct(StringComparer.OrdinalIgnoreCase))
            if ((Counterpart(color, light.Sequential, dark.Sequential) ?? Counterpart(color, light.Diverging, dark.Diverging)) is { } other) pairs.TryAdd(color, other);
        var css = new StringBuilder();
        foreach (var (one, other) in pairs)
        {
            foreach (var property in (string[])["fill", "stroke", "stop-color"])
                css.Append($".cover [{property}=\"{one}\" i]{{{property}:light-dark({one},{other})}}\n");
        }
        return css.ToString().TrimEnd();
    }

    private static IEnumerable<string> Colors(Template template) => [template.Background, template.Ink, template.Muted, template.Grid, .. template.Colors];

    /// <summary>The colour as far along one scale as a colour is along another; null when it is not of that one.</summary>
    private static string? Counterpart(string color, IReadOnlyList<string> from, IReadOnlyList<string> to)
    {
        var point = Rgb(color);
        for (var i = 0; i + 1 < from.Count; i++)
        {
            var (start, way) = (Rgb(from[i]), Rgb(from[i + 1]) - Rgb(from[i]));
            var part = Math.Clamp(Vector3.Dot(point - start, way) / way.LengthSquared(), 0, 1);
            if (Vector3.Distance(point, start + part * way) > Rounding) continue;
            var along = (i + part) / (from.Count - 1) * (to.Count - 1);
            var below = Math.Min((int)along, to.Count - 2);
            var found = Vector3.Lerp(Rgb(to[below]), Rgb(to[below + 1]), along - below);
            return $"#{(int)MathF.Round(found.X):X2}{(int)MathF.Round(found.Y):X2}{(int)MathF.Round(found.Z):X2}";
        }
        return null;
    }

    private static Vector3 Rgb(string color)
    {
        var value = int.Parse(color.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return new Vector3(value >> 16, value >> 8 & 255, value & 255);
    }

    [GeneratedRegex("#[0-9a-f]{6}(?=\")", RegexOptions.IgnoreCase)]
    private static partial Regex Hexadecimal();
}
