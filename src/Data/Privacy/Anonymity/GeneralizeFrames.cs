using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Privacy.Anonymity;

/// <summary>Generalisation as a verb of frames.</summary>
public static class GeneralizeFrames
{
    /// <summary>Replaces each value of a column by a coarser one; nulls stay null.</summary>
    /// <param name="frame">Any frame. Its plan is run.</param>
    /// <param name="column">A column's name; it becomes text.</param>
    /// <param name="hierarchy">Such as <c>Hierarchy.Bins(10)</c>.</param>
    /// <param name="level">Range: 0, unchanged, to the hierarchy's height, all *. Default: 1.</param>
    /// <exception cref="ArgumentException">There is no such column or level, or a value does not fit the hierarchy.</exception>
    public static DataFrame Generalize(this DataFrame frame, string column, Hierarchy hierarchy, int level = 1)
    {
        ArgumentNullException.ThrowIfNull(hierarchy);
        return frame.With(column, TextMapping.Map(frame, column, value => hierarchy.Generalize(value, level)));
    }
}
