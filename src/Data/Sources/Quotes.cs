namespace MarketingNotebooks.Data.Sources;

/// <summary>The one rule for quoted fields, shared by all that scan.</summary>
/// <remarks>A field is quoted when its first byte, after spaces, is the quote. It ends at the first quote that is not doubled, and what
/// follows, after spaces, must end the field. Anything else is malformed: then the line on which the quote opened ends the row,
/// so that one wrong quote costs one line and not the rest of the file.</remarks>
internal static class Quotes
{
    public const int Malformed = -1;
    public const int NeedsMore = -2;

    /// <summary>The position of the closing quote, <see cref="Malformed"/>, or <see cref="NeedsMore"/> when only more bytes can tell.</summary>
    /// <param name="bytes">Bytes of the file.</param>
    /// <param name="open">Position of the opening quote.</param>
    /// <param name="dialect">The file's structure.</param>
    /// <param name="final">True when nothing follows <paramref name="bytes"/>.</param>
    public static int Close(ReadOnlySpan<byte> bytes, int open, CsvDialect dialect, bool final)
    {
        var at = open + 1;
        while (true)
        {
            var step = bytes[at..].IndexOf(dialect.Quote);
            if (step < 0) return !final && bytes.Length - open <= dialect.MaxRow ? NeedsMore : Malformed;
            at += step;
            if (at - open > dialect.MaxRow) return Malformed;
            if (at + 1 < bytes.Length && bytes[at + 1] == dialect.Quote)
            {
                at += 2;
                continue;
            }
            var next = at + 1;
            if (!dialect.Blanks)
                while (next < bytes.Length && bytes[next] == (byte)' ') next++;
            if (next == bytes.Length) return final ? at : NeedsMore;
            return dialect.EndsField(bytes[next]) ? at : Malformed;
        }
    }

    /// <summary>The first byte after the line end at or after <paramref name="from"/>, or the length.</summary>
    public static int NextLine(ReadOnlySpan<byte> bytes, int from)
    {
        var step = bytes[from..].IndexOfAny((byte)'\n', (byte)'\r');
        if (step < 0) return bytes.Length;
        var at = from + step + 1;
        return bytes[at - 1] == (byte)'\r' && at < bytes.Length && bytes[at] == (byte)'\n' ? at + 1 : at;
    }
}
