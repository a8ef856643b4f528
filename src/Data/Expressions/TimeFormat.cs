using System.Globalization;
using MarketingNotebooks.Data.Engines;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Text;

namespace MarketingNotebooks.Data.Expressions;

/// <summary>A pattern in which times are written: only such parts as databases can write too.</summary>
internal sealed class TimeFormat
{
    private static readonly string[] Known = ["yyyy", "yy", "MMM", "MM", "ddd", "dd", "HH", "mm", "ss"];
    private readonly Unit _finest = Unit.Day;

    public TimeFormat(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        Pattern = pattern;
        var parts = 0;
        for (var i = 0; i < pattern.Length;)
        {
            if (pattern[i] == '\'')
            {
                var end = pattern.IndexOf('\'', i + 1);
                if (end < 0) throw new ArgumentException($"The pattern '{pattern}' opens a quote and does not close it.");
                i = end + 1;
                continue;
            }
            var run = 1;
            while (i + run < pattern.Length && pattern[i + run] == pattern[i]) run++;
            var part = pattern.Substring(i, run);
            if (Known.Contains(part))
            {
                parts++;
                var unit = part switch { "HH" => Unit.Hour, "mm" => Unit.Minute, "ss" => Unit.Second, _ => Unit.Day };
                if (unit > _finest) _finest = unit;
            }
            else if (char.IsLetter(pattern[i]) || pattern[i] is '%' or '\\' or '"')
                throw new ArgumentException($"'{part}' in the pattern '{pattern}' is not known. Parts: {string.Join(", ", Known)}; put words in 'quotes'.");
            i += run;
        }
        if (parts == 0) throw new ArgumentException($"The pattern '{pattern}' holds no part of a time. Parts: {string.Join(", ", Known)}.");
    }

    public string Pattern { get; }

    /// <summary>The times as text, written once for each different time of the finest part.</summary>
    public TextColumn Write(Column<long> times)
    {
        var index = new LongIndex();
        var texts = new TextBuilder();
        var codes = new List<int>();
        var rows = new int[times.Length];
        for (var row = 0; row < rows.Length; row++)
        {
            if (times.IsNull(row))
            {
                rows[row] = -1;
                continue;
            }
            var id = index.GetOrAdd(TimeFunctions.Truncate(times.Values[row], _finest));
            if (id == codes.Count) codes.Add(texts.Code(Times.ToDateTime(times.Values[row]).ToString(Pattern, CultureInfo.InvariantCulture)));
            rows[row] = codes[id];
        }
        return TextColumn.Coded(rows, texts.Build().DictionaryArray);
    }

    public override string ToString() => $"'{Pattern}'";
}
