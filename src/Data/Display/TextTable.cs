using System.Globalization;
using System.Text;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Display;

/// <summary>A frame as aligned text for terminals and logs.</summary>
public static class TextTable
{
    private const int MostCells = 60;
    private const int Line = 160;

    /// <summary>The first rows as text: kinds under the names, numbers to the right, <c>&lt;null&gt;</c> for nulls, and a line on how much is shown.
    /// East Asian wide characters count as two places. Columns beyond 160 places are left out, and the last line says so.</summary>
    /// <param name="frame">Any frame. Its plan is run.</param>
    /// <param name="rows">Most rows shown. Range: ≥ 0. Default: 20.</param>
    public static string Render(DataFrame frame, int rows = 20)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        var preview = Preview.Of(frame, rows);
        var table = preview.Frame.Table;
        var shown = Math.Min(rows, table.Rows);
        var lines = new StringBuilder[shown + 3];
        for (var i = 0; i < lines.Length; i++) lines[i] = new StringBuilder();
        var (used, columns) = (0, 0);
        for (; columns < table.Columns.Length; columns++)
        {
            var field = table.Schema[columns];
            var cells = CellTexts.Of(table.Columns[columns], shown).Select(text => text is null ? "<null>" : OneLine(text))
                .Prepend(field.Kind.Word()).Prepend(OneLine(field.Name)).ToList();
            var width = cells.Max(TextWidth.Of);
            if (columns > 0 && used + width > Line) break;
            used += width + 2;
            var right = field.Kind is ColumnKind.Integer or ColumnKind.Number or ColumnKind.Duration;
            cells.Insert(2, new string('-', width));
            for (var i = 0; i < lines.Length; i++)
            {
                if (columns > 0) lines[i].Append("  ");
                var blanks = new string(' ', width - TextWidth.Of(cells[i]));
                lines[i].Append(right ? blanks + cells[i] : cells[i] + blanks);
            }
        }
        var text = new StringBuilder();
        foreach (var line in lines)
            if (columns > 0) text.Append(line.ToString().TrimEnd()).Append('\n');
        return text.Append(preview.Caption(shown, columns)).ToString();
    }

    /// <summary>A text without line ends and control characters, cut to the widest cell.</summary>
    private static string OneLine(string text)
    {
        var line = new StringBuilder();
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var (shown, wide) = rune.Value switch
            {
                '\n' => ("↵", 1),
                '\t' => (" ", 1),
                < 32 => (((char)(0x2400 + rune.Value)).ToString(CultureInfo.InvariantCulture), 1),
                _ => (rune.ToString(), TextWidth.Of(rune)),
            };
            if (width + wide > MostCells)
            {
                while (width > MostCells - 1 && line.Length > 0)
                {
                    var last = line.Length > 1 && char.IsLowSurrogate(line[^1]) ? 2 : 1;
                    width -= TextWidth.Of(line.ToString(line.Length - last, last));
                    line.Length -= last;
                }
                return line.Append('…').ToString();
            }
            line.Append(shown);
            width += wide;
        }
        return line.ToString();
    }
}
