using System.Text.RegularExpressions;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Text;

namespace MarketingNotebooks.Data.Sources.Json;

/// <summary>The words <c>infinity</c>, <c>-infinity</c> and <c>epoch</c>, which DuckDB takes for times when it looks for kinds and then reads as 1900-01-01.</summary>
internal static partial class TimeWords
{
    private const string Misread = "1900-01-01";
    private static readonly long MisreadTime = Times.FromDateTime(new DateTime(1900, 1, 1));

    /// <summary>The frame with every column that holds such a word as the text that stands in the file; other columns stay as they are.</summary>
    /// <param name="frame">What DuckDB read.</param>
    /// <param name="read">The column of a name as text.</param>
    /// <param name="notes">Gets a sentence for each column that became text.</param>
    public static DataFrame Restore(DataFrame frame, Func<string, TextColumn> read, List<string> notes)
    {
        foreach (var name in frame.ColumnNames.Where(name => MayBeMisread(frame[name])).ToList())
        {
            var texts = read(name);
            if (!texts.Dictionary.ToArray().Any(text => Word().IsMatch(text))) continue;
            if (frame[name].Kind != ColumnKind.Text)
                notes.Add($"Column '{name}' holds times and words such as infinity, which no frame has; it is text. Set the words to null and cast the rest with SQL or ToTimestamp().");
            frame = frame.With(name, texts);
        }
        return frame;
    }

    private static bool MayBeMisread(Column column) => column switch
    {
        Column<long> { Kind: ColumnKind.Timestamp } times => times.Values.Contains(MisreadTime),
        TextColumn nested => nested.Dictionary.ToArray().Any(text => text.Contains(Misread, StringComparison.Ordinal)),
        _ => false,
    };

    [GeneratedRegex("""(^|")\s*-?(infinity|epoch)\s*("|$)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
