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
    public void Write(Sketch sketch, string? label = null)
    {
        if (Channel is null) return;
        var title = label ?? Titles.Words(Channel.Name);
        if (Categories is not null)
        {
            sketch.Layout.Child("legend")["title"] = new JsonObject { ["text"] = title };
            return;
        }
        sketch.Layout["coloraxis"] = Axis(Channel.Numbers, title);
    }

    /// <summary>A colour axis: sequential, or diverging around zero when values lie on both sides of it.</summary>
    public static JsonObject Axis(ReadOnlySpan<double> values, string title)
    {
        var (least, most) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values)
            if (double.IsFinite(value)) (least, most) = (Math.Min(least, value), Math.Max(most, value));
        var axis = new JsonObject { ["colorbar"] = new JsonObject { ["title"] = new JsonObject { ["text"] = title } } };
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
