using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Display;

/// <summary>A frame as a text table.</summary>
public static class TextTable
{
    /// <summary>The first rows as text.</summary>
    /// <param name="frame">Any frame. Its plan is run.</param>
    public static string Render(DataFrame frame) => frame.Schema.ToString();
}
