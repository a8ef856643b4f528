namespace MarketingNotebooks.Data.Sources;

/// <summary>The bytes that give a delimited file its structure.</summary>
/// <param name="Delimiter">Between fields; <see cref="None"/> where a row is one field; blank for runs of blanks and tabs.</param>
/// <param name="Quote">Around fields; <see cref="None"/> when nothing is.</param>
/// <param name="Comment">Starts lines to skip; <see cref="None"/> when nothing does.</param>
/// <param name="MaxRow">Longest row in bytes.</param>
internal sealed record CsvDialect(byte Delimiter, byte Quote, byte Comment, int MaxRow)
{
    /// <summary>A byte that no valid UTF-8 holds.</summary>
    public const byte None = 0xFF;

    /// <summary>True when runs of blanks and tabs are the delimiter.</summary>
    public bool Blanks => Delimiter == (byte)' ';

    /// <summary>True at bytes that end a field.</summary>
    public bool EndsField(byte value) =>
        value == Delimiter || value is (byte)'\n' or (byte)'\r' || (Blanks && value == (byte)'\t');
}
