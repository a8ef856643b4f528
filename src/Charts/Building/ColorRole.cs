using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Json;

namespace MarketingNotebooks.Charts.Building;

/// <summary>What a colour channel means: nothing, a few categories in palette colours, or a continuous scale.</summary>
internal sealed class ColorRole
{
    private static readonly IReadOnlyList<string> Palette = Template.Light.Colors;

    private ColorRole(Channel? channel, Categories? categories)
    {
        Channel = channel;
        Categories = categories;
    }

    public Channel? Channel { get; }

    public Categories? Categories { get; }

    /// <summary>The channel whose numbers are a continuous scale, or null.</summary>
    public Channel? Scale => Categories is null ? Channel : null;

    /// <summary>Text, booleans, and integers of at most eight distinct values (cluster labels) are categories; other numbers and times a scale.</summary>
    public static ColorRole Of(Sketch sketch, Channel? channel, int[] rows, bool scaleAllowed = true)
    {
        if (channel is null) return new ColorRole(null, null);
        if (scaleAllowed && channel.Kind != ChannelKind.Category && !(channel.Whole && IsFew(channel, rows))) return new ColorRole(channel, null);
        var categories = Categories.Of(channel, rows, Charts.Palette.MaxCategories);
        if (categories.Lumped > 0)
            sketch.Note($"The {categories.Lumped:N0} rarest of {categories.Names.Length - 1 + categories.Lumped:N0} values of {Titles.Words(channel.Name)} are drawn as “other”.");
        return new ColorRole(channel, categories);
    }

    /// <summary>The colour of a category.</summary>
    public string Of(int group) => Categories is { } categories && categories.IsGrey(group) ? Charts.Palette.Grey : Palette[group % Palette.Count];

    /// <summary>Colours points: a category's colour, or numbers on the scale, which are hardly see-through, as a mixed colour is another number. The middle
    /// of a diverging scale is as pale as a white background: an outline then shows where the points are.</summary>
    public void Paint(JsonObject marker, int group, int[] rows)
    {
        if (Scale is null)
        {
            marker["color"] = Of(group);
            return;
        }
        marker["opacity"] = 0.9;
        (marker["color"], marker["coloraxis"]) = (JsonArrays.Of(Scale.Pick(rows)), "coloraxis");
        if (Axis(Scale.Numbers, "")["cmid"] is not null) marker["line"] = new JsonObject { ["color"] = Charts.Palette.Grey, ["width"] = 0.75 };
    }

    /// <summary>Name, legend group and, once a group, a legend entry.</summary>
    public void Name(JsonObject trace, int group, string? symbol, string fallback, HashSet<string> shown)
    {
        var name = string.Join(", ", new[] { Categories?.Names[group], symbol }.Where(part => part is not null));
        trace["name"] = name.Length == 0 ? fallback : name;
        if (name.Length == 0)
        {
            trace["showlegend"] = false;
            return;
        }
        trace["legendgroup"] = name;
        trace["showlegend"] = shown.Add(name);
    }

    /// <summary>Legend title, or the colour bar of a continuous scale.</summary>
    /// <param name="sketch">Takes the legend or colour bar.</param>
    /// <param name="label">Its title. Default: the column's name.</param>
    /// <param name="symbols">Name of a symbol channel, whose legend then shares the right edge with the colour bar.</param>
    public void Write(Sketch sketch, string? label = null, string? symbols = null)
    {
        if (symbols is not null && Categories is null) sketch.Layout.Child("legend")["title"] = new JsonObject { ["text"] = Titles.Words(symbols) };
        if (Channel is null) return;
        var title = label ?? Titles.Words(Channel.Name);
        if (Categories is not null)
        {
            sketch.Layout.Child("legend")["title"] = new JsonObject { ["text"] = title };
            return;
        }
        var axis = Axis(Channel.Numbers, title);
        if (symbols is not null) PlotlyJson.Merge(axis.Child("colorbar"), new JsonObject { ["len"] = 0.62, ["y"] = 0, ["yanchor"] = "bottom" });
        sketch.Layout["coloraxis"] = axis;
    }

    /// <summary>A colour axis: sequential, or diverging around zero when values lie on both sides of it.</summary>
    public static JsonObject Axis(ReadOnlySpan<double> values, string title)
    {
        var (least, most) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values)
            if (double.IsFinite(value)) (least, most) = (Math.Min(least, value), Math.Max(most, value));
        var axis = new JsonObject { ["colorbar"] = new JsonObject { ["title"] = new JsonObject { ["text"] = Markup.Wrap(title, 16) } } };
        if (least < 0 && most > 0) axis["cmid"] = 0;
        return axis;
    }

    private static bool IsFew(Channel channel, int[] rows)
    {
        var seen = new HashSet<double>();
        foreach (var row in rows)
            if (!channel.IsMissing(row) && seen.Add(channel.Numbers[row]) && seen.Count > Charts.Palette.MaxCategories) return false;
        return true;
    }
}
