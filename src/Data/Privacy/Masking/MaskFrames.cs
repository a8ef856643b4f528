using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Privacy.Masking;

/// <summary>Masking as a verb of frames.</summary>
public static class MaskFrames
{
    /// <summary>Replaces each value of columns by what a mask leaves of it; nulls stay null, other kinds become text.</summary>
    /// <param name="frame">Any frame. Its plan is run.</param>
    /// <param name="column">A column's name.</param>
    /// <param name="mask">Such as <see cref="Mask.Email"/> or <c>Mask.KeepLast(4)</c>.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public static DataFrame Mask(this DataFrame frame, string column, Func<string, string> mask)
    {
        ArgumentNullException.ThrowIfNull(mask);
        return frame.With(column, TextMapping.Map(frame, column, mask));
    }
}
