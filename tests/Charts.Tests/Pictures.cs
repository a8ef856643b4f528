using MarketingNotebooks.Charts.Tests.Browser;
using MarketingNotebooks.Charts.Web;

namespace MarketingNotebooks.Charts.Tests;

/// <summary>Writes pictures of the gallery for people to look at, into the folder named by CHARTS_PICTURES; does nothing without it.</summary>
[Collection("browser")]
public class Pictures
{
    [Fact]
    public void Write_the_gallery()
    {
        if (Environment.GetEnvironmentVariable("CHARTS_PICTURES") is not { Length: > 0 } folder) return;
        Directory.CreateDirectory(folder);
        var figures = Gallery.All().ToList();
        var only = Environment.GetEnvironmentVariable("CHARTS_ONLY")?.Split(',');
        if (only is not null) figures = [.. figures.Where(each => only.Contains(each.Name))];
        const string head = "<!doctype html><meta charset=utf-8><style>body{margin:8px;display:grid;grid-template-columns:repeat(2,760px);gap:8px;background:#888}</style>";
        foreach (var chunk in figures.Chunk(6).Select((each, i) => (Figures: each, Index: i)))
        {
            foreach (var theme in (string[])["light", "dark"])
                Chromium.Screenshot($"<html data-theme={theme}>{head}{PlotlyScript.Embed()}{string.Concat(chunk.Figures.Select(each => $"<div>{each.Figure.ToHtml()}</div>"))}",
                    Path.Combine(folder, $"live-{theme}-{chunk.Index}.png"), 1545, 1500);
            Chromium.Screenshot(head + string.Concat(chunk.Figures.Select(each => $"<div>{each.Figure.ToSvg(760)}</div>")), Path.Combine(folder, $"static-{chunk.Index}.png"), 1545, 1500);
        }
        Chromium.Screenshot(head.Replace("repeat(2,760px)", "repeat(5,320px)", StringComparison.Ordinal)
            + string.Concat(figures.Select((each, i) => $"<div>{each.Figure.ToSvg(320, 200, i % 4 == 3 ? Template.Dark : Template.Light)}</div>")), Path.Combine(folder, "thumbnails.png"), 1660, 1500);
    }
}
