using System.Globalization;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Plans;

namespace MarketingNotebooks.Data.Display;

/// <summary>The line under a table: how much of the frame it shows, and what was set aside.</summary>
internal static class Caption
{
    /// <summary>The line.</summary>
    /// <param name="frame">A frame that has been run.</param>
    /// <param name="rows">Rows shown.</param>
    /// <param name="columns">Columns shown.</param>
    public static string Of(DataFrame frame, int rows, int columns)
    {
        var culture = CultureInfo.InvariantCulture;
        var all = frame.RowCount;
        var text = rows == all
            ? string.Create(culture, $"{all:N0} {(all == 1 ? "row" : "rows")}")
            : string.Create(culture, $"{rows:N0} of {all:N0} rows");
        text += columns == frame.ColumnCount
            ? string.Create(culture, $" × {columns:N0} {(columns == 1 ? "column" : "columns")}")
            : string.Create(culture, $", {columns:N0} of {frame.ColumnCount:N0} columns; pick others by name");
        return Note(frame) is { } note ? $"{text}. {note}" : text;
    }

    /// <summary>A remark on rejects, for the frame that was read and not for what is made of it.</summary>
    private static string? Note(DataFrame frame)
    {
        if (frame.Plan is not ScanNode { Rejects: { } rejects }) return null;
        if (frame.CsvReport is { } report) return report.RejectNote;
        var count = rejects.RowCount;
        return count == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? "row was" : "rows were")} set aside; see frame.Rejects.");
    }
}
