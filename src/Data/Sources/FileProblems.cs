using MarketingNotebooks.Data.Text;

namespace MarketingNotebooks.Data.Sources;

/// <summary>What is wrong with a file, in a sentence with its remedy.</summary>
internal static class FileProblems
{
    private static readonly (byte[] Magic, string What, string Remedy)[] Formats =
    [
        ([.. "PK\x03\x04"u8], "a ZIP archive or an Excel workbook", "Unpack it, or save the sheet as CSV"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel workbook", "Save the sheet as CSV"),
        ([.. "PAR1"u8], "a Parquet file", "Export it as CSV"),
        ([.. "ARROW1"u8], "Arrow", "Save it as CSV"),
        ([.. "%PDF"u8], "a PDF document", "Export its table as CSV"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "a PNG picture", "Name a text file"),
        ([.. "SQLite format 3"u8], "an SQLite database", "Export the table as CSV"),
        ([.. "BZh"u8], "bzip2", "Unpack it, or compress it with gzip"),
        ([0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z'], "xz", "Unpack it, or compress it with gzip"),
        ([0x28, 0xB5, 0x2F, 0xFD], "zstd", "Unpack it, or compress it with gzip"),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7-Zip archive", "Unpack it"),
    ];

    /// <summary>Opens a file; every failure says what to do.</summary>
    public static ByteSource Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Directory.Exists(path))
        {
            var example = Directory.EnumerateFiles(path).Order(StringComparer.Ordinal).FirstOrDefault(file => file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase));
            throw new CsvException($"{path} is a directory. Name a file{(example is null ? "" : $", such as {Join(path, Path.GetFileName(example))}")}.");
        }
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
            // A pipe cannot be read twice.
            return file.CanSeek ? ByteSource.OfFile(path) : ByteSource.OfStream(file);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CsvException($"{path} does not exist. {Hint(path)}", error);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new CsvException($"{path} may not be read by this user. Ask for read permission, or copy the file to where you have it.", error);
        }
        catch (IOException error)
        {
            throw new CsvException($"{path} cannot be opened: {error.Message} Close programs that hold it, or check the path.", error);
        }
    }

    /// <summary>Throws when the bytes are no text.</summary>
    public static void CheckText(ByteSource source, ReadOnlySpan<byte> head)
    {
        foreach (var (magic, what, remedy) in Formats)
            if (head.StartsWith(magic)) throw new CsvException($"{source.Name} is {what}, not delimited text. {remedy}.");
        if (source.Preamble > 0 || source.Encoding is System.Text.UnicodeEncoding or System.Text.UTF32Encoding) return;
        var control = 0;
        foreach (var value in head)
            if (value < 32 && value is not ((byte)'\t' or (byte)'\r' or (byte)'\n')) control++;
        if (control > 0.05 * head.Length && control > 1)
            throw new CsvException($"{source.Name} is no text: {control * 100L / head.Length} % of its first {head.Length:N0} bytes are control characters. Name a delimited text file, or give CsvOptions.Encoding.");
    }

    /// <summary>A file without data.</summary>
    public static CsvException Empty(string name) =>
        new($"{name} is empty. Check how it was written, or set CsvOptions.AllowEmpty for a frame without rows.");

    /// <summary>A file with names and nothing else.</summary>
    public static CsvException OnlyHeader(string name, IReadOnlyList<string> names) =>
        new($"{name} holds only a header ({string.Join(", ", names.Take(10))}{(names.Count > 10 ? ", …" : "")}) and no rows. Check how it was written, set CsvOptions.Header = false if the line is data, or CsvOptions.AllowEmpty for a frame without rows.");

    private static string Hint(string path)
    {
        var folder = Path.GetDirectoryName(path);
        var look = string.IsNullOrEmpty(folder) ? "." : folder;
        if (!Directory.Exists(look)) return $"Nor does the folder {look}: the current folder is {Directory.GetCurrentDirectory()}.";
        try
        {
            var names = Directory.EnumerateFiles(look).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal).ToList();
            var wanted = Path.GetFileName(path);
            var near = names.FirstOrDefault(name => string.Equals(name, wanted, StringComparison.OrdinalIgnoreCase))
                ?? names.FirstOrDefault(name => name.Equals(wanted + ".gz", StringComparison.OrdinalIgnoreCase) || name.Equals(wanted + ".csv", StringComparison.OrdinalIgnoreCase))
                ?? Spelling.Nearest(wanted, names);
            if (near is not null) return $"Did you mean {Join(folder, near)}?";
            return names.Count == 0 ? $"The folder {look} holds no files." : $"The folder {look} holds {string.Join(", ", names.Take(8))}{(names.Count > 8 ? $", and {names.Count - 8} more" : "")}.";
        }
        catch (UnauthorizedAccessException)
        {
            return $"The folder {look} may not be listed by this user.";
        }
    }

    private static string Join(string? folder, string name) => string.IsNullOrEmpty(folder) ? name : Path.Combine(folder, name).Replace('\\', '/');
}
