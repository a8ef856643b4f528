using System.Globalization;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Text;

namespace MarketingNotebooks.Data.Display;

/// <summary>The first values of a column as texts for people, alike within the column.</summary>
/// <remarks>Integers are digits without separators, as identifiers must be; numbers have as many decimals as the shown values need, at most six
/// digits in all but at least two decimals when there are any, and powers of ten where that would hide them; timestamps are dates when all shown are at
/// midnight.</remarks>
internal static class CellTexts
{
    /// <summary>The texts of the first rows; null where a row holds no value.</summary>
    /// <param name="column">Any column.</param>
    /// <param name="rows">How many rows. Range: 0 to the column's length.</param>
    public static string?[] Of(Column column, int rows)
    {
        var texts = new string?[rows];
        var format = Format(column, rows);
        for (var row = 0; row < rows; row++)
            if (!column.IsNull(row)) texts[row] = format(row);
        return texts;
    }

    private static Func<int, string> Format(Column column, int rows)
    {
        switch (column)
        {
            case TextColumn text:
                return row => text.Text(row)!;
            case Column<bool> flags:
                return row => flags.Span[row] ? "true" : "false";
            case Column<double> numbers:
                var format = NumberFormat(numbers, rows);
                return row => numbers.Span[row].ToString(format, CultureInfo.InvariantCulture);
            case Column<long> { Kind: ColumnKind.Timestamp } times:
                var dates = Enumerable.Range(0, rows).All(row => times.IsNull(row) || times.Span[row] % Times.Day == 0);
                return row => !Times.IsInCalendar(times.Span[row]) ? string.Create(CultureInfo.InvariantCulture, $"outside the years 0001 to 9999: {times.Span[row]} µs")
                    : Times.ToDateTime(times.Span[row]).ToString(dates ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture);
            case Column<long> { Kind: ColumnKind.Duration } spans:
                return row => Duration(spans.Span[row]);
            default:
                return row => ((Column<long>)column).Span[row].ToString(CultureInfo.InvariantCulture);
        }
    }

    private static string NumberFormat(Column<double> column, int rows)
    {
        const int digits = 6;
        var (largest, needed) = (0.0, 0);
        for (var row = 0; row < rows; row++)
        {
            var value = Math.Abs(column.Span[row]);
            if (column.IsNull(row) || !double.IsFinite(value) || value == 0) continue;
            largest = Math.Max(largest, value);
            while (needed < digits && value < 1e15 && Math.Round(value, needed) != value) needed++;
        }
        if (largest >= 1e15 || (largest > 0 && largest < 1e-4)) return "0.#####e+0";
        var whole = largest < 1 ? 0 : (int)Math.Floor(Math.Log10(largest)) + 1;
        return "F" + Math.Min(needed, Math.Max(2, digits - whole)).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Days, then hours, minutes and seconds: 1d 02:03:04.5.</summary>
    private static string Duration(long micros)
    {
        var (days, rest) = Math.DivRem(micros, Times.Day);
        var time = Times.ToTimeSpan(rest).ToString(@"hh\:mm\:ss\.FFFFFF", CultureInfo.InvariantCulture).TrimEnd('.');
        return string.Create(CultureInfo.InvariantCulture, $"{(micros < 0 ? "-" : "")}{(days == 0 ? "" : $"{Math.Abs(days)}d ")}{time}");
    }
}
