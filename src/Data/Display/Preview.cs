using System.Globalization;
using MarketingNotebooks.Data.Engines;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Display;

/// <summary>What of a frame is fetched to be shown: all of one in memory, of one at a source only the rows on show.</summary>
/// <param name="Frame">The frame to take rows from.</param>
/// <param name="Source">Where the rest is; null when there is none.</param>
internal readonly record struct Preview(DataFrame Frame, string? Source)
{
    /// <summary>A frame to show.</summary>
    /// <param name="frame">Any frame.</param>
    /// <param name="rows">Rows on show.</param>
    public static Preview Of(DataFrame frame, int rows)
    {
        if (frame.Plan.IsInMemory) return new Preview(frame, null);
        var head = frame.Head(rows == int.MaxValue ? rows : rows + 1); // one more tells whether there are more
        return new Preview(head, head.RowCount > rows ? Executors.SourceOf(frame.Plan)!.ToString() : null);
    }

    /// <summary>The line under the table.</summary>
    /// <param name="rows">Rows shown.</param>
    /// <param name="columns">Columns shown.</param>
    public string Caption(int rows, int columns) => Source is null ? Display.Caption.Of(Frame, rows, columns)
        : string.Create(CultureInfo.InvariantCulture, $"the first {rows:N0} rows, {columns:N0} of {Frame.ColumnCount:N0} columns; the others are at {Source}");
}
