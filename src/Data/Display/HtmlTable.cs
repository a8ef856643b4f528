using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Display;

/// <summary>A frame as an HTML table.</summary>
public static class HtmlTable
{
    /// <summary>The first rows as HTML.</summary>
    /// <param name="frame">Any frame. Its plan is run.</param>
    public static string Render(DataFrame frame) => $"<pre>{TextTable.Render(frame)}</pre>";
}
