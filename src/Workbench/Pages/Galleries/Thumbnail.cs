using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace MarketingNotebooks.Workbench.Pages.Galleries;

/// <summary>A picture of a notebook made fit to stand in the index: only drawing elements, no scripts or addresses, ids of its own.</summary>
internal static partial class Thumbnail
{
    private const int MostCharacters = 400_000;
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly HashSet<string> Elements = new(StringComparer.Ordinal)
    {
        "svg", "g", "defs", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "clipPath", "mask", "symbol", "use",
        "linearGradient", "radialGradient", "stop", "pattern", "marker", "title", "desc",
    };

    /// <summary>The picture as an <c>svg</c> element that scales to its box; null when it is no SVG, too large, or has no size.</summary>
    /// <param name="text">An SVG document.</param>
    /// <param name="prefix">Put before each id.</param>
    public static string? Of(string text, string prefix)
    {
        if (text.Length > MostCharacters || Read(text) is not { } root || root.Name.LocalName != "svg" || Box(root) is not { } box) return null;
        Clean(root, prefix);
        root.Elements().Where(element => element.Name.LocalName is "title" or "desc").Remove();
        foreach (var name in (string[])["width", "height", "style", "class", "id", "role", "aria-label", "aria-labelledby", "aria-describedby"]) root.Attribute(name)?.Remove();
        root.SetAttributeValue("viewBox", box);
        root.SetAttributeValue("preserveAspectRatio", "xMidYMid meet");
        root.SetAttributeValue("aria-hidden", "true");
        root.SetAttributeValue("focusable", "false");
        return root.ToString(SaveOptions.DisableFormatting);
    }

    private static XElement? Read(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersFromEntities = 1000 });
            return XDocument.Load(reader).Root;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static string? Box(XElement root)
    {
        if (root.Attribute("viewBox")?.Value is { } box && Numbers().IsMatch(box)) return box;
        return Length(root.Attribute("width")) is { } width && Length(root.Attribute("height")) is { } height
            ? string.Create(CultureInfo.InvariantCulture, $"0 0 {width} {height}")
            : null;
    }

    private static double? Length(XAttribute? attribute) =>
        double.TryParse(attribute?.Value.Replace("px", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var length) && length > 0 ? length : null;

    private static void Clean(XElement element, string prefix)
    {
        foreach (var child in element.Nodes().ToList())
        {
            if (child is XElement inner && Elements.Contains(inner.Name.LocalName)) Clean(inner, prefix);
            else if (child is not XText) child.Remove();
        }
        foreach (var attribute in element.Attributes().ToList())
        {
            var name = attribute.Name.LocalName;
            if (attribute.IsNamespaceDeclaration) attribute.Remove();
            else if (name == "id") attribute.Value = prefix + attribute.Value;
            else if (name == "href" && attribute.Value.StartsWith('#')) attribute.Value = "#" + prefix + attribute.Value[1..];
            else if (name == "href" || name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || name is "class" or "tabindex" || HasAddress(attribute.Value)) attribute.Remove();
            else attribute.Value = LocalAddress().Replace(attribute.Value, match => $"url(#{prefix}{match.Groups[1].Value})");
        }
        element.Name = Svg + element.Name.LocalName;
    }

    /// <summary>True for <c>url(…)</c> that leads out of the picture, and for escapes that could hide one.</summary>
    private static bool HasAddress(string value) =>
        value.Contains('\\') || value.Contains("@import", StringComparison.OrdinalIgnoreCase) || LocalAddress().Replace(value, "").Contains("url(", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("""url\(\s*["']?#([^"')\s]+)["']?\s*\)""", RegexOptions.IgnoreCase)]
    private static partial Regex LocalAddress();

    [GeneratedRegex(@"^\s*-?[\d.]+([\s,]+-?[\d.]+){3}\s*\z")]
    private static partial Regex Numbers();
}
