namespace MarketingNotebooks.Data.Frames;

public sealed partial class DataFrame
{
    /// <summary>What changed when values of SQL became columns, e.g. decimals of more digits than a number keeps: a sentence for each such column.
    /// Empty for frames that SQL did not give. Kept through verbs, like <see cref="Rejects"/>.</summary>
    public IReadOnlyList<string> SqlNotes => Engines.DuckDb.SqlNotes.Of(_plan);
}
