using System.Globalization;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Text;

namespace MarketingNotebooks.Marketing;

/// <summary>Reads dates however they are written: timestamps, integers such as 20240131, text such as 2024-01-31 or 20240131.</summary>
internal static class DateColumns
{
    private const int FirstYear = 1900;
    private const int LastYear = 2199; // a column of eight-digit numbers that are all dates of these years is no accident
    private static readonly string[] _formats = ["yyyyMMdd", "yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"];

    /// <summary>The column as timestamps; null when some value is no date, or none is there at all.</summary>
    public static Column<long>? Read(Column column)
    {
        if (column is Column<long> { Kind: ColumnKind.Timestamp } timestamps) return timestamps;
        if (column.NullCount == column.Length) return null;
        var micros = new long[column.Length];
        switch (column)
        {
            case Column<long> { Kind: ColumnKind.Integer } integers:
                for (var row = 0; row < micros.Length; row++)
                    if (!column.IsNull(row) && !TryRead(integers.Span[row], out micros[row])) return null;
                break;
            case TextColumn text:
                var dates = new long[text.Dictionary.Length];
                var valid = new bool[dates.Length];
                for (var code = 0; code < dates.Length; code++) valid[code] = TryRead(text.Dictionary[code], out dates[code]);
                for (var row = 0; row < micros.Length; row++)
                {
                    if (column.IsNull(row)) continue;
                    if (!valid[text.Codes[row]]) return null;
                    micros[row] = dates[text.Codes[row]];
                }
                break;
            default:
                return null;
        }
        return new Column<long>(ColumnKind.Timestamp, micros, column.Validity);
    }

    /// <summary>A clause naming the first value that is no date, for an error; "" when there is nothing to show.</summary>
    public static string Offender(Column column)
    {
        for (var row = 0; row < column.Length; row++)
        {
            var bad = column switch
            {
                Column<long> integers => !column.IsNull(row) && !TryRead(integers.Span[row], out _),
                TextColumn text => !column.IsNull(row) && !TryRead(text.Text(row)!, out _),
                _ => !column.IsNull(row),
            };
            if (bad) return $"; row {row} is '{column[row]}'";
        }
        return "";
    }

    private static bool TryRead(long yyyymmdd, out long micros)
    {
        micros = 0;
        var (year, month, day) = (yyyymmdd / 10_000, (int)(yyyymmdd / 100 % 100), (int)(yyyymmdd % 100));
        if (year is < FirstYear or > LastYear || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth((int)year, month)) return false;
        micros = Times.FromDateTime(new DateTime((int)year, month, day, 0, 0, 0, DateTimeKind.Utc));
        return true;
    }

    private static bool TryRead(string text, out long micros)
    {
        var read = DateTime.TryParseExact(text, _formats, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date);
        micros = read ? Times.FromDateTime(date) : 0;
        return read && date.Year is >= FirstYear and <= LastYear;
    }
}
