using MarketingNotebooks.Kernel.Execution;

namespace MarketingNotebooks.Workbench.Running;

/// <summary>How the run of one notebook ended.</summary>
/// <param name="Notebook">Path of the notebook's source.</param>
/// <param name="Output">Path of the executed copy; null when nothing could be run.</param>
/// <param name="Status">ok, failed, timed out or cancelled.</param>
/// <param name="Failure">One line that names cell and line; null when all cells ran.</param>
/// <param name="Cells">Code cells begun.</param>
/// <param name="Seconds">Wall-clock time of the cells.</param>
/// <param name="Metrics">The metrics recorded, in order.</param>
public sealed record NotebookOutcome(string Notebook, string? Output, RunStatus Status, string? Failure, int Cells, double Seconds,
    IReadOnlyList<RecordedMetric> Metrics)
{
    /// <summary>The notebook's file name without extension, such as <c>02-who-matters-and-who-returns</c>.</summary>
    public string Slug => Path.GetFileNameWithoutExtension(Notebook);
}

/// <summary>A metric as it stands in a notebook's outputs.</summary>
/// <param name="Name">Unique in its notebook.</param>
/// <param name="Value">Finite.</param>
/// <param name="Tolerance">Greatest difference allowed, as a share of the value. Range: 0 to 0.01.</param>
public sealed record RecordedMetric(string Name, double Value, double Tolerance);
