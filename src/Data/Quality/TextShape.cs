using System.Globalization;
using System.Text;

namespace MarketingNotebooks.Data.Quality;

/// <summary>The shape of a text: runs of capitals, small letters, digits and East Asian letters each become one sign.</summary>
internal static class TextShape
{
    private const int Most = 24;

    /// <summary>Such as <c>Aa Aa</c> for a name, <c>a@a.a</c> for an address, <c>9-9-9</c> for a date; cut after 24 signs.</summary>
    public static string Of(string text)
    {
        var shape = new StringBuilder();
        var last = '\0';
        foreach (var letter in text)
        {
            var sign = Sign(letter);
            if (sign == last && sign is 'A' or 'a' or '9' or '字' && shape.Length > 0 && shape[^1] == sign) continue;
            if (shape.Length == Most) return shape.Append('…').ToString();
            shape.Append(last = sign);
        }
        return shape.ToString();
    }

    private static char Sign(char letter) => char.GetUnicodeCategory(letter) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter => 'A',
        UnicodeCategory.LowercaseLetter or UnicodeCategory.ModifierLetter => 'a',
        UnicodeCategory.DecimalDigitNumber => '9',
        UnicodeCategory.OtherLetter => '字',
        _ => letter,
    };
}
