using MarketingNotebooks.Kernel.Engine.Languages;

namespace MarketingNotebooks.Kernel.Engine.Assistance;

/// <summary>Where in a cell the cursor stands, the cell's C# apart from the rest.</summary>
/// <param name="Code">The cell with all that is not C# turned into spaces, so that places in it are places in the cell.</param>
/// <param name="Part">The piece the cursor stands in; null on a line that switches languages.</param>
/// <param name="Start">Where that piece starts in the cell.</param>
/// <param name="End">Where it ends.</param>
/// <param name="LineStart">Where the cursor's line starts.</param>
/// <param name="LineEnd">Where it ends, the line break not counted.</param>
internal sealed record CellPlace(string Code, CellPart? Part, int Start, int End, int LineStart, int LineEnd)
{
    /// <summary>Finds the place of a cursor that lies within the text.</summary>
    public static CellPlace Of(string cell, int cursor, Func<string, bool> isLanguage)
    {
        var starts = LineStarts(cell);
        var line = starts.BinarySearch(cursor) is >= 0 and var exact ? exact : ~starts.BinarySearch(cursor) - 1;
        var (lineStart, lineEnd) = (starts[line], LineEndOf(cell, starts, line));
        // The splitter drops blank pieces, but a cursor can stand in one.
        var seen = string.IsNullOrWhiteSpace(cell[lineStart..lineEnd]) ? cell.Insert(lineEnd, "_") : cell;
        var code = cell.ToCharArray();
        Blank(code, 0, code.Length);
        var place = new CellPlace("", null, lineStart, lineEnd, lineStart, lineEnd);
        foreach (var part in CellSplitter.Split(seen, isLanguage))
        {
            var first = part.Line - 1;
            var last = Math.Min(LastLine(part), starts.Count - 1);
            var (start, end) = (starts[first], LineEndOf(cell, starts, last));
            if (part.Kind == PartKind.Code) cell.CopyTo(start, code, start, end - start);
            if (line >= first && line <= last) place = place with { Part = part, Start = start, End = end };
        }
        return place with { Code = new string(code) };
    }

    private static int LastLine(CellPart part) => part.Kind switch
    {
        PartKind.Code => part.Text.AsSpan().Count('\n'),
        PartKind.Language => part.Line - 1 + part.Text.AsSpan().Count('\n'),
        _ => part.Line - 1,
    };

    private static void Blank(char[] text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (text[i] is not ('\n' or '\r')) text[i] = ' ';
        }
    }

    private static List<int> LineStarts(string text)
    {
        List<int> starts = [0];
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n') starts.Add(i + 1);
        }
        return starts;
    }

    private static int LineEndOf(string text, List<int> starts, int line)
    {
        if (line + 1 >= starts.Count) return text.Length;
        var end = starts[line + 1] - 1;
        return end > starts[line] && text[end - 1] == '\r' ? end - 1 : end;
    }
}
