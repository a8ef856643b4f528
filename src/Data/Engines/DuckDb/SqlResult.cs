using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines.DuckDb;

/// <summary>What a text of SQL gave.</summary>
/// <param name="Frame">The rows of its last statement; null when that gives none.</param>
/// <param name="RowsChanged">Rows that its last statement wrote, changed or deleted; null when it gives rows or does nothing to any.</param>
/// <param name="Notes">A sentence for each column whose type has no exact counterpart in a frame.</param>
public sealed record SqlResult(DataFrame? Frame, long? RowsChanged, IReadOnlyList<string> Notes);
