using System.Globalization;
using System.Text.RegularExpressions;

namespace MarketingNotebooks.Data.Cleaning;

/// <summary>Which mark a column's numbers put before their decimals where the text itself leaves it open (1,234 and 1.234).</summary>
internal enum DecimalMark
{
    Point,
    Comma,
}

/// <summary>Numbers as people write them: 1,234.50, 1.234,50 €, US$ 12, (3.20), 15 %, 1.2万, １２３, 1 234, 1'234.</summary>
internal static partial class LooseNumber
{
    /// <summary>Reads a number.</summary>
    /// <param name="normal">As <see cref="LooseText.Normal"/> gives it.</param>
    /// <param name="mark">Decides between thousands and decimals where both are possible.</param>
    /// <param name="value">The number; a percentage as its hundredth.</param>
    public static bool TryRead(string normal, DecimalMark mark, out double value)
    {
        value = 0;
        var match = Shape().Match(normal);
        if (!match.Success || match.Groups["open"].Success != match.Groups["close"].Success) return false;
        var signs = match.Groups["sign"].Captures.Count + match.Groups["tail"].Captures.Count + match.Groups["open"].Captures.Count;
        if (signs > 1 || Digits(match.Groups["digits"].Value.TrimEnd(), mark) is not { } digits) return false;
        if (!double.TryParse(digits + match.Groups["power"].Value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value)) return false;
        foreach (var unit in match.Groups["unit"].Value) value *= Unit(unit);
        if (match.Groups["percent"].Success) value /= 100;
        if (match.Groups["open"].Success || match.Groups["sign"].Value == "-" || match.Groups["tail"].Success) value = -value;
        return double.IsFinite(value);
    }

    /// <summary>What a text says of its column's decimal mark: −1 for a point, 1 for a comma, 0 for nothing.</summary>
    public static int Evidence(string normal)
    {
        var digits = Shape().Match(normal).Groups["digits"].Value.TrimEnd();
        var (point, comma) = (digits.LastIndexOf('.'), digits.LastIndexOf(','));
        if (point >= 0 && comma >= 0) return point > comma ? -1 : 1;
        if (point < 0 && comma < 0) return 0;
        var at = Math.Max(point, comma);
        var open = digits.Length - at == 4 && at is >= 1 and <= 3 && digits[0] != '0';
        var several = digits.AsSpan().Count(digits[at]) > 1;
        return open ? 0 : several ? (point >= 0 ? 1 : -1) : point >= 0 ? -1 : 1;
    }

    /// <summary>Digits with a decimal point alone; null when separators stand where none belong.</summary>
    private static string? Digits(string digits, DecimalMark mark)
    {
        digits = Regex.Replace(digits, "(?<=[0-9])[ '](?=[0-9]{3}(?![0-9]))", "");
        if (digits.Contains(' ') || digits.Contains('\'')) return null;
        var (point, comma) = (digits.LastIndexOf('.'), digits.LastIndexOf(','));
        if (point < 0 && comma < 0) return digits;
        var evidence = Evidence(digits);
        var last = evidence < 0 || (evidence == 0 && mark == DecimalMark.Point) ? '.' : ',';
        var thousands = last == '.' ? ',' : '.';
        var cut = digits.LastIndexOf(last);
        var whole = cut < 0 ? digits : digits[..cut];
        if (whole.Contains(thousands) && !Regex.IsMatch(whole, $"^[0-9]{{1,3}}([{thousands}][0-9]{{3}})+$")) return null;
        if (whole.Contains(last) || (cut >= 0 && digits.AsSpan(cut).Contains(thousands))) return null;
        return whole.Replace(thousands.ToString(), "", StringComparison.Ordinal) + (cut < 0 ? "" : "." + digits[(cut + 1)..]);
    }

    private static double Unit(char unit) => unit switch
    {
        '百' => 1e2, '千' or 'k' or 'K' => 1e3, '万' or '萬' => 1e4, '亿' or '億' => 1e8, _ => 1,
    };

    [GeneratedRegex(@"^(?<open>\()?\s*(?<sign>[+-])?\s*(?:(?<money>" + Money + @")\s*)?(?<sign>[+-])?\s*(?<digits>[0-9][0-9 .,']*|[.,][0-9]+)(?<power>[eE][+-]?[0-9]+)?\s*(?<unit>[百千万萬亿億kK]{0,2})\s*(?<percent>%)?\s*(?:(?<money>" + Money
        + @"))?\s*(?<tail>-)?\s*(?<close>\))?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Shape();

    private const string Money = @"€|\$|£|¥|￥|₹|₩|元|圆|块|EUR|USD|GBP|CNY|RMB|JPY|CHF|HKD|SGD|TWD|US\$|HK\$|NT\$|S\$|A\$|C\$";
}
