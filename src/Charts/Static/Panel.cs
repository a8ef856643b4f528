using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Json;

namespace MarketingNotebooks.Charts.Static;

/// <summary>What all parts of one picture share.</summary>
/// <param name="Layout">The figure's layout, in the picture's template.</param>
/// <param name="Template">The look.</param>
/// <param name="Size">Font size of labels in pixels.</param>
/// <param name="Salt">Keeps names apart from those of other pictures in a page.</param>
internal sealed record Look(JsonObject Layout, Template Template, double Size, string Salt)
{
    /// <summary>True for thumbnails: marks and texts shrink, legends may go.</summary>
    public bool Small => Size < 11;

    /// <summary>The colour a trace names, or the palette's at its index.</summary>
    public string Color(JsonObject trace, int index, string part = "marker") =>
        (trace.At(part, "color").AsText() ?? trace.At("marker", "color").AsText() ?? trace.At("line", "color").AsText()) is { } color ? Solid(color)
            : Template.Colors[index % Template.Colors.Count];

    /// <summary>Colours with alpha as plain ones; names pass.</summary>
    public static string Solid(string color) => color.Replace(" ", "", StringComparison.Ordinal);
}

/// <summary>A pair of axes and the traces on it.</summary>
internal sealed class Panel(Look look, Scale x, Scale y)
{
    public Look Look { get; } = look;

    public Scale X { get; } = x;

    public Scale Y { get; } = y;

    /// <summary>Where the axes cross in the picture.</summary>
    public Area Area { get; private set; }

    /// <summary>False in thumbnails of several panels, which have no room for them.</summary>
    public bool HasTitles { get; set; } = true;

    /// <summary>What is drawn, from back to front.</summary>
    public List<Marks> Marks { get; } = [];

    public void Place(Area area)
    {
        Area = area;
        X.Pixels = (area.Left, area.Right);
        Y.Pixels = (area.Bottom, area.Top);
    }

    /// <summary>Widens the range of one axis until a unit is as long on both (<c>scaleanchor</c>).</summary>
    public void OneScale()
    {
        if (X.Type is not "linear" || Y.Type is not "linear" || Area.Width <= 0 || Area.Height <= 0) return;
        var unit = Math.Max(Math.Abs(X.High - X.Low) / Area.Width, Math.Abs(Y.High - Y.Low) / Area.Height);
        X.Widen(unit);
        Y.Widen(unit);
    }

    /// <summary>The colour axis a trace refers to, else the settings it carries itself.</summary>
    public JsonNode? ColorOwner(JsonNode? carrier) =>
        carrier.At("coloraxis").AsText() is { } name ? Look.Layout[name] : carrier;
}

/// <summary>The marks of one kind of trace in a panel.</summary>
internal abstract class Marks
{
    /// <summary>Tells the axes what range is needed.</summary>
    public abstract void Measure(Panel panel);

    public abstract void Draw(Panel panel, Canvas canvas);

    /// <summary>Values for the colour bar under a colour axis of that name, or none.</summary>
    public virtual IEnumerable<double> ColorValues(string axis) => [];
}
