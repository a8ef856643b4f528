using System.Text;
using MarketingNotebooks.Kernel.Engine;
using MarketingNotebooks.Kernel.Engine.Formatting;

namespace MarketingNotebooks.Kernel.Tests.Engine;

/// <summary>Keeps what a cell gives out, as lines such as <c>out:text</c> and <c>display:text</c>.</summary>
internal sealed class RecordingSink : IOutputSink
{
    private readonly List<string> events = [];
    private readonly StringBuilder output = new();

    public List<MimeBundle> Bundles { get; } = [];

    public CellError? LastError { get; private set; }

    public string? Value { get; private set; }

    public string Output => output.ToString();

    /// <summary>Events, consecutive texts of one stream joined.</summary>
    public IReadOnlyList<string> Events
    {
        get
        {
            var joined = new List<string>();
            foreach (var item in events)
            {
                var kind = item[..4];
                if (kind is "out:" or "err:" && joined.Count > 0 && joined[^1].StartsWith(kind, StringComparison.Ordinal)) joined[^1] += item[4..];
                else joined.Add(item);
            }
            return joined;
        }
    }

    public void Stream(StreamKind kind, string text)
    {
        events.Add((kind == StreamKind.Output ? "out:" : "err:") + text);
        if (kind == StreamKind.Output) output.Append(text);
    }

    public void Display(MimeBundle bundle, string displayId) => Keep($"display {displayId}:", bundle);

    public void Update(MimeBundle bundle, string displayId) => Keep($"update {displayId}:", bundle);

    public void Result(MimeBundle bundle, int executionCount)
    {
        Keep($"result {executionCount}:", bundle);
        Value = (string?)bundle.Data["text/plain"];
    }

    public void Error(CellError error)
    {
        LastError = error;
        events.Add("error:" + error.Name);
    }

    public void Clear(bool wait) => events.Add($"clear {wait}");

    private void Keep(string kind, MimeBundle bundle)
    {
        Bundles.Add(bundle);
        events.Add(kind + (string?)bundle.Data["text/plain"]);
    }
}
