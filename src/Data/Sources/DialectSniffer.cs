namespace MarketingNotebooks.Data.Sources;

/// <summary>Finds the delimiter and the quote of a file from its first rows.</summary>
internal static class DialectSniffer
{
    private const int MostRows = 500;

    /// <summary>The structure given by the options, or the one that fits best.</summary>
    /// <remarks>A delimiter fits when most rows have the same number of fields, at least two; among those that fit, the one whose
    /// fields are most often values of a kind: in <c>1,5;2,5</c> the semicolon gives numbers where the comma does not. Blanks are tried last.</remarks>
    public static CsvDialect Find(ReadOnlySpan<byte> head, CsvOptions options)
    {
        var comment = options.Comment is { } mark ? (byte)mark : CsvDialect.None;
        var bare = new CsvDialect(CsvDialect.None, CsvDialect.None, comment, options.MaxRowLength);
        if (options.Delimiter is { } given) return bare with { Delimiter = (byte)given, Quote = QuoteOf(head, (byte)given, options) };
        CsvDialect? best = null;
        var (bestFit, bestKinds) = (0.0, 0.0);
        foreach (var delimiter in "\t;|, "u8)
        {
            if (delimiter == options.Quote || delimiter == comment || !head.Contains(delimiter)) continue;
            // A blank may also be a part of texts: it counts only when nothing else splits the rows well.
            if (delimiter == (byte)' ' && bestFit > 0.9) break;
            var dialect = bare with { Delimiter = delimiter, Quote = QuoteOf(head, delimiter, options) };
            var (fit, kinds) = Fit(HeadRows.Split(head, dialect), options);
            if (fit < (dialect.Blanks ? 0.95 : 0.51) || (dialect.Blanks && kinds < 0.5)) continue;
            if (best is null || fit > bestFit + 0.05 || (fit > bestFit - 0.05 && kinds > bestKinds + 0.02)) (best, bestFit, bestKinds) = (dialect, fit, kinds);
        }
        return best ?? bare with { Quote = QuoteOf(head, CsvDialect.None, options), Delimiter = Fallback(head, options) };
    }

    /// <summary>The delimiter of a file whose rows differ: the one in the first row, when rows are to be filled up or most rows have some.</summary>
    private static byte Fallback(ReadOnlySpan<byte> head, CsvOptions options)
    {
        var bare = new CsvDialect(CsvDialect.None, options.Quote is { } quote ? (byte)quote : (byte)'"', CsvDialect.None, options.MaxRowLength);
        foreach (var delimiter in ",;\t|"u8)
        {
            if (delimiter == options.Quote || !head.Contains(delimiter)) continue;
            var rows = HeadRows.Split(head, bare with { Delimiter = delimiter });
            if (rows.Count > 0 && rows.Count(row => row.Fields.Count > 1) * 2 > rows.Count && (options.Ragged || rows[0].Fields.Count > 1)) return delimiter;
        }
        return CsvDialect.None;
    }

    private static (double Fit, double Kinds) Fit(List<HeadRow> rows, CsvOptions options)
    {
        if (rows.Count == 0) return (0, 0);
        var sample = rows.Take(MostRows).ToList();
        var usual = sample.GroupBy(row => row.Fields.Count).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).First();
        if (usual.Key < 2) return (0, 0);
        var formats = new DateFormats(options.DateFormats);
        var (typed, all) = (0, 0);
        foreach (var field in usual.Take(100).SelectMany(row => row.Fields))
        {
            all++;
            if (ValuePatterns.Of(field.Content, formats) != ValuePattern.Text) typed++;
        }
        // The header alone tells much: under a wrong delimiter it has another width than the rows.
        var fit = (double)usual.Count() / sample.Count - (sample[0].Fields.Count == 1 ? 0.3 : 0);
        return (fit, (double)typed / all);
    }

    private static byte QuoteOf(ReadOnlySpan<byte> head, byte delimiter, CsvOptions options)
    {
        if (options.Quote is { } given) return given == '\0' ? CsvDialect.None : (byte)given;
        if (head.Contains((byte)'"') || delimiter == CsvDialect.None) return (byte)'"';
        if (!head.Contains((byte)'\'')) return (byte)'"';
        var (quoted, other) = (0, 0);
        foreach (var field in HeadRows.Split(head, new CsvDialect(delimiter, (byte)'\'', CsvDialect.None, options.MaxRowLength)).Take(MostRows).SelectMany(row => row.Fields))
        {
            if (field.Quoted) quoted++;
            else if (field.Content.AsSpan().Contains((byte)'\'')) other++;
        }
        return quoted > 1 && quoted > 2 * other ? (byte)'\'' : (byte)'"';
    }
}
