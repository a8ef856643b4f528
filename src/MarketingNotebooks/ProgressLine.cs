using System.Diagnostics;

namespace MarketingNotebooks;

/// <summary>One line below the cell that follows a long computation: step, percent, time left.</summary>
/// <remarks>Pass it wherever the library takes an <see cref="IProgress{T}"/>: <c>KMeans.Fit(rows, options, new ProgressLine("k-means"))</c>.
/// Nothing is shown for work that ends within half a second; then it is updated four times a second at most.
/// Its last state carries no time, so that a notebook run twice shows the same.</remarks>
/// <param name="step">What is being done, in a few words.</param>
public sealed class ProgressLine(string step) : IProgress<double>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.25);
    private readonly Lock _lock = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private TimeSpan _shown;
    private Action<object>? _update;

    /// <summary>Tells how far the work is.</summary>
    /// <param name="value">Share done. Range: 0 to 1.</param>
    public void Report(double value)
    {
        lock (_lock)
        {
            var elapsed = _clock.Elapsed;
            if (_update is null ? elapsed < Patience : value < 1 && elapsed - _shown < Pause) return;
            _shown = elapsed;
            var line = Text(step, Math.Clamp(value, 0, 1), elapsed);
            if (_update is null) _update = NotebookHost.Show(line);
            else _update(line);
        }
    }

    internal static string Text(string step, double share, TimeSpan elapsed) => share >= 1
        ? $"{step}: done"
        : $"{step}: {share:0 %}" + (share > 0 ? $", {elapsed.TotalSeconds * (1 - share) / share:0} s left" : "");
}
