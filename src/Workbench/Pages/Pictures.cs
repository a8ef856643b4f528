using System.Text;
using System.Text.Json.Nodes;

namespace MarketingNotebooks.Workbench.Pages;

/// <summary>Pictures as addresses that hold them.</summary>
internal static class Pictures
{
    /// <summary>A <c>data:</c> address of a picture in a MIME bundle; null when the bundle has none of that type that can be read.</summary>
    public static string? DataAddress(JsonObject data, string mime)
    {
        if (Bundles.Text(data, mime) is not { Length: > 0 } text) return null;
        if (mime == "image/svg+xml") return $"data:image/svg+xml;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}";
        var base64 = string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
        return base64.All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '=') ? $"data:{mime};base64,{base64}" : null;
    }

    /// <summary>The MIME type of a picture's file; null for other files.</summary>
    public static string? MimeOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".png" => "image/png",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".gif" => "image/gif",
        ".webp" => "image/webp",
        ".svg" => "image/svg+xml",
        _ => null,
    };
}
