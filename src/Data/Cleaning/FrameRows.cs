using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Plans;

namespace MarketingNotebooks.Data.Cleaning;

/// <summary>Rows and columns of a frame, without loss.</summary>
internal static class FrameRows
{
    /// <summary>The rows named, in that order; rejects are kept.</summary>
    public static DataFrame Take(DataFrame frame, int[] rows) =>
        new(new ScanNode(Table.Of(frame.ColumnNames.Select(name => (name, frame.Column(name).Take(rows)))), "memory", frame.Rejects));

    /// <summary>A frame with one column more, which must not be there yet: a column of that name is never replaced in passing.</summary>
    public static DataFrame Add(DataFrame frame, string name, Column column, string method) =>
        !frame.ColumnNames.Contains(name) ? frame.With(name, column)
        : throw new ArgumentException($"{method} adds a column '{name}', and the frame has one of that name: rename or drop it first.");
}
