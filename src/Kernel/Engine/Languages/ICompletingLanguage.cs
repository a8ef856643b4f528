using MarketingNotebooks.Kernel.Engine.Assistance;

namespace MarketingNotebooks.Kernel.Engine.Languages;

/// <summary>A language that can say how its text may go on.</summary>
public interface ICompletingLanguage : ICellLanguage
{
    /// <summary>The ways to go on at a cursor. Called from any thread, also while a cell runs; runs nothing.</summary>
    /// <param name="text">The language's text in the cell, unfinished as it may be.</param>
    /// <param name="cursor">A UTF-16 index into it, in [0, length].</param>
    /// <param name="session">The session: its variables.</param>
    /// <returns>Start and end are indexes into <paramref name="text"/>.</returns>
    Completions Complete(string text, int cursor, CSharpSession session);
}
