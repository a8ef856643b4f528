using System.Text;
using MarketingNotebooks.Kernel.Documents;

namespace MarketingNotebooks.Workbench.Pages.Outputs;

/// <summary>The outputs of a cell as HTML.</summary>
internal static class OutputHtml
{
    /// <summary>Each output that there is to see, neighbouring texts of one stream joined.</summary>
    public static IReadOnlyList<string> Render(IEnumerable<CellOutput> outputs, PageContext page) =>
        [.. Joined(outputs).Select(output => Render(output, page)).Where(html => html.Length > 0)];

    private static string Render(CellOutput output, PageContext page) => output switch
    {
        StreamOutput stream => Stream(stream),
        ErrorOutput error => Error(error),
        _ when Bundles.Of(output) is { } data => BundleHtml.Render(data, page),
        _ => "",
    };

    private static string Stream(StreamOutput stream)
    {
        var text = ConsoleText.Clean(stream.Text).TrimEnd('\n');
        return text.Length == 0 ? "" : $"<div class=\"output\">{ConsoleText.Pre(text, stream.Name == "stderr" ? "text stderr" : "text")}</div>";
    }

    private static string Error(ErrorOutput error)
    {
        var trace = ConsoleText.Clean(string.Join('\n', error.Traceback)).Trim('\n');
        var head = ConsoleText.Clean($"{error.Name}: {error.Value}");
        var rest = trace.Length == 0 || trace == head ? "" : ConsoleText.Pre(trace, "text");
        return $"<div class=\"output error\"><p><strong>{Escape.Html(head)}</strong></p>{rest}</div>";
    }

    private static IEnumerable<CellOutput> Joined(IEnumerable<CellOutput> outputs)
    {
        var (name, text) = ("", new StringBuilder());
        foreach (var output in outputs)
        {
            if (output is StreamOutput stream && (text.Length == 0 || stream.Name == name))
            {
                name = stream.Name;
                text.Append(stream.Text);
                continue;
            }
            if (text.Length > 0) yield return new StreamOutput(name, text.ToString());
            text.Clear();
            if (output is StreamOutput other)
            {
                name = other.Name;
                text.Append(other.Text);
            }
            else
            {
                yield return output;
            }
        }
        if (text.Length > 0) yield return new StreamOutput(name, text.ToString());
    }
}
