using System.Globalization;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Text;

namespace MarketingNotebooks.Data.Quality;

/// <summary>One cell as the text that reads back equal: shortest numbers, ISO times.</summary>
internal static class CellText
{
    /// <summary>The text, or null where there is no value.</summary>
    public static string? Of(Column column, int row) => column.IsNull(row) ? null : column switch
    {
        TextColumn text => text.Text(row),
        Column<bool> flags => flags.Values[row] ? "true" : "false",
        Column<double> numbers => numbers.Values[row].ToString("R", CultureInfo.InvariantCulture),
        Column<long> { Kind: ColumnKind.Timestamp } times => Times.ToText(times.Values[row]),
        Column<long> { Kind: ColumnKind.Duration } spans => Times.DurationToText(spans.Values[row]),
        _ => ((Column<long>)column).Values[row].ToString(CultureInfo.InvariantCulture),
    };
}
