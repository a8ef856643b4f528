using MarketingNotebooks.Kernel.Engine;

namespace MarketingNotebooks.Kernel.Execution;

/// <summary>Why a run ended.</summary>
public enum RunStatus
{
    /// <summary>Every cell ran.</summary>
    Ok,

    /// <summary>A cell failed, and the run stopped there.</summary>
    Failed,

    /// <summary>A cell or the whole run took longer than allowed.</summary>
    TimedOut,

    /// <summary>The caller cancelled.</summary>
    Cancelled,
}

/// <summary>Which cell failed, and where.</summary>
/// <param name="Number">Its number among the code cells run, from 1: the number Jupyter shows beside it.</param>
/// <param name="Index">Its place among all cells of the document, from 0.</param>
/// <param name="CellId">Its id in the file; null when it has none.</param>
/// <param name="Error">What happened.</param>
public sealed record CellFailure(int Number, int Index, string? CellId, CellError Error)
{
    /// <summary>One line: <c>Cell 7 (id 1f2e), line 3: InvalidOperationException: …</c>.</summary>
    public override string ToString() =>
        $"Cell {Number}{(CellId is null ? "" : $" (id {CellId})")}{(Error.Line is { } line ? $", line {line}" : "")}: {Error.Name}: {Error.Value}";
}

/// <summary>The end of a notebook's run. The document holds the outputs, those of a failing cell included.</summary>
/// <param name="Status">Why it ended.</param>
/// <param name="Failure">The cell that ended it; null when all ran.</param>
/// <param name="CellsRun">Code cells begun.</param>
/// <param name="Elapsed">Wall-clock time.</param>
public sealed record RunResult(RunStatus Status, CellFailure? Failure, int CellsRun, TimeSpan Elapsed);
