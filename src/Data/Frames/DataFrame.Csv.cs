using System.Text;
using MarketingNotebooks.Data.Sources;

namespace MarketingNotebooks.Data.Frames;

public sealed partial class DataFrame
{
    /// <summary>What reading the CSV file found: delimiter, encoding, header, rejects, and why a column got its kind; null for a frame that was
    /// not read from one. Kept through verbs, like <see cref="Rejects"/>.</summary>
    public CsvReport? CsvReport => CsvReports.Of(Rejects);

    /// <summary>Reads a delimited text file. Structure, encoding and kinds are found out from the whole file; rows that do not fit are set aside
    /// in <see cref="Rejects"/>, and <see cref="CsvReport"/> says what was found.</summary>
    /// <remarks>Kinds: integers and numbers without leading zeros (with them, or beyond 64 bits, a column stays text, like currency), ISO dates and timestamps
    /// (UTC when they name no zone), true and false, ISO durations. An empty field is null; <c>""</c> is the empty text in a text column and null in
    /// others. Where a file quotes the numbers of a column but not those of others, they are text. Gzip is unpacked.
    /// Cost: O(bytes) time on all cores; memory of the columns and a few blocks.</remarks>
    /// <param name="path">The file.</param>
    /// <param name="options">What to take as given; default: everything is found out.</param>
    /// <param name="progress">Told the share of the file read, in [0, 1].</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="CsvException">The file is missing, empty, not text, damaged, or not a table.</exception>
    /// <exception cref="ArgumentException">Settings that are wrong, all of them in one message.</exception>
    public static DataFrame ReadCsv(string path, CsvOptions? options = null, IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new CsvOptions();
        options.Check();
        using var source = FileProblems.Open(path);
        return CsvReader.Read(source, options, progress, cancellationToken);
    }

    /// <summary>Reads the delimited text files of a folder as one frame, below each other in the order of their paths; columns are matched by name.</summary>
    /// <remarks>Where a file lacks a column its rows are null. A column of integers in one file and numbers in another is a number; of kinds that do not
    /// go together it is text, as written in each file. Rows that do not fit are in <see cref="Rejects"/>, with a column <c>file</c>. Parquet and JSON
    /// files: <see cref="ReadParquet"/> and <see cref="ReadJsonLines"/> take patterns themselves.</remarks>
    /// <param name="pattern">A folder (its .csv, .tsv and .txt files, gzip too), or a pattern such as <c>exports/2026-*.csv</c> or <c>exports/**/*.csv</c>.</param>
    /// <param name="fileColumn">The new column that names each row's file, relative to the folder. Default: file; null for none.</param>
    /// <param name="options">What to take as given for every file; default: everything is found out, for each file on its own.</param>
    /// <param name="progress">Told the share of the files read, in [0, 1].</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="CsvException">No file fits, or one cannot be read.</exception>
    public static DataFrame ReadCsvFolder(string pattern, string? fileColumn = "file", CsvOptions? options = null, IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(pattern);
        options ??= new CsvOptions();
        options.Check();
        return CsvFolder.Read(pattern, fileColumn, options, progress, cancellationToken);
    }

    /// <summary>Reads delimited text from a stream, from where it stands to its end; it stays open. See
    /// <see cref="ReadCsv(string, CsvOptions?, IProgress{double}?, CancellationToken)"/>.</summary>
    /// <param name="stream">A readable stream; one that cannot seek is copied to a temporary file first.</param>
    /// <param name="options">What to take as given; default: everything is found out.</param>
    /// <param name="progress">Told the share of the stream read, in [0, 1].</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static DataFrame ReadCsv(Stream stream, CsvOptions? options = null, IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        options ??= new CsvOptions();
        options.Check();
        using var source = ByteSource.OfStream(stream);
        return CsvReader.Read(source, options, progress, cancellationToken);
    }

    /// <summary>Reads delimited text from a string. See <see cref="ReadCsv(string, CsvOptions?, IProgress{double}?, CancellationToken)"/>.</summary>
    /// <param name="text">The text of a CSV file.</param>
    /// <param name="options">What to take as given; default: everything is found out.</param>
    public static DataFrame ParseCsv(string text, CsvOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        options = (options ?? new CsvOptions()) with { Encoding = Encoding.UTF8 };
        options.Check();
        using var source = ByteSource.OfBytes("text", Encoding.UTF8.GetBytes(text));
        return CsvReader.Read(source, options, null, default);
    }

    /// <summary>Writes the frame as delimited text: UTF-8, LF, names first, quotes only where needed. Runs the plan.</summary>
    /// <remarks>Reading it back gives an equal frame, except that a text column of ISO dates, of true and false or of ISO durations is read as such, that a column
    /// without values is read as text, that text of digits stays text only where another column holds something that is not quoted, and that names which
    /// occur among their column's texts need <see cref="CsvOptions.Header"/> to be taken as names. Nulls are
    /// empty, empty text is <c>""</c>. Written beside the target and renamed, so that no half file is left; the folder is made; gzip where the name ends in
    /// <c>.gz</c>.</remarks>
    /// <param name="path">The file; replaced when it is there.</param>
    /// <param name="options">How to write it.</param>
    /// <exception cref="CsvException">The file cannot be written.</exception>
    public void WriteCsv(string path, CsvWriteOptions? options = null)
    {
        (options ??= new CsvWriteOptions()).Check();
        CsvWriter.ToFile(Table, path, options);
    }

    /// <summary>Writes the frame as delimited text. See <see cref="WriteCsv(string, CsvWriteOptions?)"/>.</summary>
    /// <param name="writer">Where the text goes; stays open.</param>
    /// <param name="options">How to write it; <see cref="CsvWriteOptions.ByteOrderMark"/> is the writer's matter.</param>
    public void WriteCsv(TextWriter writer, CsvWriteOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        (options ??= new CsvWriteOptions()).Check();
        new CsvWriter(Table, options).Write(writer);
    }

    /// <summary>The frame as delimited text. See <see cref="WriteCsv(string, CsvWriteOptions?)"/>.</summary>
    /// <param name="options">How to write it.</param>
    public string ToCsv(CsvWriteOptions? options = null)
    {
        using var writer = new StringWriter();
        WriteCsv(writer, options);
        return writer.ToString();
    }
}
