using System.Text;

namespace MarketingNotebooks.Data.Cleaning;

/// <summary>Text as people and their input methods type it, brought to one form before it is read.</summary>
internal static class LooseText
{
    private static readonly HashSet<string> Placeholders = new(StringComparer.OrdinalIgnoreCase)
    {
        "", "n/a", "na", "#n/a", "nan", "null", "none", "nil", "-", "--", "—", "?", "??", "unknown", "missing", "not available", "tbd", "未知", "无", "暂无", "不详",
    };

    /// <summary>Full-width letters, digits and signs as ASCII, odd blanks as blanks, none at the ends.</summary>
    public static string Normal(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
            plain.Append(letter switch
            {
                >= '\uFF01' and <= '\uFF5E' => (char)(letter - 0xFEE0),
                '\u3000' or '\u00A0' or '\u202F' or '\u2009' => ' ',
                '\u2212' => '-',
                '\u2019' => '\'',
                _ => letter,
            });
        return plain.ToString().Trim();
    }

    /// <summary>True for what stands where nothing is known.</summary>
    public static bool IsPlaceholder(string normal) => Placeholders.Contains(normal);
}
