using System.Collections;
using System.Globalization;
using System.Text;

namespace MarketingNotebooks.Kernel.Engine.Formatting;

/// <summary>Writes values as HTML: tables whose cells open on demand where they hold tables themselves. Every text is escaped.</summary>
/// <remarks>
/// Bounds: rows and levels as the registry says, 30 columns, 500 characters a text, 200,000 a value. An object inside itself is named,
/// not repeated. No colours are set: the front end's own, light or dark, hold.
/// </remarks>
internal sealed class HtmlWriter(FormatterRegistry registry)
{
    private const int MostColumns = 30;
    private const int MostCharacters = 500;
    private const int MostInLine = 80;
    private const int MostInAll = 200_000;

    // Said for each cell: JupyterLab sets every cell to the right.
    private const string Right = "<td style=\"text-align: right\">";
    private const string Left = "<td style=\"text-align: left\">";

    private readonly StringBuilder html = new();
    private readonly List<object> path = [];

    /// <summary>The HTML of a value.</summary>
    public string Write(object? value)
    {
        if (value is not null && HtmlTables.Applies(value)) Table(value);
        else html.Append("<pre>").Append(Html.Escape(PlainText.Of(value))).Append("</pre>");
        return html.ToString();
    }

    private void Table(object value)
    {
        path.Add(value);
        try
        {
            Table(HtmlTables.Of(value, registry.ListExpansionLimit));
        }
        catch (Exception error) when (error is not CellInterruptedException)
        {
            html.Append("<pre>").Append(Html.Escape(new Members.Fault(error).ToString())).Append("</pre>");
        }
        path.RemoveAt(path.Count - 1);
    }

    private void Table(HtmlTable table)
    {
        var start = html.Length;
        try
        {
            html.Append("<table>\n");
            if (table.Columns.Any(name => name.Length > 0)) Head(table.Columns);
            html.Append("<tbody>\n");
            var more = Rows(table.Rows);
            html.Append("</tbody>\n</table>");
            if (more && table.Count is { } count) Note($"… and {(count - registry.ListExpansionLimit).ToString("N0", CultureInfo.InvariantCulture)} more rows");
            else if (more) Note("… and more rows");
            if (table.Columns.Count > MostColumns) Note($"… and {table.Columns.Count - MostColumns} more columns");
        }
        catch
        {
            html.Length = start;
            throw;
        }
    }

    private void Head(IReadOnlyList<string> columns)
    {
        html.Append("<thead><tr>");
        foreach (var name in columns.Take(MostColumns)) html.Append("<th>").Append(Html.Escape(name)).Append("</th>");
        html.Append("</tr></thead>\n");
    }

    private bool Rows(IEnumerable<object?[]> rows)
    {
        var shown = 0;
        foreach (var row in rows)
        {
            if (shown++ == registry.ListExpansionLimit) return true;
            html.Append("<tr>");
            foreach (var value in row.Take(MostColumns))
            {
                html.Append(IsNumber(value) ? Right : Left);
                if (value is not null) Inner(value);
                html.Append("</td>");
            }
            html.Append("</tr>\n");
        }
        return false;
    }

    private void Inner(object value)
    {
        if (registry.FormatRegistered(value, MimeTypes.Html) is { } own)
        {
            html.Append(own);
        }
        else if (path.Any(outer => ReferenceEquals(outer, value)))
        {
            html.Append("<em>↑ ").Append(Html.Escape(Members.Name(value.GetType()))).Append(", shown above</em>");
        }
        else if (html.Length < MostInAll && HtmlTables.Applies(value))
        {
            if (path.Count > registry.RecursionLimit) html.Append("<em>… ").Append(Html.Escape(Members.Name(value.GetType()))).Append("</em>");
            else Details(value);
        }
        else
        {
            Text(value);
        }
    }

    private void Details(object value)
    {
        html.Append("<details><summary>").Append(Html.Escape(Cut(PlainText.Of(value), MostInLine))).Append("</summary>\n");
        Table(value);
        html.Append("</details>");
    }

    private void Text(object value)
    {
        var text = Cut(PlainText.Of(value), value is IEnumerable and not string ? MostCharacters * 4 : MostCharacters);
        if (value is not (IEnumerable and not string) || text.Length <= MostInLine)
        {
            html.Append(Html.Escape(text));
            return;
        }
        html.Append("<details><summary>").Append(Html.Escape(Cut(text, MostInLine))).Append("</summary>").Append(Html.Escape(text)).Append("</details>");
    }

    private void Note(string text) => html.Append("\n<p>").Append(text).Append("</p>");

    private static string Cut(string text, int most) => text.Length > most ? text[..(most - (char.IsHighSurrogate(text[most - 1]) ? 1 : 0))] + "…" : text;

    private static bool IsNumber(object? value) => value is not (null or char or bool or Enum or string or DateTime or DBNull) && value is IConvertible or Half or Int128 or UInt128 or System.Numerics.BigInteger;
}
