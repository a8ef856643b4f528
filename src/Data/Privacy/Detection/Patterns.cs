using System.Globalization;
using System.Text.RegularExpressions;

namespace MarketingNotebooks.Data.Privacy.Detection;

/// <summary>What single values look like. Regular expressions run without backtracking or repeat a bounded number of times, so that no text can make them slow.</summary>
internal static partial class Patterns
{
    public static bool Email(string text) => EmailForm().IsMatch(text);

    public static bool Resident(string text) => CheckDigits.ChineseResident(Plain(text));

    public static bool Iban(string text) => Plain(text) is { Length: >= 15 } plain && char.IsAsciiLetter(plain[0]) && char.IsAsciiLetter(plain[1]) && char.IsAsciiDigit(plain[2]) && CheckDigits.Iban(plain);

    public static bool Card(string text) => CardForm().IsMatch(text) && Plain(text) is var plain && SchemeForm().IsMatch(plain) && CheckDigits.Luhn(plain);

    /// <summary>National numbers with a check character; Hong Kong's, Taiwan's, Singapore's, Spain's, Italy's, France's.</summary>
    public static bool CheckedNational(string text)
    {
        var plain = Plain(text);
        return plain.Length is >= 8 and <= 16 && (CheckDigits.Spanish(plain) || CheckDigits.French(plain) || CheckDigits.Italian(plain) || CheckDigits.HongKong(plain)
            || CheckDigits.Taiwanese(plain) || CheckDigits.Singaporean(plain));
    }

    /// <summary>By form only: US social security numbers with hyphens, British national insurance numbers.</summary>
    public static bool FormedNational(string text) => SocialSecurity().IsMatch(text) && text[..3] is not ("000" or "666") && text[0] != '9' && text[4..6] != "00" && text[7..] != "0000"
        || NationalInsurance().IsMatch(text);

    public static bool Ip(string text) => text.Length >= 7 && (V4().IsMatch(text) || (text.Count(letter => letter == ':') >= 2 && !Clock().IsMatch(text) && System.Net.IPAddress.TryParse(text, out _)));

    public static bool Coordinates(string text) => Pair().Match(text) is { Success: true } pair && Math.Abs(Number(pair.Groups[1].Value)) <= 90 && Math.Abs(Number(pair.Groups[2].Value)) <= 180;

    /// <summary>A form that nothing but telephone numbers has.</summary>
    public static bool SurePhone(string text) => SurePhoneForm().IsMatch(text) && text.Count(char.IsAsciiDigit) is >= 8 and <= 15 && !V4().IsMatch(text);

    /// <summary>Digits that could be a telephone number if the column says so.</summary>
    public static bool MaybePhone(string text) => SurePhone(text) || (MaybePhoneForm().IsMatch(text) && text.Count(char.IsAsciiDigit) is >= 6 and <= 15 && !DateForm().IsMatch(text));

    public static bool Address(string text) => Street().IsMatch(text) || ChineseStreet().IsMatch(text);

    public static bool Postcode(string text) => PostcodeForm().IsMatch(text);

    public static bool Passport(string text) => PassportForm().IsMatch(text) && text.Count(char.IsAsciiDigit) >= 4;

    /// <summary>Two to four words in capitals, one of them a common name (or two, where names are words too, as White and King); 
    /// or two to four Chinese characters that begin with a family name, or Chinese characters around the dot of names from other languages.</summary>
    public static bool Name(string text)
    {
        text = text.Trim();
        if (text.Length is >= 2 and <= 4 && text.All(letter => letter is >= '\u4E00' and <= '\u9FFF')) return NameLists.Chinese.Contains(text[0]) || NameLists.ChineseDouble.Contains(text[..2]);
        if (DottedName().IsMatch(text)) return true;
        return NameForm().IsMatch(text) && text.Split([' ', ',', '-'], StringSplitOptions.RemoveEmptyEntries).Sum(word => NameLists.Weight(word.ToLowerInvariant())) >= 2;
    }

    /// <summary>A day, as yyyy-mm-dd, dd.mm.yyyy or the like; null when it is none.</summary>
    public static int? Year(string text) => DateForm().Match(text) is { Success: true } match
        ? int.Parse(match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value, CultureInfo.InvariantCulture) : null;

    /// <summary>Personal data inside a longer text, and of what kind.</summary>
    public static PersonalDataKind? Inside(string text)
    {
        if (text.Length < 6) return null;
        if (text.Contains('@') && EmailInside().IsMatch(text)) return PersonalDataKind.Email;
        foreach (var match in NumberInside().EnumerateMatches(text))
        {
            var number = text.AsSpan(match.Index, match.Length).ToString().Trim();
            if (Resident(number)) return PersonalDataKind.ChineseResidentId;
            if (Iban(number)) return PersonalDataKind.BankAccount;
            if (Card(number)) return PersonalDataKind.PaymentCard;
            if (SurePhone(number)) return PersonalDataKind.Phone;
            if (V4().IsMatch(number)) return PersonalDataKind.IpAddress;
        }
        return Address(text) ? PersonalDataKind.PostalAddress : null;
    }

    private static string Plain(string text) => text.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.\p{L}{2,}\s*$", RegexOptions.NonBacktracking)]
    private static partial Regex EmailForm();

    [GeneratedRegex(@"[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.\p{L}{2,}", RegexOptions.NonBacktracking)]
    private static partial Regex EmailInside();

    [GeneratedRegex(@"[A-Z]{2}[0-9]{2}[A-Z0-9 ]{11,36}|[+(]?[0-9][0-9 ().-]{5,26}[0-9Xx]", RegexOptions.NonBacktracking)]
    private static partial Regex NumberInside();

    [GeneratedRegex(@"^[0-9]{4}[ -]?[0-9]{4,6}[ -]?[0-9]{4,5}[ -]?[0-9]{0,4}$", RegexOptions.NonBacktracking)]
    private static partial Regex CardForm();

    [GeneratedRegex(@"^(4[0-9]{12}|4[0-9]{15}|4[0-9]{18}|5[1-5][0-9]{14}|2[2-7][0-9]{14}|3[47][0-9]{13}|6(011|5[0-9]{2})[0-9]{12}|62[0-9]{14,17}|35[0-9]{14})$", RegexOptions.NonBacktracking)]
    private static partial Regex SchemeForm();

    [GeneratedRegex(@"^[0-9]{3}-[0-9]{2}-[0-9]{4}$", RegexOptions.NonBacktracking)]
    private static partial Regex SocialSecurity();

    [GeneratedRegex(@"^[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D]$", RegexOptions.NonBacktracking)]
    private static partial Regex NationalInsurance();

    [GeneratedRegex(@"^((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])$", RegexOptions.NonBacktracking)]
    private static partial Regex V4();

    [GeneratedRegex(@"[0-9]{1,2}:[0-9]{2}:[0-9]{2}", RegexOptions.NonBacktracking)]
    private static partial Regex Clock();

    [GeneratedRegex(@"^\s*\(?(-?[0-9]{1,2}\.[0-9]{3,}),\s*(-?[0-9]{1,3}\.[0-9]{3,})\)?\s*$")]
    private static partial Regex Pair();

    // International with + or 00; North American; Chinese mobile, landline with area code.
    [GeneratedRegex(@"^\s*(\+[1-9][0-9 ().-]{6,20}|00[1-9][0-9]{0,2}[ ./-][0-9 ./-]{6,16}|\(?[2-9][0-9]{2}\)?[ .-][2-9][0-9]{2}[ .-][0-9]{4}|(86[ -]?)?1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}|\(?0[1-9][0-9]{1,3}[)/ -][ ]?[0-9]{3,4}[ -]?[0-9]{4})\s*$", RegexOptions.NonBacktracking)]
    private static partial Regex SurePhoneForm();

    [GeneratedRegex(@"^\s*\+?[0-9(][0-9 ()./-]{5,20}\s*$", RegexOptions.NonBacktracking)]
    private static partial Regex MaybePhoneForm();

    [GeneratedRegex(@"^\s*(?:((?:19|20)[0-9]{2})[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}|[0-9]{1,2}[-/.][0-9]{1,2}[-/.]((?:19|20)[0-9]{2}))")]
    private static partial Regex DateForm();

    [GeneratedRegex(@"(^|[^\p{L}\p{N}])[0-9]{1,5}[a-z]?,? ([\p{L}'.-]+ ){1,3}(street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|court|close|terrace|square|crescent)\b|\p{L}{3,}(straße|strasse|str\.|weg|platz|gasse|allee|straat|laan|gracht|plein|kade) ?[0-9]{1,4}|[0-9]{1,4}( bis)?,? (rue|boulevard|place|chemin|impasse|quai|allée|avenue) ", RegexOptions.IgnoreCase)]
    private static partial Regex Street();

    [GeneratedRegex(@"[\u4E00-\u9FFF]{2,}(路|街|巷|弄|道|村|胡同)[\u4E00-\u9FFF]{0,6}[0-9一二三四五六七八九十百]{1,5}(号|號|弄|巷)", RegexOptions.NonBacktracking)]
    private static partial Regex ChineseStreet();

    [GeneratedRegex(@"^\s*([0-9]{4,6}|[0-9]{5}-[0-9]{4}|[0-9]{4} ?[A-Z]{2}|[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}|[A-Z][0-9][A-Z] ?[0-9][A-Z][0-9])\s*$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex PostcodeForm();

    [GeneratedRegex(@"^\s*[A-Z0-9]{1,3}[0-9A-Z]{5,8}\s*$", RegexOptions.NonBacktracking)]
    private static partial Regex PassportForm();

    [GeneratedRegex(@"^[\u4E00-\u9FFF]{1,8}([·•・‧][\u4E00-\u9FFF]{1,8}){1,3}$", RegexOptions.NonBacktracking)]
    private static partial Regex DottedName();

    [GeneratedRegex(@"^\p{Lu}[\p{L}'’.-]+,?( (van|von|de|der|den|da|di|del|la|le|ter)){0,2}( \p{Lu}[\p{L}'’.-]*){1,3}$", RegexOptions.NonBacktracking)]
    private static partial Regex NameForm();
}
