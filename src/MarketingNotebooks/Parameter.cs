using System.Globalization;

namespace MarketingNotebooks;

/// <summary>The values at the top of a notebook, which <c>-p name=value</c> replaces.</summary>
public static class Parameter
{
    /// <summary>Ends the cell with one sentence a mistake where a value is outside its range.</summary>
    /// <example><code>
    /// Parameter.Check((nameof(kinds), kinds, 2, 8), (nameof(margin), margin, 0, 1), (nameof(contact), contact, 0, double.PositiveInfinity));
    /// </code></example>
    /// <param name="ranges">Name, value, least and most value allowed; infinite for no limit.</param>
    /// <exception cref="ArgumentException">A value is outside its range, or not a number.</exception>
    public static void Check(params ReadOnlySpan<(string Name, double Value, double Least, double Most)> ranges)
    {
        var mistakes = new List<string>();
        foreach (var (name, value, least, most) in ranges)
        {
            if (value >= least && value <= most && double.IsFinite(value)) continue;
            var range = double.IsFinite(most) ? $"from {Shown(least)} to {Shown(most)}" : $"{Shown(least)} or more";
            mistakes.Add($"{name} must be {range}. Got {Shown(value)}: set it in the cell of parameters, or run with -p {name}=….");
        }
        if (mistakes.Count > 0) throw new ArgumentException(string.Join("\n", mistakes));
    }

    private static string Shown(double value) => value.ToString(CultureInfo.InvariantCulture);
}
