using System.Text;
using System.Text.RegularExpressions;
using MarketingNotebooks.Kernel.Engine.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MarketingNotebooks.Kernel.Engine.Languages;

/// <summary>Cuts a cell into C#, directives, commands and the texts of other languages.</summary>
internal static partial class CellSplitter
{
    /// <summary>The pieces of a cell, in order.</summary>
    /// <param name="text">The cell.</param>
    /// <param name="isLanguage">Tells a language (takes the lines below) from a command.</param>
    /// <param name="first">The language of the lines above the first switch; null for C#.</param>
    public static IReadOnlyList<CellPart> Split(string text, Func<string, bool> isLanguage, string? first = null)
    {
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        var parts = new List<CellPart>();
        var pending = new StringBuilder();
        var start = 1;
        (string Name, string Arguments)? language = first is null || IsCSharp(first) ? null : (first, "");
        var given = true;
        var strings = language is null ? StringLines(text) : [];
        for (var i = 0; i < lines.Length; i++)
        {
            var magic = Magic().Match(lines[i]);
            var directive = language is null && !magic.Success && !strings.Contains(i) ? Directive().Match(lines[i]) : Match.Empty;
            var isMagic = magic.Success && (language is not null || !strings.Contains(i));
            if (!isMagic && !directive.Success)
            {
                pending.Append(lines[i]).Append('\n');
                continue;
            }
            Close();
            start = i + 2;
            if (directive.Success)
            {
                parts.Add(new CellPart(PartKind.Directive, directive.Groups[1].Value, directive.Groups[2].Value, "", i + 1));
                continue;
            }
            var (name, arguments) = (magic.Groups[1].Value, magic.Groups[2].Value.Trim());
            if (IsCSharp(name)) language = null;
            else if (isLanguage(name)) (language, given) = ((name, arguments), false);
            else parts.Add(new CellPart(PartKind.Command, name, arguments, language?.Name ?? "", i + 1));
        }
        Close();
        return parts;

        void Close()
        {
            var body = pending.ToString();
            pending.Clear();
            if (body.EndsWith('\n')) body = body[..^1];
            if (language is { } other)
            {
                // Arguments may say it all, as in `#!value --name n --from-file f`.
                if (!string.IsNullOrWhiteSpace(body) || (other.Arguments.Length > 0 && !given)) parts.Add(new CellPart(PartKind.Language, other.Name, other.Arguments, body, start));
                given = true;
            }
            else if (!string.IsNullOrWhiteSpace(body))
            {
                parts.Add(new CellPart(PartKind.Code, "", "", new string('\n', start - 1) + body, start));
            }
        }
    }

    /// <summary>True for the names of C# itself.</summary>
    public static bool IsCSharp(string name) => name.ToUpperInvariant() is "CSHARP" or "C#";

    // A line of a raw or verbatim string may look like a directive; only then is parsing worth its time.
    private static HashSet<int> StringLines(string text)
    {
        var found = new HashSet<int>();
        if (!text.Contains("\"\"\"", StringComparison.Ordinal) && !text.Contains("@\"", StringComparison.Ordinal) && !text.Contains("/*", StringComparison.Ordinal)) return found;
        if (Nesting.TooDeepAt(text) >= 0) return found;
        var tree = CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.CSharp14, kind: SourceCodeKind.Script));
        var multiLine = tree.GetRoot().DescendantTokens(descendIntoTrivia: false).Select(token => token.GetLocation())
            .Concat(tree.GetRoot().DescendantTrivia().Where(trivia => trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)).Select(trivia => trivia.GetLocation()));
        foreach (var span in multiLine.Select(location => location.GetLineSpan()))
        {
            for (var line = span.StartLinePosition.Line + 1; line <= span.EndLinePosition.Line; line++) found.Add(line);
        }
        return found;
    }

    [GeneratedRegex(@"^\s*#!([A-Za-z][\w#.+-]*)(.*)$")]
    private static partial Regex Magic();

    [GeneratedRegex(@"^\s*#(r|i|load)\s+""([^""]*)""\s*;?\s*(?://.*)?$")]
    private static partial Regex Directive();
}
