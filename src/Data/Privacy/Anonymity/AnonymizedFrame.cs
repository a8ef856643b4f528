using System.Globalization;
using MarketingNotebooks.Data.Display;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Privacy.Anonymity;

/// <summary>Rows made anonymous, checked. Immutable.</summary>
/// <param name="Frame">The rows kept, in their order, quasi-identifiers as text; other columns as they were.</param>
/// <param name="Suppressed">Rows left out, as they were: their group could not meet the demands. To look at, not to hand over.</param>
/// <param name="Report">Measured on <paramref name="Frame"/> after the fact, not taken from the algorithm.</param>
/// <param name="Loss">What it cost.</param>
[TypeFormatterSource(typeof(AnonymizedFormatters))]
public sealed record AnonymizedFrame(DataFrame Frame, DataFrame Suppressed, AnonymityReport Report, InformationLoss Loss)
{
    /// <summary>The finding in a sentence.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Report}; {Suppressed.RowCount:N0} suppressed; {Loss}");
}

/// <summary>How anonymised rows show themselves.</summary>
public sealed class AnonymizedFormatters
{
    /// <summary>The formatters, found by name by notebook kernels.</summary>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new MimeFormatter<AnonymizedFrame>("text/html", result => HtmlTable.Render(result.Frame, 10) + "<p>" + System.Net.WebUtility.HtmlEncode(result.ToString()) + "</p>"),
        new MimeFormatter<AnonymizedFrame>("text/plain", result => TextTable.Render(result.Frame, 10) + "\n" + result),
    ];
}
