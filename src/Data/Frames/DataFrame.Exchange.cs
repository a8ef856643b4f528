using MarketingNotebooks.Data.Display;

namespace MarketingNotebooks.Data.Frames;

public sealed partial class DataFrame
{
    /// <summary>The first rows as an HTML table, as notebooks show it. Runs the plan.</summary>
    /// <param name="rows">Most rows shown. Range: ≥ 0. Default: 20.</param>
    public string ToHtml(int rows = 20) => HtmlTable.Render(this, rows);
}
