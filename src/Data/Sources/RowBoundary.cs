namespace MarketingNotebooks.Data.Sources;

/// <summary>Finds where a block can be cut so that each piece holds whole rows.</summary>
/// <remarks>Looks only at quotes and at the last line end, so that it costs little beside the parsing that runs in parallel.</remarks>
internal static class RowBoundary
{
    /// <summary>The length of the longest prefix made of whole rows; 0 when there is no whole row.</summary>
    /// <param name="bytes">Bytes of the file that start at a row.</param>
    /// <param name="dialect">The file's structure.</param>
    /// <param name="final">True when nothing follows: then all bytes are whole rows.</param>
    public static int Last(ReadOnlySpan<byte> bytes, CsvDialect dialect, bool final)
    {
        if (final) return bytes.Length;
        var from = 0;
        var safe = 0;
        while (true)
        {
            var step = bytes[from..].IndexOf(dialect.Quote);
            var quote = step < 0 ? bytes.Length : from + step;
            var line = LastLine(bytes, from, quote);
            if (line > 0) safe = line;
            if (step < 0) return safe;
            if (!StartsField(bytes, from, quote, dialect))
            {
                from = quote + 1;
                continue;
            }
            if (InComment(bytes, safe, dialect))
            {
                from = Quotes.NextLine(bytes, quote);
                if (from < bytes.Length) safe = from;
                continue;
            }
            var close = Quotes.Close(bytes, quote, dialect, final: false);
            if (close == Quotes.NeedsMore) return safe;
            if (close >= 0)
            {
                from = close + 1;
                continue;
            }
            from = Quotes.NextLine(bytes, quote);
            if (from >= bytes.Length) return safe;
            safe = from;
        }
    }

    /// <summary>The position after the last line end in [from, to) that is surely whole, or 0.</summary>
    private static int LastLine(ReadOnlySpan<byte> bytes, int from, int to)
    {
        var part = bytes[from..to];
        var at = part.LastIndexOfAny((byte)'\n', (byte)'\r');
        if (at < 0) return 0;
        if (part[at] == (byte)'\n' || from + at + 1 < bytes.Length) return from + at + 1;
        // A carriage return at the very end may be half of a pair.
        at = part[..at].LastIndexOfAny((byte)'\n', (byte)'\r');
        return at < 0 ? 0 : from + at + 1;
    }

    private static bool StartsField(ReadOnlySpan<byte> bytes, int from, int quote, CsvDialect dialect)
    {
        var before = quote - 1;
        while (before >= from && bytes[before] == (byte)' ') before--;
        if (dialect.Blanks && before < quote - 1) return true;
        return before < 0 || (before >= from ? dialect.EndsField(bytes[before]) : from == 0 || dialect.EndsField(bytes[from - 1]));
    }

    private static bool InComment(ReadOnlySpan<byte> bytes, int line, CsvDialect dialect) =>
        dialect.Comment != CsvDialect.None && bytes[line] == dialect.Comment;
}
