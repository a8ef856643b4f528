using MarketingNotebooks.Kernel.Documents;
using MarketingNotebooks.Kernel.Execution;

namespace MarketingNotebooks.Workbench.Pages;

/// <summary>Where and why a notebook's run ended early.</summary>
/// <param name="Index">Place of the cell among all cells, from 0; null when no cell is to blame.</param>
/// <param name="Text">One sentence: cell, line, error.</param>
internal sealed record NotebookFailure(int? Index, string Text)
{
    /// <summary>The failure of a run, or of the outputs when the run is not known; null when all went well.</summary>
    public static NotebookFailure? Of(NotebookDocument document, RunResult? run)
    {
        if (run is not null)
        {
            if (run.Status == RunStatus.Ok) return null;
            var why = run.Status switch { RunStatus.TimedOut => "Out of time. ", RunStatus.Cancelled => "Cancelled. ", _ => "" };
            return new NotebookFailure(run.Failure?.Index, ConsoleText.Clean(why + (run.Failure?.ToString() ?? $"The run ended after {run.CellsRun} cells.")));
        }
        foreach (var (index, cell) in document.Cells.Index())
        {
            if (cell.HasTag("raises-exception") || cell.Outputs.OfType<ErrorOutput>().FirstOrDefault() is not { } error) continue;
            var number = cell.ExecutionCount is { } count ? $"Cell {count}" : $"Cell at place {index + 1}";
            return new NotebookFailure(index, ConsoleText.Clean($"{number}: {error.Name}: {error.Value}"));
        }
        return null;
    }
}
