using System.Globalization;
using System.Text;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Display;

/// <summary>A frame as an HTML table that fits light and dark pages.</summary>
public static class HtmlTable
{
    private const int MostColumns = 30;
    private const int MostText = 80;

    // The doubled class outweighs JupyterLab's rules for tables. Colours come from the page: borders and shades are its text colour made transparent, so that any theme fits.
    private const string Style = """
        <style>
        .mn-frame{border-collapse:collapse;font-size:.9em;font-variant-numeric:tabular-nums;color:inherit;background:transparent}
        .mn-frame caption{caption-side:bottom;text-align:left;padding:.4em 0;opacity:.75;color:inherit}
        .mn-frame.mn-frame th,.mn-frame.mn-frame td{padding:.25em .7em;text-align:left;vertical-align:baseline;border:0;border-bottom:1px solid rgba(128,128,128,.25);background:transparent;color:inherit;max-width:32em;white-space:pre-wrap;overflow-wrap:break-word}
        .mn-frame.mn-frame thead th{border-bottom:1px solid currentColor;font-weight:600;white-space:nowrap}
        .mn-frame thead small{display:block;font-weight:400;opacity:.65}
        .mn-frame.mn-frame .n{text-align:right;white-space:nowrap}
        .mn-frame .null{opacity:.55;font-style:italic}
        .mn-frame tbody tr:hover{background:rgba(128,128,128,.12)}
        @media (prefers-color-scheme:dark){.mn-frame.mn-frame td{border-bottom-color:rgba(160,160,160,.3)}}
        </style>
        """;

    /// <summary>The first rows as HTML: kinds under the names, numbers to the right, nulls marked, how many rows there are below, and
    /// rows set aside on reading. Everything is escaped; long texts are cut, with the whole text on hovering.</summary>
    /// <param name="frame">Any frame. Its plan is run.</param>
    /// <param name="rows">Most rows shown. Range: ≥ 0. Default: 20.</param>
    public static string Render(DataFrame frame, int rows = 20)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        var preview = Preview.Of(frame, rows);
        var table = preview.Frame.Table;
        var shown = Math.Min(rows, table.Rows);
        var columns = Math.Min(MostColumns, table.Columns.Length);
        var html = new StringBuilder(Style.ReplaceLineEndings("\n")).Append("<table class=\"mn-frame\">");
        html.Append("<caption>");
        AppendText(html, preview.Caption(shown, columns));
        html.Append("</caption><thead><tr>");
        for (var column = 0; column < columns; column++)
        {
            var field = table.Schema[column];
            html.Append(Right(field.Kind) ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">");
            AppendText(html, field.Name);
            html.Append("<small>").Append(field.Kind.Word()).Append("</small></th>");
        }
        html.Append("</tr></thead><tbody>\n");
        var texts = Enumerable.Range(0, columns).Select(column => CellTexts.Of(table.Columns[column], shown)).ToArray();
        for (var row = 0; row < shown; row++)
        {
            html.Append("<tr>");
            for (var column = 0; column < columns; column++) AppendCell(html, texts[column][row], Right(table.Schema[column].Kind));
            html.Append("</tr>\n");
        }
        return html.Append("</tbody></table>").ToString();
    }

    private static bool Right(ColumnKind kind) => kind is ColumnKind.Integer or ColumnKind.Number or ColumnKind.Duration;

    private static void AppendCell(StringBuilder html, string? text, bool right)
    {
        if (text is null)
        {
            html.Append(right ? "<td class=\"n null\">null</td>" : "<td class=\"null\">null</td>");
            return;
        }
        if (text.Length <= MostText)
        {
            html.Append(right ? "<td class=\"n\">" : "<td>");
            AppendText(html, text);
        }
        else
        {
            html.Append("<td title=\"");
            AppendText(html, text.Length <= 2000 ? text : string.Create(CultureInfo.InvariantCulture, $"{Cut(text, 2000)}… ({text.Length:N0} characters)"));
            html.Append("\">");
            AppendText(html, Cut(text, MostText - 1) + "…");
        }
        html.Append("</td>");
    }

    /// <summary>Escaped for HTML; control characters, which HTML cannot hold, are shown by their pictures.</summary>
    private static void AppendText(StringBuilder html, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (char.IsHighSurrogate(letter) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) html.Append(letter).Append(text[++i]);
            else if (char.IsSurrogate(letter)) html.Append('\uFFFD');
            else
                _ = letter switch
                {
                    '&' => html.Append("&amp;"),
                    '<' => html.Append("&lt;"),
                    '>' => html.Append("&gt;"),
                    '"' => html.Append("&quot;"),
                    '\'' => html.Append("&#39;"),
                    < ' ' and not ('\t' or '\n' or '\r') => html.Append((char)(0x2400 + letter)),
                    _ => html.Append(letter),
                };
        }
    }

    private static string Cut(string text, int most) => text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
