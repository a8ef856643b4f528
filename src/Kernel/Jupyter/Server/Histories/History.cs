using System.IO.Enumeration;

namespace MarketingNotebooks.Kernel.Jupyter.Server.Histories;

/// <summary>The inputs of this session and of earlier ones.</summary>
/// <param name="store">Keeps them across sessions.</param>
internal sealed class History(HistoryStore store)
{
    /// <summary>Remembers an input.</summary>
    public void Add(int line, string input) => store.Append(new HistoryEntry(store.Session, line, input));

    /// <summary>The last <paramref name="count"/> inputs, oldest first.</summary>
    public IReadOnlyList<HistoryEntry> Tail(int count) => [.. store.Entries.TakeLast(Math.Max(0, count))];

    /// <summary>Inputs of one session.</summary>
    /// <param name="session">Its number; 0 is this one, a negative number counts back from it.</param>
    /// <param name="start">First line.</param>
    /// <param name="stop">The line after the last.</param>
    public IReadOnlyList<HistoryEntry> Range(int session, int start, int stop)
    {
        var number = session > 0 ? session : store.Session + session;
        return [.. store.Entries.Where(entry => entry.Session == number && entry.Line >= start && entry.Line < stop)];
    }

    /// <summary>The last inputs that match a pattern, oldest first.</summary>
    /// <param name="pattern">With <c>*</c> for any text and <c>?</c> for any character.</param>
    /// <param name="count">Most entries.</param>
    /// <param name="unique">True: of equal inputs only the last.</param>
    public IReadOnlyList<HistoryEntry> Search(string pattern, int count, bool unique)
    {
        var found = store.Entries.Where(entry => FileSystemName.MatchesSimpleExpression(Literal(pattern), entry.Input, ignoreCase: false));
        if (unique) found = found.Reverse().DistinctBy(entry => entry.Input).Reverse();
        return [.. found.TakeLast(Math.Max(0, count))];
    }

    // The matcher takes a backslash for an escape; in history it is a character like any other.
    private static string Literal(string pattern) => pattern.Replace(@"\", @"\\", StringComparison.Ordinal);
}
