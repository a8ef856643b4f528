using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Display;

/// <summary>How a frame shows itself in a notebook: as an HTML table and as plain text.</summary>
public sealed class DataFrameFormatters
{
    /// <summary>The formatters, found by name by notebook kernels.</summary>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new MimeFormatter<DataFrame>("text/html", frame => HtmlTable.Render(frame)),
        new MimeFormatter<DataFrame>("text/plain", frame => TextTable.Render(frame)),
    ];
}
