using System.Text;
using MarketingNotebooks.Kernel.Engine.Formatting;

namespace MarketingNotebooks.Kernel.Engine.Assistance.Documentation;

/// <summary>Documentation texts as plain text, Markdown and HTML.</summary>
internal static class DocumentRenderer
{
    /// <summary>All three forms.</summary>
    public static MimeBundle Bundle(IReadOnlyList<Block> blocks)
    {
        var bundle = MimeBundle.Of(MimeTypes.Plain, Plain(blocks));
        bundle.Add(MimeTypes.Markdown, Markdown(blocks));
        bundle.Add(MimeTypes.Html, ToHtml(blocks));
        return bundle;
    }

    private static string Plain(IReadOnlyList<Block> blocks) => Join(blocks, block => block switch
    {
        CodeBlock code => code.Text,
        Heading heading => heading.Text + ":",
        Paragraph paragraph => string.Concat(paragraph.Text.Select(run => run.Text)),
        Item item => $"  {(item.Term is null ? "- " : item.Term + ": ")}{string.Concat(item.Text.Select(run => run.Text))}",
        _ => "",
    });

    private static string Markdown(IReadOnlyList<Block> blocks) => Join(blocks, block => block switch
    {
        CodeBlock code => $"```csharp\n{code.Text}\n```",
        Heading heading => $"**{heading.Text}**\n",
        Paragraph paragraph => Markdown(paragraph.Text),
        Item item => $"- {(item.Term is null ? "" : Ticked(item.Term) + ": ")}{Markdown(item.Text)}",
        _ => "",
    });

    private static string Markdown(IReadOnlyList<Run> runs) => string.Concat(runs.Select(run => run.IsCode ? Ticked(run.Text) : Escaped(run.Text)));

    private static string Ticked(string code) => code.Contains('`', StringComparison.Ordinal) ? $"`` {code} ``" : $"`{code}`";

    private static string Escaped(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '|') result.Append('\\');
            result.Append(c);
        }
        return result.ToString();
    }

    private static string ToHtml(IReadOnlyList<Block> blocks)
    {
        var html = new StringBuilder();
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is Item && (i == 0 || blocks[i - 1] is not Item)) html.Append("<ul>");
            html.Append(blocks[i] switch
            {
                CodeBlock code => $"<pre><code>{Html.Escape(code.Text)}</code></pre>",
                Heading heading => $"<p><strong>{Html.Escape(heading.Text)}</strong></p>",
                Paragraph paragraph => $"<p>{ToHtml(paragraph.Text)}</p>",
                Item item => $"<li>{(item.Term is null ? "" : $"<code>{Html.Escape(item.Term)}</code>: ")}{ToHtml(item.Text)}</li>",
                _ => "",
            });
            if (blocks[i] is Item && (i == blocks.Count - 1 || blocks[i + 1] is not Item)) html.Append("</ul>");
        }
        return html.ToString();
    }

    private static string ToHtml(IReadOnlyList<Run> runs) => string.Concat(runs.Select(run =>
        run.IsCode ? $"<code>{Html.Escape(run.Text)}</code>" : Html.Escape(run.Text)));

    // A blank line between blocks, none inside a list and under its heading.
    private static string Join(IReadOnlyList<Block> blocks, Func<Block, string> render)
    {
        var text = new StringBuilder();
        for (var i = 0; i < blocks.Count; i++)
        {
            if (i > 0) text.Append(blocks[i] is Item && blocks[i - 1] is Item or Heading || blocks[i - 1] is Heading ? "\n" : "\n\n");
            text.Append(render(blocks[i]));
        }
        return text.ToString();
    }
}
