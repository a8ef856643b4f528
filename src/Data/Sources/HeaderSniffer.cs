using System.Text;

namespace MarketingNotebooks.Data.Sources;

/// <summary>Tells whether the first row holds names, and makes names of it.</summary>
internal static class HeaderSniffer
{
    /// <summary>True when the first row is names.</summary>
    /// <remarks>A text above values of another kind speaks for names; a number or date above its like speaks for data, except years above
    /// figures. When all is text, a first row that repeats itself or recurs below is data; in doubt it is names.</remarks>
    public static bool IsHeader(List<HeadRow> rows, DateFormats formats)
    {
        var first = rows[0].Fields;
        var cells = first.Select(field => ValuePatterns.Of(field.Content, formats)).ToList();
        if (rows.Count == 1) return cells.All(cell => cell is ValuePattern.Text or ValuePattern.Empty) && cells.Contains(ValuePattern.Text);
        if (cells.All(cell => cell is ValuePattern.Empty)) return false;
        var texts = first.Where(field => field.Content.Length > 0).Select(field => Encoding.UTF8.GetString(field.Content)).ToList();
        if (texts.Distinct(StringComparer.Ordinal).Count() < texts.Count) return false;
        var (names, data) = (0, 0);
        var recurs = false;
        for (var column = 0; column < first.Count; column++)
        {
            var below = rows.Skip(1).Take(200).Where(row => column < row.Fields.Count).Select(row => row.Fields[column].Content).ToList();
            if (cells[column] == ValuePattern.Empty) continue;
            var same = below.Any(content => content.AsSpan().SequenceEqual(first[column].Content));
            var kinds = below.Select(content => Family(ValuePatterns.Of(content, formats))).Where(family => family != ' ').ToList();
            if (kinds.Count == 0) continue;
            var usual = kinds.GroupBy(family => family).OrderByDescending(group => group.Count()).First().Key;
            var cell = Family(cells[column]);
            if (cell == 't' && usual != 't') names++;
            else if (cell != 't') data++;
            else if (same) recurs = true;
        }
        if (data > 0 && names == 0 && Years(cells, texts)) return true;
        if (names != data) return names > data;
        return !recurs && data == 0;
    }

    /// <summary>Names from the first row: trimmed, made unique, and column1, column2, … where there is none.</summary>
    public static List<string> Names(IReadOnlyList<string> cells, int columns)
    {
        var names = new List<string>(columns);
        var taken = new HashSet<string>(cells.Select(cell => cell.Trim()).Where(cell => cell.Length > 0), StringComparer.Ordinal);
        var used = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < columns; i++)
        {
            var wanted = i < cells.Count ? cells[i].Trim() : "";
            if (wanted.Length == 0) wanted = Free($"column{i + 1}", taken);
            else if (used.Contains(wanted)) wanted = Numbered(wanted, taken);
            taken.Add(wanted);
            used.Add(wanted);
            names.Add(wanted);
        }
        return names;
    }

    private static string Free(string name, HashSet<string> taken) => taken.Contains(name) ? Numbered(name, taken) : name;

    private static string Numbered(string name, HashSet<string> taken)
    {
        var number = 2;
        while (taken.Contains($"{name}_{number}")) number++;
        return $"{name}_{number}";
    }

    private static char Family(ValuePattern pattern) => pattern switch
    {
        ValuePattern.Empty => ' ',
        ValuePattern.Text => 't',
        ValuePattern.Boolean => 'b',
        ValuePattern.Timestamp or ValuePattern.DayMonth or ValuePattern.MonthDay or ValuePattern.DayOrMonth => 'd',
        ValuePattern.Duration => 'p',
        _ => 'n',
    };

    /// <summary>Texts, then two or more rising years.</summary>
    private static bool Years(List<ValuePattern> cells, List<string> texts)
    {
        var years = texts.Where((_, i) => i >= texts.Count - cells.Count(cell => cell == ValuePattern.Integer)).ToList();
        if (years.Count < 2 || years.Count == texts.Count) return false;
        var last = 1899;
        foreach (var text in years)
        {
            if (!int.TryParse(text, out var year) || year <= last || year > 2100) return false;
            last = year;
        }
        return true;
    }
}
