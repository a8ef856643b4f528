namespace MarketingNotebooks.Kernel.Execution;

/// <summary>Where a run stands: a code cell is about to start.</summary>
/// <param name="Cell">Which code cell, from 1.</param>
/// <param name="Of">How many there are, skipped ones not counted.</param>
/// <param name="Heading">The nearest heading above the cell, without <c>#</c>; null when there is none.</param>
/// <param name="FirstLine">The cell's first line that is not empty.</param>
/// <param name="Elapsed">Time since the run began.</param>
public sealed record RunProgress(int Cell, int Of, string? Heading, string FirstLine, TimeSpan Elapsed);
