namespace MarketingNotebooks.Data.Sources;

/// <summary>A field of the first rows, without its quotes.</summary>
internal readonly record struct HeadField(byte[] Content, bool Quoted);

/// <summary>One of the first rows.</summary>
/// <param name="Next">Position after its line end.</param>
/// <param name="Fields">Its fields.</param>
internal sealed record HeadRow(int Next, List<HeadField> Fields);

/// <summary>The first rows of a file, of any width, from which its structure is told.</summary>
internal static class HeadRows
{
    /// <summary>Splits text into rows; malformed and blank ones are left out.</summary>
    /// <param name="head">First bytes of the file, as UTF-8, up to a line end or the end.</param>
    /// <param name="dialect">The structure to try.</param>
    public static List<HeadRow> Split(ReadOnlySpan<byte> head, CsvDialect dialect)
    {
        var rows = new List<HeadRow>();
        var at = 0;
        while (at < head.Length)
        {
            if (dialect.Comment != CsvDialect.None && head[at] == dialect.Comment)
            {
                at = Quotes.NextLine(head, at);
                continue;
            }
            if (Row(head, ref at, dialect) is { } fields) rows.Add(new HeadRow(at, fields));
        }
        return rows;
    }

    private static List<HeadField>? Row(ReadOnlySpan<byte> head, ref int at, CsvDialect dialect)
    {
        var fields = new List<HeadField>();
        while (true)
        {
            var begin = at;
            while (begin < head.Length && (head[begin] == (byte)' ' || (dialect.Blanks && head[begin] == (byte)'\t'))) begin++;
            if (dialect.Blanks) at = begin;
            var end = at;
            var quoted = begin < head.Length && head[begin] == dialect.Quote;
            if (quoted)
            {
                var close = Quotes.Close(head, begin, dialect, final: true);
                if (close < 0)
                {
                    at = Quotes.NextLine(head, begin);
                    return null;
                }
                end = close + 1;
            }
            while (end < head.Length && !dialect.EndsField(head[end])) end++;
            if (!dialect.Blanks || end > at || fields.Count == 0) fields.Add(new HeadField(Content(head[at..end], quoted, dialect), quoted));
            if (end == head.Length || head[end] is (byte)'\n' or (byte)'\r')
            {
                at = Quotes.NextLine(head, end);
                return fields.Count == 1 && fields[0] is { Quoted: false, Content: var only } && only.AsSpan().Trim(" \t"u8).IsEmpty ? null : fields;
            }
            at = end + 1;
        }
    }

    private static byte[] Content(ReadOnlySpan<byte> field, bool quoted, CsvDialect dialect)
    {
        if (!quoted) return field.ToArray();
        field = field.Trim((byte)' ')[1..^1];
        var content = new List<byte>(field.Length);
        for (var i = 0; i < field.Length; i++)
        {
            content.Add(field[i]);
            if (field[i] == dialect.Quote) i++;
        }
        return [.. content];
    }
}
