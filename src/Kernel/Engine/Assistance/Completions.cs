namespace MarketingNotebooks.Kernel.Engine.Assistance;

/// <summary>The ways to go on at a place in a cell, best first.</summary>
/// <param name="Start">First character to replace, a UTF-16 index into the cell's text.</param>
/// <param name="End">End of the characters to replace; those from the cursor on belong to the same word.</param>
/// <param name="Items">What to put there, no text twice. Empty where nothing fits, as in comments.</param>
public sealed record Completions(int Start, int End, IReadOnlyList<Completion> Items)
{
    /// <summary>No way to go on.</summary>
    internal static Completions None(int cursor) => new(cursor, cursor, []);
}
