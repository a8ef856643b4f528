using System.Text;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Sources;

/// <summary>What the first rows of a file tell: structure, names, and a guess at kinds to be proved on the whole file.</summary>
/// <param name="Dialect">The bytes of structure.</param>
/// <param name="Header">True when the first row holds names.</param>
/// <param name="Names">Names of all columns of the file.</param>
/// <param name="Start">Position of the first row of data in the text.</param>
/// <param name="FirstLine">Its line, counted from 1.</param>
/// <param name="Guesses">Likely readings.</param>
/// <param name="SomeBare">True when some value stands without quotes.</param>
/// <param name="Notes">Remarks on names.</param>
internal sealed record CsvLayout(CsvDialect Dialect, bool Header, List<string> Names, long Start, long FirstLine, Reading[] Guesses, bool SomeBare,
    Dictionary<string, string> Notes)
{
    private const int HeadSize = 1 << 17;

    /// <summary>Looks at the start of a source whose encoding is known; null when it holds nothing but blank lines and comments.</summary>
    public static CsvLayout? Find(ByteSource source, CsvOptions options)
    {
        for (var size = HeadSize; ; size *= 4)
        {
            var bytes = source.Head(size, asText: true, out var whole);
            var cut = whole ? bytes.Length : bytes.AsSpan().LastIndexOfAny((byte)'\n', (byte)'\r') + 1;
            var head = bytes.AsSpan(0, cut == 0 ? bytes.Length : cut);
            var dialect = DialectSniffer.Find(head, options);
            var rows = HeadRows.Split(head, dialect);
            // A very wide row may not fit the first look.
            if (!whole && rows.Count < 2 && size <= options.MaxRowLength) continue;
            return rows.Count == 0 ? null : Of(head, dialect, rows, options);
        }
    }

    private static CsvLayout Of(ReadOnlySpan<byte> head, CsvDialect dialect, List<HeadRow> rows, CsvOptions options)
    {
        var formats = new DateFormats(options.DateFormats);
        var header = options.Header ?? (options.Columns is { } given
            ? rows[0].Fields.Select(field => Encoding.UTF8.GetString(field.Content).Trim()).SequenceEqual(given) || HeaderSniffer.IsHeader(rows, formats)
            : HeaderSniffer.IsHeader(rows, formats));
        var data = header ? rows.Skip(1).ToList() : rows;
        var notes = new Dictionary<string, string>();
        var cells = header ? rows[0].Fields.Select(field => Encoding.UTF8.GetString(field.Content)).ToList() : [];
        var width = Width(cells, data, options);
        if (header && data.Count > 0 && options.Columns is null && width == cells.Count + 1) cells.Insert(0, "row");
        if (header && width == cells.Count - 1) cells.RemoveAt(width);
        var names = options.Columns?.ToList() ?? HeaderSniffer.Names(cells, width);
        if (options.Columns is null)
            for (var i = 0; i < cells.Count && i < names.Count; i++)
                if (names[i] != cells[i].Trim()) notes[names[i]] = cells[i].Trim().Length == 0 ? "no name in the header" : $"second '{cells[i].Trim()}' of the header";
        var start = header ? rows[0].Next : 0;
        var before = CsvPass.CountLines(head[..start]);
        var (guesses, bare) = Guess(data, names.Count, dialect, options);
        return new(dialect, header, names, start, 1 + before, guesses, bare, notes);
    }

    /// <summary>Number of fields that rows should have.</summary>
    private static int Width(List<string> cells, List<HeadRow> data, CsvOptions options)
    {
        if (options.Columns is { } given) return given.Count;
        if (data.Count == 0) return cells.Count;
        var usual = data.GroupBy(row => row.Fields.Count).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).First().Key;
        if (cells.Count == 0) return options.Ragged ? data.Max(row => row.Fields.Count) : usual;
        // One name less than fields: row names without a name of their own, as R writes them; unless rows just end in a delimiter.
        if (usual == cells.Count + 1 && !options.Ragged && data.All(row => row.Fields.Count == usual) && data.Any(row => row.Fields[^1].Content.Length > 0)) return usual;
        // Names that end in a delimiter, above rows that do not or that end in one too.
        if (cells.Count > 1 && cells[^1].Trim().Length == 0 && data.All(row => row.Fields.Count < cells.Count || row.Fields[^1] is { Content.Length: 0, Quoted: false })) return cells.Count - 1;
        return cells.Count;
    }

    private static (Reading[] Guesses, bool SomeBare) Guess(List<HeadRow> data, int columns, CsvDialect dialect, CsvOptions options)
    {
        var formats = new DateFormats(options.DateFormats);
        var nulls = options.NullValues.ToHashSet();
        var bare = data.Any(row => row.Fields.Any(field => !field.Quoted && field.Content.Length > 0));
        var guesses = new Reading[columns];
        for (var column = 0; column < columns; column++)
        {
            var counts = new PatternCounts();
            var quoted = true;
            foreach (var row in data)
            {
                if (column >= row.Fields.Count) continue;
                var field = row.Fields[column];
                if (nulls.Count > 0 && nulls.Contains(Encoding.UTF8.GetString(field.Content))) continue;
                counts.Add(ValuePatterns.Of(field.Content, formats), 1, field.Content);
                quoted &= field.Quoted || field.Content.Length == 0;
            }
            guesses[column] = KindResolver.Resolve(counts, options.DecimalComma ?? KindResolver.CommaEvidence(counts) ?? false, quoted && bare, options.MostRejects).Reading;
            // Only readings that plain parsing proves are tried; all others are told from the distinct texts of the whole column.
            var proved = guesses[column] switch
            {
                { Kind: ColumnKind.Integer } => counts.Of(ValuePattern.CommaGroups, ValuePattern.PointGroups, ValuePattern.EitherComma, ValuePattern.EitherPoint) == 0,
                { Kind: ColumnKind.Number, Comma: false } => counts.Of(ValuePattern.Point) > 0 && counts.Of(ValuePattern.CommaGroups, ValuePattern.EitherComma, ValuePattern.Comma) == 0,
                { Kind: ColumnKind.Number } => counts.Of(ValuePattern.Comma) > 0 && counts.Of(ValuePattern.PointGroups, ValuePattern.EitherPoint, ValuePattern.Point) == 0,
                { Kind: ColumnKind.Timestamp, DayFirst: null } => formats.IsEmpty,
                { Kind: ColumnKind.Boolean } => true,
                _ => false,
            };
            if (!proved) guesses[column] = Reading.Text;
        }
        return (guesses, bare);
    }
}
