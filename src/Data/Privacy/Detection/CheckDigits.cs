using System.Globalization;

namespace MarketingNotebooks.Data.Privacy.Detection;

/// <summary>Check characters of identity, card and account numbers. Each takes the number without blanks and hyphens, letters in upper case.</summary>
internal static class CheckDigits
{
    /// <summary>Luhn (ISO/IEC 7812-1, annex B). Two digits at least: the number and its check digit.</summary>
    public static bool Luhn(string digits)
    {
        if (digits.Length < 2 || !digits.All(char.IsAsciiDigit)) return false;
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            sum += i % 2 == 0 ? digit : digit < 5 ? 2 * digit : 2 * digit - 9;
        }
        return sum % 10 == 0;
    }

    /// <summary>IBAN: the first four characters moved to the end, letters as 10 to 35, modulo 97 gives 1 (ISO 7064 MOD 97-10).</summary>
    public static bool Iban(string text)
    {
        if (text.Length is < 15 or > 34 || !text.All(char.IsAsciiLetterOrDigit)) return false;
        var rest = 0;
        foreach (var letter in text[4..] + text[..4])
            rest = char.IsAsciiDigit(letter) ? (rest * 10 + letter - '0') % 97 : (rest * 100 + letter - 'A' + 10) % 97;
        return rest == 1;
    }

    /// <summary>Chinese resident identity number: province, a date of birth that exists, Σ digit · 2^(17−i) mod 11 (GB 11643-1999).</summary>
    public static bool ChineseResident(string text)
    {
        if (text.Length != 18 || !text[..17].All(char.IsAsciiDigit)) return false;
        if (text[0] is '0' or '9' || !DateTime.TryParseExact(text[6..14], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born) || born.Year is < 1880 or > 2100) return false;
        ReadOnlySpan<int> weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        var sum = 0;
        for (var i = 0; i < 17; i++) sum += (text[i] - '0') * weights[i];
        return "10X98765432"[sum % 11] == text[17];
    }

    /// <summary>Spanish DNI and NIE: number mod 23.</summary>
    public static bool Spanish(string text)
    {
        if (text.Length != 9 || !char.IsAsciiLetterUpper(text[8])) return false;
        var digits = "XYZ".IndexOf(text[0]) is >= 0 and var first ? first.ToString(CultureInfo.InvariantCulture) + text[1..8] : text[..8];
        return digits.All(char.IsAsciiDigit) && "TRWAGMYFPDXBNJZSQVHLCKE"[int.Parse(digits, CultureInfo.InvariantCulture) % 23] == text[8];
    }

    /// <summary>French NIR: 97 − (13 digits mod 97); Corsica's 2A and 2B count as 19 and 18.</summary>
    public static bool French(string text)
    {
        if (text.Length != 15 || text[0] is not ('1' or '2')) return false;
        var number = text[..13].Replace("2A", "19", StringComparison.Ordinal).Replace("2B", "18", StringComparison.Ordinal);
        return number.All(char.IsAsciiDigit) && text[13..].All(char.IsAsciiDigit)
            && 97 - long.Parse(number, CultureInfo.InvariantCulture) % 97 == int.Parse(text[13..], CultureInfo.InvariantCulture);
    }

    /// <summary>Italian codice fiscale: characters in odd places by a table, in even places by value, mod 26.</summary>
    public static bool Italian(string text)
    {
        if (text.Length != 16 || !text.All(char.IsAsciiLetterOrDigit) || !text[..6].All(char.IsAsciiLetterUpper) || !char.IsAsciiLetterUpper(text[15])) return false;
        ReadOnlySpan<int> odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
        var sum = 0;
        for (var i = 0; i < 15; i++)
        {
            var value = char.IsAsciiDigit(text[i]) ? text[i] - '0' : text[i] - 'A';
            sum += i % 2 == 0 ? odd[value] : value;
        }
        return sum % 26 == text[15] - 'A';
    }

    /// <summary>Hong Kong: letters as 10 to 35, a blank 36, weights 9 to 1, sum divisible by 11. Written with or without brackets.</summary>
    public static bool HongKong(string text)
    {
        text = text.Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal);
        if (text.Length == 8) text = " " + text;
        if (text.Length != 9 || !char.IsAsciiLetterUpper(text[1]) || !text[2..8].All(char.IsAsciiDigit)) return false;
        if (text[0] != ' ' && !char.IsAsciiLetterUpper(text[0])) return false;
        var sum = text[0] == ' ' ? 9 * 36 : 9 * (text[0] - 'A' + 10);
        sum += 8 * (text[1] - 'A' + 10);
        for (var i = 2; i < 8; i++) sum += (9 - i) * (text[i] - '0');
        return text[8] switch { 'A' => (sum + 10) % 11 == 0, >= '0' and <= '9' => (sum + text[8] - '0') % 11 == 0, _ => false };
    }

    /// <summary>Taiwan: the letter as two digits, weights 1, 9 … 1, 1, sum divisible by 10.</summary>
    public static bool Taiwanese(string text)
    {
        if (text.Length != 10 || !char.IsAsciiLetterUpper(text[0]) || text[1] is not ('1' or '2' or '8' or '9') || !text[1..].All(char.IsAsciiDigit)) return false;
        var letter = "ABCDEFGHJKLMNPQRSTUVXYWZIO".IndexOf(text[0]) + 10;
        var sum = letter / 10 + letter % 10 * 9 + (text[9] - '0');
        for (var i = 1; i < 9; i++) sum += (text[i] - '0') * (9 - i);
        return sum % 10 == 0;
    }

    /// <summary>Singapore NRIC and FIN: weights 2, 7, 6, 5, 4, 3, 2.</summary>
    public static bool Singaporean(string text)
    {
        if (text.Length != 9 || text[0] is not ('S' or 'T' or 'F' or 'G') || !text[1..8].All(char.IsAsciiDigit)) return false;
        ReadOnlySpan<int> weights = [2, 7, 6, 5, 4, 3, 2];
        var sum = text[0] is 'T' or 'G' ? 4 : 0;
        for (var i = 0; i < 7; i++) sum += weights[i] * (text[i + 1] - '0');
        return (text[0] is 'S' or 'T' ? "JZIHGFEDCBA" : "XWUTRQPNMLK")[sum % 11] == text[8];
    }
}
