using System.Collections.Immutable;
using System.Globalization;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Sources;

/// <summary>What reading one column found.</summary>
/// <param name="Name">The column's name in the frame.</param>
/// <param name="Kind">The kind it got.</param>
/// <param name="Note">Why it got that kind when that may surprise (such as why it became text), or what else was done to it; else null.</param>
public sealed record CsvColumnReport(string Name, ColumnKind Kind, string? Note);

/// <summary>What reading a delimited text file found out.</summary>
/// <param name="Path">The file, or <c>text</c> or <c>stream</c>.</param>
/// <param name="Delimiter">Character between fields; a blank stands for runs of blanks; null where a row is one field.</param>
/// <param name="Quote">Character around fields; null for none.</param>
/// <param name="Encoding">The text's encoding, such as <c>utf-8</c>.</param>
/// <param name="Compressed">True when the bytes were gzip.</param>
/// <param name="Header">True when the first row held names.</param>
/// <param name="Rows">Rows in the frame.</param>
/// <param name="Rejected">Rows set aside in <see cref="DataFrame.Rejects"/>.</param>
/// <param name="Columns">The columns kept, in the order of the frame.</param>
public sealed record CsvReport(string Path, char? Delimiter, char? Quote, string Encoding, bool Compressed, bool Header, int Rows,
    int Rejected, ImmutableArray<CsvColumnReport> Columns)
{
    /// <summary>One sentence on the rows set aside, or null when there are none.</summary>
    public string? RejectNote => Rejected == 0 ? null : string.Create(CultureInfo.InvariantCulture,
        $"{Rejected:N0} of {(long)Rows + Rejected:N0} rows {(Rejected == 1 ? "was" : "were")} set aside; see frame.Rejects.");

    /// <summary>The findings, one a line.</summary>
    public override string ToString()
    {
        var delimiter = Delimiter switch { null => "none", '\t' => "tab", ' ' => "blanks", _ => $"'{Delimiter}'" };
        var lines = new List<string>
        {
            string.Create(CultureInfo.InvariantCulture, $"{Path}: {Rows:N0} rows × {Columns.Length} columns, {Rejected:N0} rejects"),
            $"delimiter {delimiter}, {Encoding}{(Compressed ? ", gzip" : "")}, {(Header ? "names in the first row" : "no header")}",
        };
        lines.AddRange(Columns.Select(column => $"{column.Name}: {column.Kind.Word()}{(column.Note is null ? "" : $" ({column.Note})")}"));
        return string.Join("\n", lines);
    }
}
