using System.Text;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Sources;

/// <summary>How a delimited text file is read. What is null is found out from the file.</summary>
/// <remarks>Anti-patterns: turning a text column's identifiers into integers (their leading zeros are lost), and raising
/// <see cref="MostRejects"/> until a file "reads" (look at <see cref="DataFrame.Rejects"/> first).</remarks>
public sealed record CsvOptions
{
    /// <summary>Byte between fields: an ASCII character; a blank stands for runs of blanks and tabs, leading ones ignored.
    /// Default: null, the one of <c>, ; tab | blanks</c> that splits the first rows most evenly.</summary>
    public char? Delimiter { get; init; }

    /// <summary>Character around fields that hold delimiters or line ends, doubled inside them; '\0' for none.
    /// Default: null, which means <c>"</c>, or <c>'</c> where the first rows are quoted so.</summary>
    public char? Quote { get; init; }

    /// <summary>True when the first row holds names. Default: null, found from the kinds of the first row against those below it
    /// and from repeated values; in doubt the first row is taken as names.</summary>
    public bool? Header { get; init; }

    /// <summary>The text's encoding. Default: null: a byte order mark, else UTF-8 when the whole file is valid, else GB18030 when
    /// its bytes pair up as Chinese characters do, else Windows-1252.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>True when numbers are written 1.234,56; false for 1,234.56. Default: null, decided a column at a time from values that
    /// can only be one of them; columns with none follow the rest of the file.</summary>
    public bool? DecimalComma { get; init; }

    /// <summary>.NET date formats tried beside ISO 8601, such as <c>dd/MM/yyyy</c> or <c>MMM d, yyyy</c>, read in the invariant culture and as UTC
    /// where they name no zone. Formats of digits only, such as <c>yyyyMMdd</c>, apply to columns whose <see cref="Kinds"/> is timestamp.
    /// Default: none; day/month/year forms are then read only when one order fits the whole column and the other does not.</summary>
    public IReadOnlyList<string> DateFormats { get; init; } = [];

    /// <summary>Names of the columns, in the file's order; a header row is skipped. Default: null: the header's names, or column1, column2, …</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>Kinds of named columns; others are found out. A value that does not fit is set aside, and more than <see cref="MostRejects"/>
    /// of them are an error. Default: none.</summary>
    public IReadOnlyDictionary<string, ColumnKind> Kinds { get; init; } = new Dictionary<string, ColumnKind>();

    /// <summary>Names of the columns to keep, in this order. Default: null, all.</summary>
    public IReadOnlyList<string>? Select { get; init; }

    /// <summary>Texts read as null in every column, such as <c>N/A</c>; case matters. An empty field is always null; <c>""</c> is null except
    /// in text columns, where it is the empty text. Default: none: "NA" may be Namibia.</summary>
    public IReadOnlyList<string> NullValues { get; init; } = [];

    /// <summary>Lines that start with this ASCII character are skipped. Default: null, none.</summary>
    public char? Comment { get; init; }

    /// <summary>True fills rows with too few fields up with nulls; the widest row gives the number of columns where there is no header.
    /// Costs one more pass. Default: false, such rows are set aside.</summary>
    public bool Ragged { get; init; }

    /// <summary>Largest share of a column's values that may be of another kind than the rest: their rows are set aside in
    /// <see cref="DataFrame.Rejects"/>. Above it the column is text and keeps every row. Range: 0 to 1. Default: 0.05. Rows with a wrong number
    /// of fields are always set aside; when they are more than half of the file, reading is an error.</summary>
    public double MostRejects { get; init; } = 0.05;

    /// <summary>Most rows read. Range: ≥ 0. Default: null, all. Kinds are then those of these rows.</summary>
    public int? MaxRows { get; init; }

    /// <summary>Longest row in bytes of UTF-8; a longer one is set aside. Range: 1 KiB to 512 MiB. Default: 16 MiB.</summary>
    public int MaxRowLength { get; init; } = 16 << 20;

    /// <summary>True gives a frame without rows for a file that is empty or holds only a header. Default: false, an error.</summary>
    public bool AllowEmpty { get; init; }

    /// <summary>Bytes a worker takes at a time; for tests: it changes no result.</summary>
    internal int? BlockSize { get; init; }

    /// <summary>Workers; for tests: it changes no result.</summary>
    internal int? Threads { get; init; }

    /// <summary>Throws one error that names all wrong settings.</summary>
    internal void Check()
    {
        var wrong = new List<string>();
        void Expect(bool holds, string sentence)
        {
            if (!holds) wrong.Add(sentence);
        }

        Expect(Delimiter is null or < '\x80' and not ('\r' or '\n' or '\0'), $"CsvOptions.Delimiter must be an ASCII character and no line end. Got {Shown(Delimiter)}.");
        Expect(Quote is null or < '\x80' and not ('\r' or '\n'), $"CsvOptions.Quote must be an ASCII character and no line end. Got {Shown(Quote)}.");
        Expect(Comment is null or < '\x80' and not ('\r' or '\n' or '\0'), $"CsvOptions.Comment must be an ASCII character and no line end. Got {Shown(Comment)}.");
        Expect(Delimiter is null || Delimiter != (Quote ?? '"'), $"CsvOptions.Delimiter and Quote must differ. Both are {Shown(Delimiter)}.");
        Expect(MostRejects is >= 0 and <= 1, $"CsvOptions.MostRejects must be in [0, 1]. Got {MostRejects}.");
        Expect(MaxRows is null or >= 0, $"CsvOptions.MaxRows must be ≥ 0. Got {MaxRows}.");
        Expect(MaxRowLength is >= 1 << 10 and <= 1 << 29, $"CsvOptions.MaxRowLength must be in [1024, 536870912]. Got {MaxRowLength}.");
        Expect(Columns is null || Columns.Count > 0 && Columns.All(name => !string.IsNullOrEmpty(name)), "CsvOptions.Columns must hold at least one name and no empty one.");
        foreach (var name in (Columns ?? []).GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key))
            wrong.Add($"CsvOptions.Columns must differ. '{name}' occurs twice.");
        foreach (var name in (Select ?? []).GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key))
            wrong.Add($"CsvOptions.Select must differ. '{name}' occurs twice.");
        Expect(Select is null or { Count: > 0 }, "CsvOptions.Select must name at least one column. Leave it null to keep all.");
        foreach (var format in DateFormats)
            Expect(IsDateFormat(format), $"CsvOptions.DateFormats must hold .NET date formats with a year, month and day. Got '{format}'.");
        if (wrong.Count > 0) throw new ArgumentException(string.Join(" ", wrong));
    }

    /// <summary>Throws one error that names every setting whose column the file does not have.</summary>
    internal void CheckNames(string file, IReadOnlyList<string> names)
    {
        var wrong = new List<string>();
        foreach (var (setting, name) in Kinds.Keys.Select(name => ("Kinds", name)).Concat((Select ?? []).Select(name => ("Select", name))))
        {
            if (names.Contains(name)) continue;
            var near = Text.Spelling.Nearest(name, names);
            wrong.Add($"CsvOptions.{setting} names '{name}', which is not in {file}.{(near is null ? "" : $" Did you mean '{near}'?")}");
        }
        if (wrong.Count > 0)
            throw new ArgumentException($"{string.Join(" ", wrong)} Columns: {string.Join(", ", names.Take(40))}{(names.Count > 40 ? $", and {names.Count - 40} more" : "")}.");
    }

    private static string Shown(char? character) => character is { } value ? value < ' ' ? $"\\x{(int)value:x2}" : $"'{value}'" : "null";

    private static bool IsDateFormat(string? format)
    {
        if (string.IsNullOrEmpty(format) || !format.Contains('y') || !format.Contains('M') || !format.Contains('d')) return false;
        try
        {
            var probe = new DateTime(2023, 11, 25);
            return DateTime.TryParseExact(probe.ToString(format), format, null, System.Globalization.DateTimeStyles.None, out var back) && back.Date == probe;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
