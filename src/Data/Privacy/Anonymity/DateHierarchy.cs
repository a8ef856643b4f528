using System.Globalization;

namespace MarketingNotebooks.Data.Privacy.Anonymity;

/// <summary>Day, month, quarter, year, decade, any.</summary>
internal sealed class DateHierarchy : Hierarchy
{
    public override int Height => 5;

    private protected override string Coarser(string value, int level)
    {
        if (!DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var day))
            throw new ArgumentException($"'{value}' is not a date. Convert the column with ToTimestamp() before generalising.");
        return level switch
        {
            1 => day.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            2 => $"{day.Year:0000}-Q{(day.Month + 2) / 3}",
            3 => $"{day.Year:0000}",
            _ => $"{day.Year / 10:000}0s",
        };
    }
}
