using System.Text;
using System.Text.RegularExpressions;
using MarketingNotebooks.Kernel.Engine.Formatting;

namespace MarketingNotebooks.Kernel.Engine.Languages;

/// <summary>Scripts for the reader's browser. Values shared with it are written in front of the scripts that mention them, as JSON.</summary>
internal sealed class JavaScriptLanguage : IValueLanguage
{
    private readonly OrderedDictionary<string, string> values = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Names => ["javascript", "js"];

    public string Summary => "a script run in the browser; #!share --from csharp x gives it x as JSON";

    public Task RunAsync(string text, string arguments, ICellContext cell)
    {
        var script = new StringBuilder();
        foreach (var (name, json) in values)
        {
            var word = $@"(?<![\w$.]){Regex.Escape(name)}(?![\w$])";
            if (!Regex.IsMatch(text, word) || Regex.IsMatch(text, $@"\b(?:const|let|var|function|class)\s+{word}")) continue;
            script.Append("const ").Append(name).Append(" = ").Append(json).Append(";\n");
        }
        cell.Display(new Rendered(script.Append(text.Trim('\n')).ToString(), MimeTypes.JavaScript));
        return Task.CompletedTask;
    }

    public IReadOnlyList<string> ValueNames(ICellContext cell) => [.. values.Keys];

    public bool TryGetValue(string name, ICellContext cell, out object? value) => throw new NotSupportedException(
        $"'{name}' lives in the browser, which a cell cannot read. Compute it in C#, or ask for it with @input.");

    public void SetValue(string name, object? value, ICellContext cell)
    {
        if (!Regex.IsMatch(name, @"^[\p{L}_$][\w$]*$")) throw new ArgumentException($"A name for a script must be a JavaScript identifier. Got '{name}'; use --as.");
        values[name] = JsonText.Of(value);
    }
}
