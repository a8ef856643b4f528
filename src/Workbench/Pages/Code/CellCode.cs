using System.Text;
using System.Text.RegularExpressions;
using MarketingNotebooks.Kernel.Documents;

namespace MarketingNotebooks.Workbench.Pages.Code;

/// <summary>The source of a code cell: C# highlighted, texts of other languages (below <c>#!sql</c>, <c>#!html</c>, …) plain.</summary>
internal static partial class CellCode
{
    private static readonly HashSet<string> Languages =
        new(StringComparer.OrdinalIgnoreCase) { "sql", "html", "javascript", "js", "markdown", "mermaid", "fsharp", "pwsh", "powershell", "kql", "http", "value", "latex", "csv" };

    /// <summary>The source as HTML.</summary>
    public static string Html(Cell cell)
    {
        var text = cell.Source.ReplaceLineEndings("\n").TrimEnd();
        if (Language(cell) is { } own && Languages.Contains(own)) return Escape.Html(text);
        if (!text.Contains("#!", StringComparison.Ordinal)) return CSharpCode.Html(text);
        var html = new StringBuilder();
        var part = new List<string>();
        var isCSharp = true;
        foreach (var line in text.Split('\n'))
        {
            if (Magic().Match(line) is not { Success: true } magic)
            {
                part.Add(line);
                continue;
            }
            Close();
            html.Append("<span class=\"").Append(TokenKinds.Directive).Append("\">");
            Escape.Append(html, line).Append("</span>\n");
            var name = magic.Groups[1].Value;
            if (Languages.Contains(name)) isCSharp = false;
            else if (name.ToLowerInvariant() is "csharp" or "c#") isCSharp = true;
        }
        Close();
        return html.ToString().TrimEnd('\n');

        void Close()
        {
            if (part.Count == 0) return;
            var body = string.Join('\n', part);
            part.Clear();
            html.Append(isCSharp ? CSharpCode.Html(body) : Escape.Html(body)).Append('\n');
        }
    }

    /// <summary>The language that the cell's metadata names, as .NET Interactive and Polyglot Notebooks write it.</summary>
    private static string? Language(Cell cell) =>
        (cell.Metadata["polyglot_notebook"]?["kernelName"] ?? cell.Metadata["dotnet_interactive"]?["language"])?.ToString();

    [GeneratedRegex(@"^\s*#!([A-Za-z][\w#.+-]*)")]
    private static partial Regex Magic();
}
