using MarketingNotebooks.Kernel.Engine.Formatting;

namespace MarketingNotebooks.Kernel.Tests.Engine.Formatting;

/// <summary>Pictures in cells.</summary>
public class ImageTests
{
    // 1 × 1 pixel each; the JPEG is cut behind its frame header, which says 3 × 2.
    private const string Png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    private const string Gif = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
    private const string Jpeg = "/9j/4AAQSkZJRgABAQAAAQABAAD/wAARCAACAAMDASIAAhEBAxEB";

    [Theory]
    [InlineData(Png, "image/png", "Image (PNG, 1 × 1)")]
    [InlineData(Gif, "image/gif", "Image (GIF, 1 × 1)")]
    [InlineData(Jpeg, "image/jpeg", "Image (JPEG, 3 × 2)")]
    public void The_kind_and_size_are_read_from_the_bytes(string base64, string mime, string text)
    {
        var bundle = new FormatterRegistry().Bundle(Image.FromBytes(Convert.FromBase64String(base64)));
        Assert.Equal([mime, "text/plain"], bundle.Data.Select(pair => pair.Key));
        Assert.Equal(base64, (string?)bundle.Data[mime]);
        Assert.Equal(text, (string?)bundle.Data["text/plain"]);
    }

    [Fact]
    public void One_length_keeps_the_proportions()
    {
        var image = Image.FromBytes(Convert.FromBase64String(Jpeg), width: 300);
        Assert.Equal((300, 200), (image.Width, image.Height));
        Assert.Equal("""{"image/jpeg":{"width":300,"height":200}}""", image.ToMimeBundle().Metadata.ToJsonString());
    }

    [Fact]
    public void Inside_a_table_it_is_an_element() => Assert.Contains(
        $"<img src=\"data:image/gif;base64,{Gif}\" width=\"1\" height=\"1\" alt=\"Image (GIF, 1 × 1)\">", new FormatterRegistry().Format(new[] { (1, Image.FromBytes(Convert.FromBase64String(Gif))) }, "text/html"), StringComparison.Ordinal);

    [Fact]
    public void SVG_is_text()
    {
        const string Svg = "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
        var bundle = Image.FromBytes(System.Text.Encoding.UTF8.GetBytes(Svg)).ToMimeBundle();
        Assert.Equal(Svg, (string?)bundle.Data["image/svg+xml"]);
        Assert.Empty(bundle.Metadata);
    }

    [Fact]
    public void What_is_no_picture_is_refused()
    {
        Assert.StartsWith("The picture is no PNG, JPEG, GIF or SVG, as its first bytes show. Convert it to one of these.", Assert.Throws<ArgumentException>(() => Image.FromBytes([1, 2, 3])).Message, StringComparison.Ordinal);
        Assert.StartsWith("There is no picture 'nope.png'.", Assert.Throws<FileNotFoundException>(() => Image.FromFile("nope.png")).Message, StringComparison.Ordinal);
        Assert.StartsWith("A picture's width and height must be at least 1 pixel. Got 0 × –.", Assert.Throws<ArgumentException>(() => Image.FromBytes(Convert.FromBase64String(Png), 0)).Message, StringComparison.Ordinal);
    }
}
