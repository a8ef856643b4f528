using System.Text.RegularExpressions;
using MarketingNotebooks.Data.Engines.DuckDb;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Text;

namespace MarketingNotebooks.Data.Sources.Json;

/// <summary>The words <c>infinity</c>, <c>-infinity</c> and <c>epoch</c>, which DuckDB takes for times when it looks for kinds and then reads as 1900-01-01.</summary>
internal static partial class TimeWords
{
    private static readonly long MisreadTime = Times.FromDateTime(new DateTime(1900, 1, 1));

    /// <summary>The frame with every column that holds such a word as it stands in the file; other columns stay as they are.</summary>
    /// <param name="frame">What DuckDB read.</param>
    /// <param name="read">Reads some columns once more, each as the JSON that stands in the file; asked only where a value may be misread.</param>
    /// <param name="notes">Gets a sentence for each column that became text.</param>
    public static DataFrame Restore(DataFrame frame, Func<string, DataFrame> read, List<string> notes)
    {
        var suspects = frame.ColumnNames.Where(name => MayBeMisread(frame[name])).ToList();
        if (suspects.Count == 0) return frame;
        var written = read(string.Join(", ", suspects.Select(name => $"{SqlName.Quote(name)}{(IsTime(frame[name]) ? " ->> '$'" : "")} as {SqlName.Quote(name)}")));
        foreach (var name in suspects.Where(name => Has(written.Text(name), Word().IsMatch)))
        {
            if (IsTime(frame[name]))
                notes.Add($"Column '{name}' holds times and words such as infinity, which no frame has; it is text. Set the words to null and cast the rest with SQL or ToTimestamp().");
            frame = frame.With(name, written[name]);
        }
        return frame;
    }

    private static bool MayBeMisread(Column column) => column switch
    {
        Column<long> times => IsTime(times) && times.Values.Contains(MisreadTime),
        TextColumn texts => Has(texts, text => text[0] is '{' or '[' && text.Contains("\"1900-01-01", StringComparison.Ordinal)),
        _ => false,
    };

    private static bool IsTime(Column column) => column.Kind == ColumnKind.Timestamp;

    private static bool Has(TextColumn column, Func<string, bool> says)
    {
        foreach (var text in column.Dictionary)
            if (text.Length > 0 && says(text)) return true;
        return false;
    }

    /// <summary>A word that is the whole of a text, or of a text inside a list or struct.</summary>
    [GeneratedRegex("""^\s*-?(infinity|epoch)\s*$|^[\[{].*"\s*-?(infinity|epoch)\s*"\s*[,\]}]""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Word();
}
