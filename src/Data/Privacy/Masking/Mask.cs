using System.Text;

namespace MarketingNotebooks.Data.Privacy.Masking;

/// <summary>Ways to hide most of a value from those who look at a table. For <c>frame.Mask("email", Mask.Email)</c>.</summary>
/// <remarks>Masks serve screens and examples. They keep a part of the value, so a masked table is still personal data: who knows the person
/// often recognises the rest. To hand tables on, use <see cref="TokenFrames.Tokenize"/>, or drop the column. The number of dots says nothing
/// about the length of what they hide.</remarks>
public static class Mask
{
    private const string Dots = "•••";

    /// <summary>Only the first letters of mailbox and domain and the top-level domain: <c>v•••@e•••.com</c>. What is no address becomes dots.</summary>
    /// <param name="value">An address.</param>
    public static string Email(string value)
    {
        var at = value.LastIndexOf('@');
        var dot = value.LastIndexOf('.');
        return at < 1 || dot <= at + 1 || dot == value.Length - 1 ? Dots : $"{First(value)}{Dots}@{First(value[(at + 1)..])}{Dots}{value[dot..]}";
    }

    /// <summary>Only the last two digits, in the number's own layout: <c>+•• ••• •••••42</c>. Fewer than six digits become dots.</summary>
    /// <param name="value">A telephone number.</param>
    public static string Phone(string value)
    {
        var digits = value.Count(char.IsDigit);
        if (digits < 6) return Dots;
        var (masked, seen) = (new StringBuilder(value.Length), 0);
        foreach (var letter in value)
            masked.Append(char.IsDigit(letter) ? ++seen > digits - 2 ? letter : '•' : " +-()./".Contains(letter) ? letter : '•');
        return masked.ToString();
    }

    /// <summary>Initials: <c>V. K.</c>; of a Chinese name the family name: <c>王•</c>.</summary>
    /// <param name="value">A person's name.</param>
    public static string Name(string value)
    {
        var parts = value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0) return Dots;
        if (parts is [var whole] && whole.EnumerateRunes().All(rune => rune.Value is >= 0x4E00 and <= 0x9FFF)) return First(whole) + "•";
        return string.Join(' ', parts.Select(part => First(part).ToUpperInvariant() + "."));
    }

    /// <summary>Dots and the last characters: <c>KeepLast(4)</c> gives <c>•••1111</c>. A value of no more than twice as many becomes dots.</summary>
    /// <param name="count">Characters kept. Range: 1 to 8. Default: 4.</param>
    /// <exception cref="ArgumentException">The count is out of range.</exception>
    public static Func<string, string> KeepLast(int count = 4) => count is < 1 or > 8
        ? throw new ArgumentException($"Mask.KeepLast keeps 1 to 8 characters. Got {count}.", nameof(count))
        : value =>
        {
            var runes = value.EnumerateRunes().ToArray();
            return runes.Length <= 2 * count ? Dots : Dots + string.Concat(runes[^count..]);
        };

    /// <summary>Nothing but dots; only whether there was a value can be seen.</summary>
    /// <param name="value">Any value.</param>
    public static string Full(string value) => Dots;

    private static string First(string text) => text.EnumerateRunes().First().ToString();
}
