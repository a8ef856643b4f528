using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace MarketingNotebooks.Kernel.Engine.Assistance.Documentation;

/// <summary>Turns the elements of a documentation comment into paragraphs, lists and code.</summary>
internal sealed partial class CommentReader
{
    private readonly List<Block> blocks = [];
    private List<Run> runs = [];

    /// <summary>The blocks of an element's content.</summary>
    public static IReadOnlyList<Block> Blocks(XElement element)
    {
        var reader = new CommentReader();
        reader.Read(element);
        reader.EndParagraph();
        return reader.blocks;
    }

    /// <summary>An element's content as one paragraph, for lists of parameters and the like.</summary>
    public static IReadOnlyList<Run> Line(XElement element)
    {
        var line = new List<Run>();
        foreach (var block in Blocks(element))
        {
            if (line.Count > 0) line.Add(new Run(" "));
            line.AddRange(block switch
            {
                Paragraph paragraph => paragraph.Text,
                Item item => item.Term is null ? item.Text : [new Run(item.Term, true), new Run(": "), .. item.Text],
                CodeBlock code => [new Run(code.Text, true)],
                _ => [],
            });
        }
        return line;
    }

    /// <summary>The short name of what a <c>cref</c> points to: <c>M:A.B.Fit(System.Int32)</c> gives <c>B.Fit</c>, a type its name.</summary>
    public static string Name(string cref)
    {
        var path = cref.Length > 1 && cref[1] == ':' ? cref[2..] : cref;
        var bare = Arity().Replace(path.Split('(')[0], "").Replace(".#ctor", "", StringComparison.Ordinal).Split('.');
        return cref.Length > 1 && cref[1] == ':' && cref[0] is not ('T' or 'N') && bare.Length > 1 && !cref.Contains("#ctor", StringComparison.Ordinal)
            ? $"{bare[^2]}.{bare[^1]}"
            : cref[0] == 'N' ? string.Join('.', bare) : bare[^1];
    }

    private void Read(XElement element)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText text) Add(text.Value, false);
            else if (node is XElement inner) Element(inner);
        }
    }

    private void Element(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "see" or "seealso": Reference(element); break;
            case "paramref" or "typeparamref": Add((string?)element.Attribute("name") ?? "", true); break;
            case "c": Add(element.Value, true); break;
            case "br": EndParagraph(); break;
            case "code":
                EndParagraph();
                blocks.Add(new CodeBlock(Unindented(element.Value)));
                break;
            case "para":
                EndParagraph();
                Read(element);
                EndParagraph();
                break;
            case "list":
                EndParagraph();
                List(element);
                break;
            default: Read(element); break;
        }
    }

    private void Reference(XElement see)
    {
        if (see.Value.Length > 0) Add(see.Value, false);
        else if ((string?)see.Attribute("langword") is { } word) Add(word, true);
        else if ((string?)see.Attribute("cref") is { Length: > 0 } cref) Add(Name(cref), true);
        else Add((string?)see.Attribute("href") ?? "", false);
    }

    private void List(XElement list)
    {
        foreach (var item in list.Elements().Where(item => item.Name.LocalName is "item" or "listheader"))
        {
            var term = item.Element("term") is { } name ? string.Concat(Line(name).Select(run => run.Text)) : null;
            blocks.Add(new Item(term, Line(item.Element("description") ?? (term is null ? item : new XElement("none")))));
        }
    }

    private void Add(string text, bool isCode)
    {
        var flat = White().Replace(text, " ");
        if (runs.Count == 0 && !isCode) flat = flat.TrimStart();
        if (flat.Length > 0) runs.Add(new Run(flat, isCode));
    }

    private void EndParagraph()
    {
        if (runs is [.., { IsCode: false } last]) runs[^1] = last with { Text = last.Text.TrimEnd() };
        if (runs.Exists(run => run.Text.Length > 0)) blocks.Add(new Paragraph(runs));
        runs = [];
    }

    private static string Unindented(string code)
    {
        var lines = code.Replace("\r", "", StringComparison.Ordinal).Trim('\n').Split('\n');
        var shift = lines.Where(line => line.Trim().Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty().Min();
        return string.Join('\n', lines.Select(line => line.Length >= shift ? line[shift..] : line.Trim())).TrimEnd();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex White();

    [GeneratedRegex(@"`+\d+")]
    private static partial Regex Arity();
}
