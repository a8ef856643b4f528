using System.Globalization;
using System.Text.RegularExpressions;
using MarketingNotebooks.Data.Text;

namespace MarketingNotebooks.Data.Cleaning;

/// <summary>Dates as people write them: 2025-03-05, 2025/3/5 14:30, 5.3.2025, 3/5/2025, 5 Mar 2025, March 5, 2025, 2025年3月5日, 20250305.</summary>
internal static partial class LooseDate
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>Reads a date, perhaps with a time, in microseconds since 1970 UTC; false for a day that no calendar has.</summary>
    /// <param name="normal">As <see cref="LooseText.Normal"/> gives it.</param>
    /// <param name="dayFirst">The order of 5/3/2025 where both are possible.</param>
    /// <param name="micros">The instant.</param>
    public static bool TryRead(string normal, bool dayFirst, out long micros)
    {
        micros = 0;
        var match = Shape().Match(normal);
        if (!match.Success || !TryClock(match, out var clock)) return false;
        var (year, month, day) = Parts(match, dayFirst);
        if (!Times.TryDays(year, month, day, out var days)) return false;
        micros = days * Times.Day + clock;
        return true;
    }

    /// <summary>What a text says of its column's order: 1 for day first, −1 for month first, 0 for nothing.</summary>
    public static int Evidence(string normal)
    {
        var match = Shape().Match(normal);
        if (!match.Groups["a"].Success) return 0;
        var (a, b) = (Number(match, "a"), Number(match, "b"));
        return a > 12 && b <= 12 ? 1 : b > 12 && a <= 12 ? -1 : 0;
    }

    private static (int Year, int Month, int Day) Parts(Match match, bool dayFirst)
    {
        if (match.Groups["name"].Success) return (Year(match), 1 + Array.IndexOf(Months, match.Groups["name"].Value[..3].ToLowerInvariant()), Number(match, "d"));
        if (!match.Groups["a"].Success) return (Number(match, "y"), Number(match, "m"), Number(match, "d"));
        var (a, b) = (Number(match, "a"), Number(match, "b"));
        var first = a > 12 || (b <= 12 && dayFirst);
        return (Year(match), first ? b : a, first ? a : b);
    }

    /// <summary>Two digits are 1950 to 2049.</summary>
    private static int Year(Match match) => Number(match, "y") is var year && match.Groups["y"].Length == 2 ? year + (year < 50 ? 2000 : 1900) : year;

    private static bool TryClock(Match match, out long micros)
    {
        micros = 0;
        if (!match.Groups["h"].Success) return true;
        var (hour, minute, second) = (Number(match, "h"), Number(match, "i"), match.Groups["s"].Success ? Number(match, "s") : 0);
        if (match.Groups["half"].Success)
        {
            if (hour is < 1 or > 12) return false;
            hour = hour % 12 + (match.Groups["half"].Value is "PM" or "pm" or "下午" ? 12 : 0);
        }
        if (hour > 23 || minute > 59 || second > 59) return false;
        micros = hour * Times.Hour + minute * Times.Minute + second * Times.Second;
        if (match.Groups["f"].Success) micros += (long)Math.Round(double.Parse("0." + match.Groups["f"].Value, CultureInfo.InvariantCulture) * Times.Second);
        return true;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:(?<y>[0-9]{4})(?<mark>[-/.])(?<m>[0-9]{1,2})\k<mark>(?<d>[0-9]{1,2})|(?<y>[0-9]{4})\s?年\s?(?<m>[0-9]{1,2})\s?月\s?(?<d>[0-9]{1,2})\s?[日号]"
        + @"|(?<y>(?:19|20)[0-9]{2})(?<m>[0-9]{2})(?<d>[0-9]{2})|(?<a>[0-9]{1,2})(?<mark>[-/.])(?<b>[0-9]{1,2})\k<mark>(?<y>[0-9]{4}|[0-9]{2})"
        + @"|(?<d>[0-9]{1,2})(?:st|nd|rd|th)?[ .-]{1,2}(?<name>" + Name + @")[ .,-]{1,2}(?<y>[0-9]{4}|[0-9]{2})|(?<name>" + Name + @")\.? (?<d>[0-9]{1,2})(?:st|nd|rd|th)?,? (?<y>[0-9]{4}))"
        + @"(?:(?:[T ]\s*|(?<=[日号]))(?<half>上午|下午)?(?<h>[0-9]{1,2}):(?<i>[0-9]{2})(?::(?<s>[0-9]{2})(?:\.(?<f>[0-9]{1,6}))?)?\s?(?<half>[AaPp][Mm])?Z?)?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Shape();

    private const string Name = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
}
