using MarketingNotebooks.Kernel.Documents;

namespace MarketingNotebooks.Workbench.Pages;

/// <summary>Where and why a notebook's run ended early.</summary>
/// <param name="Index">Place of the cell among all cells, from 0; null when no cell is to blame.</param>
/// <param name="Text">One sentence: cell, line, error.</param>
internal sealed record NotebookFailure(int? Index, string Text)
{
    /// <summary>The failure of a run, or of the outputs when the run is not known; null when all went well.</summary>
    public static NotebookFailure? Of(NotebookDocument document, PageRun? run)
    {
        if (run is { Failure: null }) return null;
        foreach (var (index, cell) in document.Cells.Index())
        {
            if (cell.HasTag("raises-exception") || cell.Outputs.OfType<ErrorOutput>().FirstOrDefault() is not { } error) continue;
            var number = cell.ExecutionCount is { } count ? $"Cell {count}" : $"Cell at place {index + 1}";
            return new NotebookFailure(index, ConsoleText.Clean(run?.Failure ?? $"{number}: {error.Name}: {error.Value}"));
        }
        return run is null ? null : new NotebookFailure(null, ConsoleText.Clean(run.Failure!));
    }
}
