using MarketingNotebooks.Data.Display;

namespace MarketingNotebooks.Charts;

/// <summary>How a figure shows itself in a notebook: Plotly's JSON (VS Code), HTML (Jupyter), a static picture (GitHub) and text.</summary>
public sealed class FigureFormatters
{
    /// <summary>MIME type of a figure as a JSON object.</summary>
    public const string PlotlyMimeType = "application/vnd.plotly.v1+json";

    /// <summary>The formatters, found by name by notebook kernels.</summary>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new MimeFormatter<Figure>(PlotlyMimeType, figure => figure.ToJson()),
        new MimeFormatter<Figure>("text/html", figure => figure.ToHtml()),
        new MimeFormatter<Figure>("image/svg+xml", figure => figure.ToSvg()),
        new MimeFormatter<Figure>("text/plain", figure => figure.ToString()),
    ];
}
