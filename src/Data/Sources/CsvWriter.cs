using System.Globalization;
using System.IO.Compression;
using System.Text;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Text;

namespace MarketingNotebooks.Data.Sources;

/// <summary>Writes columns as delimited text that reads back as the same columns.</summary>
/// <remarks>Nulls are empty and the empty text is <c>""</c>; numbers are the shortest text that gives the same double, with <c>.0</c> where they
/// are whole; timestamps are dates alone when all are at midnight, else ISO 8601 in UTC; durations are ISO 8601. A text column whose values would read as
/// numbers is quoted throughout, which the reader takes as text as long as another column is not. Not told apart: a text column of ISO dates, of
/// true and false or of durations; and the kind of a column without values.</remarks>
internal sealed class CsvWriter(Table table, CsvWriteOptions options)
{
    private const int Rows = 1 << 12;
    private readonly bool[] _quoteAll = new bool[table.Columns.Length];
    private readonly bool[] _datesOnly = new bool[table.Columns.Length];
    private readonly string?[]?[] _written = new string?[]?[table.Columns.Length];

    /// <summary>Writes to a file by way of a temporary one beside it; gzip when its name ends in .gz.</summary>
    public static void ToFile(Table table, string path, CsvWriteOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Directory.Exists(path)) throw new CsvException($"{path} is a directory. Name the file to write, such as {path.TrimEnd('/', '\\')}/data.csv.");
        var full = Path.GetFullPath(path);
        var temporary = $"{full}.{Guid.NewGuid():N}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16))
            using (Stream stream = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionLevel.Optimal) : file)
            using (var writer = new StreamWriter(stream, new UTF8Encoding(options.ByteOrderMark), 1 << 16))
                new CsvWriter(table, options).Write(writer);
            File.Move(temporary, full, overwrite: true);
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException and not CsvException)
        {
            throw new CsvException($"{path} cannot be written: {error.Message} Name a folder in which you may write.", error);
        }
        finally
        {
            if (File.Exists(temporary)) File.Delete(temporary);
        }
    }

    /// <summary>Writes all rows.</summary>
    public void Write(TextWriter writer)
    {
        var end = options.CarriageReturns ? "\r\n" : "\n";
        Prepare();
        if (options.Header)
        {
            writer.Write(string.Join(options.Delimiter, table.Schema.Names.Select(name => Quoted(name, always: name.Trim() != name))));
            writer.Write(end);
        }
        var line = new StringBuilder();
        for (var first = 0; first < table.Rows; first += Rows)
        {
            for (var row = first; row < Math.Min(table.Rows, first + Rows); row++)
            {
                for (var column = 0; column < table.Columns.Length; column++)
                {
                    if (column > 0) line.Append(options.Delimiter);
                    Append(line, column, row);
                }
                line.Append(end);
            }
            foreach (var part in line.GetChunks()) writer.Write(part.Span);
            line.Clear();
        }
    }

    private void Append(StringBuilder line, int column, int row)
    {
        switch (table.Columns[column])
        {
            case TextColumn text:
                if (text.Codes[row] is var code and >= 0) line.Append(_written[column]![code] ??= Quoted(Guarded(text.Dictionary[code]), _quoteAll[column]));
                break;
            case { } other when other.IsNull(row):
                break;
            case Column<double> numbers:
                AppendNumber(line, numbers.Span[row]);
                break;
            case Column<bool> flags:
                line.Append(flags.Span[row] ? "true" : "false");
                break;
            case Column<long> { Kind: ColumnKind.Timestamp } times:
                line.Append(Times.ToDateTime(times.Span[row]).ToString(_datesOnly[column] ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss.FFFFFFZ", CultureInfo.InvariantCulture));
                break;
            case Column<long> { Kind: ColumnKind.Duration } spans:
                line.Append(Duration(spans.Span[row]));
                break;
            case Column<long> integers:
                line.Append(CultureInfo.InvariantCulture, $"{integers.Span[row]}");
                break;
        }
    }

    /// <summary>The shortest text that gives the same double, and that reads as a number and not as an integer.</summary>
    private static void AppendNumber(StringBuilder line, double value)
    {
        Span<char> buffer = stackalloc char[32];
        value.TryFormat(buffer, out var length, "R", CultureInfo.InvariantCulture);
        line.Append(buffer[..length]);
        if (!buffer[..length].ContainsAny(".EINa")) line.Append(".0");
    }

    /// <summary>ISO 8601 with days, hours, minutes and seconds: P1DT2H3M4.5S.</summary>
    private static string Duration(long micros)
    {
        var text = new StringBuilder(micros < 0 ? "-P" : "P");
        var left = micros < 0 ? 0UL - (ulong)micros : (ulong)micros;
        void Unit(ulong size, char letter)
        {
            if (left >= size) text.Append(left / size).Append(letter);
            left %= size;
        }

        Unit((ulong)Times.Day, 'D');
        if (left > 0 || text[^1] == 'P') text.Append('T');
        if (text[^1] == 'T')
        {
            Unit((ulong)Times.Hour, 'H');
            Unit((ulong)Times.Minute, 'M');
            if (left > 0 || text[^1] == 'T') text.Append(CultureInfo.InvariantCulture, $"{left / 1e6m:0.######}S");
        }
        return text.ToString();
    }

    private void Prepare()
    {
        for (var column = 0; column < table.Columns.Length; column++)
        {
            if (table.Columns[column] is TextColumn text)
            {
                _written[column] = new string?[text.Dictionary.Length];
                _quoteAll[column] = ReadsAsNumbers(text);
            }
            else if (table.Columns[column] is Column<long> { Kind: ColumnKind.Timestamp } times)
            {
                _datesOnly[column] = true;
                for (var row = 0; row < times.Length && _datesOnly[column]; row++)
                    _datesOnly[column] = times.IsNull(row) || times.Span[row] % Times.Day == 0;
            }
        }
    }

    private static bool ReadsAsNumbers(TextColumn column)
    {
        var uses = new int[column.Dictionary.Length];
        foreach (var code in column.Codes)
            if (code >= 0) uses[code]++;
        var counts = new PatternCounts();
        for (var code = 0; code < uses.Length; code++)
        {
            if (uses[code] == 0) continue;
            var bytes = Encoding.UTF8.GetBytes(column.Dictionary[code]);
            counts.Add(ValuePatterns.Of(bytes, DateFormats.None), uses[code], bytes);
        }
        return new[] { true, false }.Any(comma => KindResolver.Resolve(counts, comma, false, 0.5).Reading.Kind.IsNumeric());
    }

    private string Guarded(string text) =>
        options.EscapeFormulas && text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;

    private string Quoted(string text, bool always)
    {
        var needed = always || text.Length == 0 || text[0] is ' ' or '"' or '\'' or '#' || text[^1] == ' ' || text.Contains(options.Delimiter)
            || text.AsSpan().ContainsAny("\"\r\n") || (options.Delimiter == ' ' && text.Contains('\t'));
        return needed ? $"\"{text.Replace("\"", "\"\"")}\"" : text;
    }
}
