using System.Diagnostics;
using System.Globalization;

namespace MarketingNotebooks.Kernel.Engine.Formatting;

/// <summary>A bar below the cell that moves in place: share done, steps and time left.</summary>
/// <remarks>
/// It is redrawn at most ten times a second, from any thread. Pass it where an <see cref="IProgress{T}"/> of shares in [0, 1] is taken.
/// Its last state carries no time, so that a notebook run twice shows the same.
/// </remarks>
public sealed class ProgressBar : IProgress<double>, IMimeBundleSource, IDisposable
{
    private static readonly TimeSpan Redraw = TimeSpan.FromMilliseconds(100);
    private readonly Lock gate = new();
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly string title;
    private readonly long? total;
    private readonly DisplayedValue shown;
    private TimeSpan drawn;
    private double share;
    private long steps;
    private bool ended;

    internal ProgressBar(string title, long? total)
    {
        if (total < 0) throw new ArgumentOutOfRangeException(nameof(total), $"A progress bar's total must be at least 0. Got {total}.");
        this.title = title;
        this.total = total;
        shown = DisplayExtensions.Display(this);
    }

    /// <summary>Sets the share done.</summary>
    /// <param name="value">In [0, 1]; values outside count as the nearer end.</param>
    public void Report(double value)
    {
        lock (gate)
        {
            share = double.IsNaN(value) ? share : Math.Clamp(value, 0, 1);
            if (total is { } all) steps = (long)Math.Round(share * all);
            Draw();
        }
    }

    /// <summary>Counts steps done.</summary>
    /// <param name="count">How many. Default: 1.</param>
    public void Step(long count = 1)
    {
        lock (gate)
        {
            steps += count;
            if (total is { } all) share = all == 0 ? 1 : Math.Clamp((double)steps / all, 0, 1);
            Draw();
        }
    }

    /// <summary>Draws the bar a last time.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            if (ended) return;
            ended = true;
            shown.Update(this);
        }
    }

    /// <inheritdoc/>
    public MimeBundle ToMimeBundle()
    {
        var text = ToString();
        var known = total is not null || share > 0;
        var bar = ended && !known ? "" : known ? string.Create(CultureInfo.InvariantCulture, $"<progress value=\"{share:0.###}\" max=\"1\"></progress> ") : "<progress></progress> ";
        var bundle = MimeBundle.Of(MimeTypes.Html, $"<div style=\"font-variant-numeric: tabular-nums\">{bar}{Html.Escape(text)}</div>");
        bundle.Add(MimeTypes.Plain, text);
        return bundle;
    }

    /// <summary>One line: <c>Fitting: 40 % (4 of 10), 3 s left</c>.</summary>
    public override string ToString()
    {
        lock (gate)
        {
            var parts = new List<string>();
            if (total is not null || share > 0) parts.Add(string.Create(CultureInfo.InvariantCulture, $"{Math.Floor((share * 100) + 1e-9):0} %"));
            if (total is { } all) parts.Add(string.Create(CultureInfo.InvariantCulture, $"({steps:N0} of {all:N0})"));
            else if (steps > 0) parts.Add(string.Create(CultureInfo.InvariantCulture, $"{steps:N0} done"));
            var text = $"{title}: {string.Join(' ', parts)}".TrimEnd(' ', ':');
            if (ended) return text;
            return share is > 0 and < 1 && clock.Elapsed > TimeSpan.FromSeconds(1) ? $"{text}, {Left(clock.Elapsed * ((1 - share) / share))} left" : text;
        }
    }

    private void Draw()
    {
        if (ended || clock.Elapsed - drawn < Redraw) return;
        drawn = clock.Elapsed;
        shown.Update(this);
    }

    private static string Left(TimeSpan time) => time switch
    {
        { TotalSeconds: < 100 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalSeconds):0} s"),
        { TotalMinutes: < 100 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalMinutes):0} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalHours):0} h"),
    };
}
