using System.Globalization;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Charts.Tests;

public class PaletteTests
{
    // Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB.
    private static readonly Dictionary<string, double[]> Eyes = new()
    {
        ["usual"] = [1, 0, 0, 0, 1, 0, 0, 0, 1],
        ["protanopia"] = [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
        ["deuteranopia"] = [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881],
        ["tritanopia"] = [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900],
    };

    [Fact]
    public void Every_colour_stands_out_from_its_background()
    {
        foreach (var template in (Template[])[Template.Light, Template.Dark])
        {
            Assert.Equal(Palette.MaxCategories, template.Colors.Count);
            foreach (var color in template.Colors.Append(Palette.Grey)) Assert.True(Contrast(color, template.Background) >= 3, $"{color} on {template.Background}: {Contrast(color, template.Background):0.00}");
            foreach (var ink in (string[])[template.Ink, template.Muted]) Assert.True(Contrast(ink, template.Background) >= 4.5, $"{ink} on {template.Background}");
        }
    }

    /// <summary>A scale that follows the background: the weakest point is still seen, the strongest stands out most, and lightness rises or falls evenly.</summary>
    [Fact]
    public void Every_step_of_a_scale_stands_out_and_the_more_the_further()
    {
        foreach (var template in (Template[])[Template.Light, Template.Dark])
        {
            var contrasts = template.Sequential.Select(color => Contrast(color, template.Background)).ToArray();
            Assert.All(contrasts, contrast => Assert.InRange(contrast, 3, 21));
            Assert.Equal(contrasts.Order(), contrasts);
            var lightness = template.Sequential.Select(color => Lab(color, Eyes["usual"])[0]).ToArray();
            var steps = lightness.Zip(lightness.Skip(1), (a, b) => Math.Abs(b - a)).ToArray();
            Assert.InRange(steps.Max() / steps.Min(), 1, 1.6);
            Assert.InRange(Math.Abs(lightness[^1] - lightness[0]), 40, 100);
            Assert.True(Contrast(template.Diverging[0], template.Background) >= 3 && Contrast(template.Diverging[^1], template.Background) >= 3);
        }
        Assert.All(Template.Dark.Diverging, color => Assert.InRange(Contrast(color, Template.Dark.Background), 3, 21));
    }

    /// <summary>The page swaps the template, so a figure names no scale of its own; the static picture takes the template's too.</summary>
    [Fact]
    public void Coloured_points_follow_the_background()
    {
        var figure = Chart.Scatter(DataFrame.FromColumns(("x", Numbers(1, 2)), ("y", Numbers(1, 2)), ("lift", Numbers(1.5, 9.5))), "x", "y", color: "lift", title: "Two points");
        Assert.Null(figure.Layout["coloraxis"]!["colorscale"]);
        Assert.Null(figure.Traces[0]["marker"]!["line"]);
        var cells = Chart.Heatmap(new double[,] { { 1.5, 9.5 } }, ["row"], ["a", "b"], title: "Two cells");
        foreach (var template in (Template[])[Template.Light, Template.Dark])
        {
            var picture = cells.ToSvg(template: template);
            Assert.All((string[])[template.Sequential[0], template.Sequential[^1]], color => Assert.Contains(color, picture, StringComparison.OrdinalIgnoreCase));
        }
    }

    /// <summary>White on white in the middle of a diverging scale, but for the outline.</summary>
    [Fact]
    public void Points_on_a_diverging_scale_are_outlined()
    {
        var figure = Chart.Scatter(DataFrame.FromColumns(("x", Numbers(1, 2)), ("y", Numbers(1, 2)), ("change", Numbers(-1.5, 1.5))), "x", "y", color: "change", title: "Two points");
        Assert.Equal(Palette.Grey, (string?)figure.Traces[0]["marker"]!["line"]!["color"]);
    }

    [Theory]
    [InlineData("usual")]
    [InlineData("protanopia")]
    [InlineData("deuteranopia")]
    [InlineData("tritanopia")]
    public void Every_pair_stays_apart_in_every_eye(string eye)
    {
        foreach (var template in (Template[])[Template.Light, Template.Dark])
            for (var i = 0; i < template.Colors.Count; i++)
                for (var j = 0; j < i; j++)
                {
                    var (a, b) = (Lab(template.Colors[i], Eyes[eye]), Lab(template.Colors[j], Eyes[eye]));
                    var distance = Math.Sqrt(a.Zip(b, (p, q) => (p - q) * (p - q)).Sum());
                    Assert.True(distance >= 14, $"{template.Colors[i]} and {template.Colors[j]} in {eye}: {distance:0.0}");
                }
    }

    [Fact]
    public void Contrast_agrees_with_published_values() => Assert.Equal(21, Contrast("#000000", "#FFFFFF"), 10);

    private static Column<double> Numbers(params double[] values) => new(ColumnKind.Number, values);

    private static double Contrast(string a, string b)
    {
        var (p, q) = (Luminance(a), Luminance(b));
        return (Math.Max(p, q) + 0.05) / (Math.Min(p, q) + 0.05);
    }

    private static double Luminance(string color) => Linear(color) is var c ? 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2] : 0;

    private static double[] Linear(string color) => [.. Enumerable.Range(0, 3).Select(i => int.Parse(color.AsSpan(1 + 2 * i, 2), NumberStyles.HexNumber) / 255.0).Select(v => v <= 0.04045 ? v / 12.92 : Math.Pow((v + 0.055) / 1.055, 2.4))];

    private static double[] Lab(string color, double[] eye)
    {
        var c = Linear(color);
        var s = Enumerable.Range(0, 3).Select(i => Math.Clamp(eye[3 * i] * c[0] + eye[3 * i + 1] * c[1] + eye[3 * i + 2] * c[2], 0, 1)).ToArray();
        var (x, y, z) = ((0.4124 * s[0] + 0.3576 * s[1] + 0.1805 * s[2]) / 0.95047, 0.2126 * s[0] + 0.7152 * s[1] + 0.0722 * s[2], (0.0193 * s[0] + 0.1192 * s[1] + 0.9505 * s[2]) / 1.08883);
        return [116 * F(y) - 16, 500 * (F(x) - F(y)), 200 * (F(y) - F(z))];

        static double F(double t) => t > 0.008856 ? Math.Cbrt(t) : 7.787 * t + 16 / 116.0;
    }
}
