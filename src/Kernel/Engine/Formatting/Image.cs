using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Html;

namespace MarketingNotebooks.Kernel.Engine.Formatting;

/// <summary>A picture to show: PNG, JPEG, GIF or SVG, told apart by its first bytes.</summary>
public sealed class Image : IMimeBundleSource, IHtmlContent
{
    private readonly byte[] bytes;
    private readonly ImageHeader header;

    private Image(byte[] bytes, ImageHeader header, int? width, int? height)
    {
        this.bytes = bytes;
        this.header = header;
        Width = width ?? (height is { } h && header.Height > 0 ? header.Width * h / header.Height : header.Width);
        Height = height ?? (width is { } w && header.Width > 0 ? header.Height * w / header.Width : header.Height);
    }

    /// <summary>The mime type, e.g. <c>image/png</c>.</summary>
    public string MimeType => header.MimeType;

    /// <summary>Width on the page in pixels; null when the picture does not say, as SVG may.</summary>
    public int? Width { get; }

    /// <summary>Height on the page in pixels; null when the picture does not say.</summary>
    public int? Height { get; }

    /// <summary>A picture from a file.</summary>
    /// <param name="path">The file, counted from the current directory.</param>
    /// <param name="width">Width on the page in pixels. Default: that of the picture, or in proportion to <paramref name="height"/>.</param>
    /// <param name="height">Height on the page in pixels. Default: that of the picture, or in proportion to <paramref name="width"/>.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="ArgumentException">It is no PNG, JPEG, GIF or SVG.</exception>
    public static Image FromFile(string path, int? width = null, int? height = null)
    {
        if (!File.Exists(path)) throw new FileNotFoundException($"There is no picture '{path}'. Paths count from '{Directory.GetCurrentDirectory()}'.", path);
        return Create(File.ReadAllBytes(path), $"'{path}'", width, height);
    }

    /// <summary>A picture from the bytes of its file.</summary>
    /// <param name="bytes">All of the file. Not changed.</param>
    /// <param name="width">Width on the page in pixels. Default: that of the picture, or in proportion to <paramref name="height"/>.</param>
    /// <param name="height">Height on the page in pixels. Default: that of the picture, or in proportion to <paramref name="width"/>.</param>
    /// <exception cref="ArgumentException">They are no PNG, JPEG, GIF or SVG.</exception>
    public static Image FromBytes(byte[] bytes, int? width = null, int? height = null)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return Create([.. bytes], "The picture", width, height);
    }

    /// <inheritdoc/>
    public MimeBundle ToMimeBundle()
    {
        var bundle = new MimeBundle([], []);
        bundle.Add(MimeType, MimeType == ImageHeader.Svg ? Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF') : Convert.ToBase64String(bytes));
        bundle.Add(MimeTypes.Plain, ToString());
        if (Width is { } width && Height is { } height) bundle.Metadata[MimeType] = new JsonObject { ["width"] = width, ["height"] = height };
        return bundle;
    }

    /// <summary>Writes the picture as an HTML element that holds its data, for tables and other HTML around it.</summary>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var size = Width is { } width && Height is { } height ? string.Create(CultureInfo.InvariantCulture, $" width=\"{width}\" height=\"{height}\"") : "";
        writer.Write($"<img src=\"data:{MimeType};base64,{Convert.ToBase64String(bytes)}\"{size} alt=\"{this}\">");
    }

    /// <summary>Kind and size in words.</summary>
    public override string ToString()
    {
        var kind = MimeType == ImageHeader.Svg ? "SVG" : MimeType["image/".Length..].ToUpperInvariant();
        return Width is null || Height is null ? $"Image ({kind})" : $"Image ({kind}, {Width} × {Height})";
    }

    private static Image Create(byte[] bytes, string what, int? width, int? height)
    {
        if (width <= 0 || height <= 0) throw new ArgumentException($"A picture's width and height must be at least 1 pixel. Got {width?.ToString() ?? "–"} × {height?.ToString() ?? "–"}.");
        return ImageHeader.Read(bytes) is { } header ? new Image(bytes, header, width, height)
            : throw new ArgumentException($"{what} is no PNG, JPEG, GIF or SVG, as its first bytes show. Convert it to one of these.", nameof(bytes));
    }
}
