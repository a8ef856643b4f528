using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Json;

namespace MarketingNotebooks.Charts.Building;

/// <summary>A figure in the making: traces, layout and notes, closed by <see cref="Finish"/>.</summary>
internal sealed class Sketch(string chart, Titles titles)
{
    public const int DefaultHeight = 420;

    private readonly JsonArray _traces = [];
    private readonly JsonArray _annotations = [];
    private readonly List<string> _notes = [];

    /// <summary>The public method being served, for messages.</summary>
    public string Chart { get; } = chart;

    public Titles Titles { get; } = titles;

    public JsonObject Layout { get; } = [];

    /// <summary>Pixels from the plot's lower edge to the first line of notes: below tick labels and axis title.</summary>
    public double NoteOffset { get; set; } = 50;

    public int Height { get; set; } = DefaultHeight;

    public void Add(JsonObject trace) => _traces.Add(trace);

    public void Annotate(JsonObject annotation) => _annotations.Add(annotation);

    public void Note(string sentence) => _notes.Add(sentence);

    /// <summary>The figure, with its title (or <paramref name="fallback"/>), notes and margins.</summary>
    public Figure Finish(string fallback)
    {
        Layout["template"] = Template.Light.ToJson();
        var margin = Layout.Child("margin");
        if (_notes.Count > 0)
        {
            var text = Markup.Wrap(string.Join(" ", _notes), 92);
            _annotations.Add(Notes.Foot(text, NoteOffset));
            margin["b"] = NoteOffset + 10 + 14 * Markup.Lines(text).Length;
            Height += 14 * Markup.Lines(text).Length;
        }
        if (_annotations.Count > 0) Layout["annotations"] = _annotations;
        Layout["height"] = Height;
        TitleBlock.Set(Layout, Titles.Title ?? Capital(fallback), null);
        if (Titles.Alt is not null) Layout.Child("meta")["alt"] = Titles.Alt;
        return Figure.Owning(new JsonObject
        {
            ["data"] = _traces,
            ["layout"] = Layout,
            ["config"] = Config.New(),
        });
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
