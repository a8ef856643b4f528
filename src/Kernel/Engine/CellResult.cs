namespace MarketingNotebooks.Kernel.Engine;

/// <summary>How a cell ended.</summary>
public enum CellStatus
{
    /// <summary>It ran to its end.</summary>
    Ok,

    /// <summary>It did not compile or it threw.</summary>
    Failed,

    /// <summary>It was stopped by <see cref="CSharpSession.Interrupt"/> or a cancelled token.</summary>
    Interrupted,
}

/// <summary>The end of one cell's run.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="ExecutionCount">The run's number in its session, from 1.</param>
/// <param name="Value">The value of the last expression; null when there was none.</param>
/// <param name="Error">The error, unless <see cref="CellStatus.Ok"/>. The sink got it too.</param>
/// <param name="Elapsed">Wall-clock time, compilation included.</param>
public sealed record CellResult(CellStatus Status, int ExecutionCount, object? Value, CellError? Error, TimeSpan Elapsed);
