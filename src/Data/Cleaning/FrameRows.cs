using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Plans;

namespace MarketingNotebooks.Data.Cleaning;

/// <summary>Some rows of a frame.</summary>
internal static class FrameRows
{
    /// <summary>The rows named, in that order; rejects are kept.</summary>
    public static DataFrame Take(DataFrame frame, int[] rows) =>
        new(new ScanNode(Table.Of(frame.ColumnNames.Select(name => (name, frame.Column(name).Take(rows)))), "memory", frame.Rejects));
}
