using MarketingNotebooks.Kernel.Execution;

namespace MarketingNotebooks.Workbench.Running;

/// <summary>Words and exit codes for outcomes.</summary>
public static class Outcomes
{
    /// <summary>One line for people.</summary>
    /// <param name="outcome">How a notebook ended.</param>
    public static string Sentence(NotebookOutcome outcome) => outcome.Status == RunStatus.Ok
        ? $"{outcome.Slug}: {Count(outcome.Cells, "cell")} in {outcome.Seconds:0.0} s, {Count(outcome.Metrics.Count, "metric")} → {outcome.Output}"
        : $"{outcome.Slug}: stopped after {Count(outcome.Cells, "cell")}: {outcome.Failure ?? outcome.Status.ToString().ToLowerInvariant()}"
            + (outcome.Output is null ? "" : $" → {outcome.Output}");

    /// <summary>A number and its noun: <c>1 cell</c>, <c>2 cells</c>.</summary>
    /// <param name="count">How many.</param>
    /// <param name="noun">What, in the singular.</param>
    public static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";

    /// <summary>The exit code for it.</summary>
    /// <param name="outcome">How a notebook ended.</param>
    public static int Code(NotebookOutcome outcome) => outcome.Status switch
    {
        RunStatus.Ok => ExitCode.Ok,
        RunStatus.Cancelled => ExitCode.Cancelled,
        _ => ExitCode.NotebookFailed,
    };
}
