using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Json;

namespace MarketingNotebooks.Charts;

/// <summary>The look of a figure: background, type, grid, palettes. Immutable.</summary>
public sealed class Template
{
    private readonly JsonObject _json;

    private Template(string name, string background, string ink, string muted, string grid,
        IReadOnlyList<string> palette, IReadOnlyList<string> sequential, IReadOnlyList<string> diverging)
    {
        Name = name;
        Background = background;
        Ink = ink;
        Muted = muted;
        Grid = grid;
        Colors = palette;
        Sequential = sequential;
        Diverging = diverging;
        _json = Build();
    }

    /// <summary>Dark ink on white.</summary>
    public static Template Light { get; } = new("light", "#FFFFFF", "#1F2933", "#52606D", "#E4E7EB",
        Palette.Light, Palette.SequentialLight, Palette.DivergingLight);

    /// <summary>Light ink on a near-black blue.</summary>
    public static Template Dark { get; } = new("dark", "#14181F", "#E6E9ED", "#A7B0BB", "#2C333D",
        Palette.Dark, Palette.SequentialDark, Palette.DivergingDark);

    /// <summary>The fonts tried in turn; the reader's own interface font first.</summary>
    public const string FontFamily = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans CJK SC', sans-serif";

    /// <summary><c>light</c> or <c>dark</c>.</summary>
    public string Name { get; }

    /// <summary>Colour behind the plot, as #RRGGBB.</summary>
    public string Background { get; }

    /// <summary>Colour of titles and labels.</summary>
    public string Ink { get; }

    /// <summary>Colour of tick labels, axis lines and notes.</summary>
    public string Muted { get; }

    /// <summary>Colour of grid lines.</summary>
    public string Grid { get; }

    /// <summary>Colours of categories, in order of use.</summary>
    public IReadOnlyList<string> Colors { get; }

    /// <summary>Colours from low to high. What names no scale of its own follows the template, so it stays readable when the background changes.</summary>
    public IReadOnlyList<string> Sequential { get; }

    /// <summary>Colours below and above a middle.</summary>
    public IReadOnlyList<string> Diverging { get; }

    /// <summary>The template in Plotly's schema (a copy).</summary>
    public JsonObject ToJson() => (JsonObject)_json.DeepClone();

    /// <summary>The template that a figure's layout names, or null when it carries another one or none.</summary>
    internal static Template? Of(JsonNode? layout) => layout.At("template", "layout", "meta", "template").AsText() switch
    {
        "light" => Light,
        "dark" => Dark,
        _ => null,
    };

    private JsonObject Build()
    {
        var axis = new
        {
            gridcolor = Grid, linecolor = Muted, zerolinecolor = Grid, zerolinewidth = 1, ticks = "outside", ticklen = 4,
            tickcolor = Grid, tickfont = new { color = Muted, size = 12 }, title = new { standoff = 10, font = new { size = 13 } },
            automargin = true,
        };
        var scene = new { backgroundcolor = Background, gridcolor = Grid, linecolor = Muted, showbackground = true, zerolinecolor = Grid };
        var bar = new { outlinewidth = 0, thickness = 12, tickfont = new { color = Muted, size = 11 } };
        var layout = new
        {
            meta = new { template = Name },
            font = new { family = FontFamily, size = 13, color = Ink },
            title = new { x = 0, xref = "container", xanchor = "left", font = new { size = 17 } },
            paper_bgcolor = Background,
            plot_bgcolor = Background,
            colorway = Colors,
            colorscale = new
            {
                sequential = Scale(Sequential), sequentialminus = Scale([.. Sequential.Reverse()]), diverging = Scale(Diverging),
            },
            coloraxis = new { colorbar = bar },
            xaxis = axis,
            yaxis = axis,
            scene = new { xaxis = scene, yaxis = scene, zaxis = scene },
            hovermode = "closest",
            hoverlabel = new { align = "left" },
            legend = new { font = new { size = 12 } },
            margin = new { l = 64, r = 24, t = 64, b = 56 },
            annotationdefaults = new { font = new { size = 12 }, arrowcolor = Muted },
        };
        var data = new
        {
            bar = new[] { new { marker = new { line = new { width = 0 } } } },
            heatmap = new[] { new { colorbar = bar } },
            pie = new[] { new { marker = new { line = new { color = Background, width = 1.5 } } } },
            treemap = new[] { new { marker = new { line = new { color = Background, width = 1.5 } } } },
        };
        return PlotlyJson.Object(new { layout, data }, "A template");
    }

    private static object[][] Scale(IReadOnlyList<string> colors) =>
        [.. colors.Select((color, i) => new object[] { Math.Round(i / (colors.Count - 1.0), 6), color })];
}
