namespace MarketingNotebooks.Data.Sources;

/// <summary>How a frame is written as delimited text.</summary>
public sealed record CsvWriteOptions
{
    /// <summary>Character between fields: ASCII, no line end, not the quote. Default: a comma.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>True writes the columns' names first. Default: true.</summary>
    public bool Header { get; init; } = true;

    /// <summary>True starts the file with UTF-8's byte order mark, by which Excel knows the encoding. Default: false.</summary>
    public bool ByteOrderMark { get; init; }

    /// <summary>True ends lines with CR LF, as RFC 4180 has it. Default: false, LF.</summary>
    public bool CarriageReturns { get; init; }

    /// <summary>True puts an apostrophe before texts that start with <c>= + - @</c>, a tab or a carriage return, so that a spreadsheet does
    /// not run them as formulas (OWASP, CSV injection). What is read back then has the apostrophe. Default: false.</summary>
    public bool EscapeFormulas { get; init; }

    /// <summary>Throws one error that names all wrong settings.</summary>
    internal void Check()
    {
        if (Delimiter is < '\x80' and not ('\r' or '\n' or '\0' or '"')) return;
        throw new ArgumentException($"CsvWriteOptions.Delimiter must be an ASCII character, no line end and not the quote. Got U+{(int)Delimiter:X4}.");
    }
}
