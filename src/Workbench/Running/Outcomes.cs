using MarketingNotebooks.Kernel.Execution;

namespace MarketingNotebooks.Workbench.Running;

/// <summary>Words and exit codes for outcomes.</summary>
public static class Outcomes
{
    /// <summary>One line for people.</summary>
    /// <param name="outcome">How a notebook ended.</param>
    public static string Sentence(NotebookOutcome outcome) => outcome.Status == RunStatus.Ok
        ? $"{outcome.Slug}: {outcome.Cells} cells in {outcome.Seconds:0.0} s, {outcome.Metrics.Count} metrics → {outcome.Output}"
        : $"{outcome.Slug}: stopped after {outcome.Cells} cells: {outcome.Failure ?? outcome.Status.ToString().ToLowerInvariant()}"
            + (outcome.Output is null ? "" : $" → {outcome.Output}");

    /// <summary>The exit code for it.</summary>
    /// <param name="outcome">How a notebook ended.</param>
    public static int Code(NotebookOutcome outcome) => outcome.Status switch
    {
        RunStatus.Ok => ExitCode.Ok,
        RunStatus.Cancelled => ExitCode.Cancelled,
        _ => ExitCode.NotebookFailed,
    };
}
