using MarketingNotebooks.Charts.Building;

namespace MarketingNotebooks.Charts.Static;

/// <summary>Grid lines, tick labels and titles of a panel's axes.</summary>
internal static class AxisDrawing
{
    private const double Turned = 40;

    /// <summary>Beyond this many categories only some are labelled.</summary>
    private const int Many = 30;

    /// <summary>Pixels that labels and title take left of the panel.</summary>
    public static double LeftOf(Panel panel)
    {
        if (!panel.Y.Visible) return 4;
        var labels = panel.Y.ShowsLabels ? panel.Y.Ticks(6).Select(tick => TextMeasure.Width(tick.Label, panel.Look.Size)).DefaultIfEmpty(0).Max() : 0;
        return Math.Min(labels, panel.Look.Small ? 60 : 190) + 8 + (Title(panel, panel.Y).Length > 0 ? panel.Look.Size + 8 : 0);
    }

    /// <summary>Pixels that labels and title take below the panel.</summary>
    public static double Below(Panel panel, double width)
    {
        if (!panel.X.Visible) return 4;
        var ticks = panel.X.ShowsLabels ? panel.X.Ticks(About(panel, width)) : [];
        var labels = !panel.X.ShowsLabels ? 0 : IsTurned(panel, ticks, width)
            ? ticks.Max(tick => Math.Min(TextMeasure.Width(tick.Label, panel.Look.Size), panel.Look.Small ? 50 : 130)) * Math.Sin(Turned * Math.PI / 180) + panel.Look.Size
            : panel.Look.Size + 4;
        return labels + 8 + (Title(panel, panel.X).Length > 0 ? panel.Look.Size + 8 : 0);
    }

    public static void Grid(Panel panel, Canvas canvas)
    {
        var (area, grid) = (panel.Area, panel.Look.Template.Grid);
        if (panel.X is { Visible: true, ShowsGrid: true } && panel.X.Type != "category")
            foreach (var (value, _) in panel.X.Ticks(About(panel, area.Width))) canvas.Line(panel.X.At(value), area.Top, panel.X.At(value), area.Bottom, grid);
        if (panel.Y is { Visible: true, ShowsGrid: true } && panel.Y.Type != "category")
            foreach (var (value, _) in panel.Y.Ticks(AboutDown(panel))) canvas.Line(area.Left, panel.Y.At(value), area.Right, panel.Y.At(value), grid);
    }

    public static void Labels(Panel panel, Canvas canvas)
    {
        if (panel.X.Visible) Across(panel, canvas);
        if (panel.Y.Visible) Down(panel, canvas);
    }

    private static void Across(Panel panel, Canvas canvas)
    {
        var (area, look) = (panel.Area, panel.Look);
        var ticks = panel.X.Ticks(About(panel, area.Width));
        var turned = IsTurned(panel, ticks, area.Width);
        var depth = 0.0;
        if (panel.X.ShowsLabels && ticks.Count > 0)
        {
            var room = area.Width / ticks.Count;
            var every = turned ? Math.Max(1, (int)Math.Ceiling((look.Size + 3) / room)) : Math.Max(1, (int)Math.Ceiling(panel.X.Type == "category" ? (ticks.Max(tick => TextMeasure.Width(tick.Label, look.Size)) + 6) / room : 1));
            for (var i = 0; i < ticks.Count; i += every)
            {
                var x = panel.X.At(ticks[i].Value);
                if (turned)
                {
                    var label = TextMeasure.Fit(ticks[i].Label, look.Size, look.Small ? 50 : 130);
                    canvas.Text(x + look.Size * 0.3, area.Bottom + look.Size + 2, label, look.Size, look.Template.Muted, "end", turn: -Turned);
                    depth = Math.Max(depth, TextMeasure.Width(label, look.Size) * Math.Sin(Turned * Math.PI / 180) + look.Size);
                }
                else canvas.Text(x, area.Bottom + look.Size + 6, ticks[i].Label, look.Size, look.Template.Muted, "middle");
            }
            if (!turned) depth = look.Size + 6;
        }
        var title = TextMeasure.Fit(Title(panel, panel.X), look.Size + 1, Math.Max(area.Width, 60));
        canvas.Text(area.X, area.Bottom + depth + look.Size + 8, title, look.Size + 1, look.Template.Ink, "middle");
    }

    private static void Down(Panel panel, Canvas canvas)
    {
        var (area, look) = (panel.Area, panel.Look);
        var widest = 0.0;
        if (panel.Y.ShowsLabels)
        {
            var ticks = panel.Y.Ticks(AboutDown(panel));
            var every = Math.Max(1, (int)Math.Ceiling((look.Size + 1) * ticks.Count / Math.Max(1, area.Height)));
            for (var i = 0; i < ticks.Count; i += every)
            {
                var label = TextMeasure.Fit(ticks[i].Label, look.Size, look.Small ? 60 : 190);
                widest = Math.Max(widest, TextMeasure.Width(label, look.Size));
                canvas.Text(area.Left - 6, panel.Y.At(ticks[i].Value) + look.Size * 0.35, label, look.Size, look.Template.Muted, "end");
            }
        }
        var title = TextMeasure.Fit(Title(panel, panel.Y), look.Size + 1, Math.Max(area.Height, 60));
        canvas.Text(area.Left - widest - 14, area.Y, title, look.Size + 1, look.Template.Ink, "middle", turn: -90);
    }

    private static string Title(Panel panel, Scale scale) => panel.HasTitles ? Markup.Plain(scale.Title) : "";

    private static int About(Panel panel, double width) => Math.Clamp((int)(width / (panel.Look.Size * (panel.X.Type == "date" ? 7.5 : 6))), 2, 10);

    private static int AboutDown(Panel panel) => Math.Clamp((int)(panel.Area.Height / (panel.Look.Size * 3.6)), 2, 8);

    private static bool IsTurned(Panel panel, List<(double Value, string Label)> ticks, double width) =>
        panel.X.Type == "category" && ticks.Count is > 0 and <= Many && ticks.Max(tick => TextMeasure.Width(tick.Label, panel.Look.Size)) > width / ticks.Count - 4;
}
