using MarketingNotebooks.Kernel.Engine;
using MarketingNotebooks.Kernel.Engine.Formatting;

namespace MarketingNotebooks.Kernel.Jupyter.Server;

/// <summary>Keeps the value of an expression and drops everything else.</summary>
internal sealed class ValueSink : IOutputSink
{
    /// <summary>The value; empty when there was none.</summary>
    public MimeBundle Bundle { get; private set; } = new([], []);

    public void Stream(StreamKind kind, string text)
    {
    }

    public void Display(MimeBundle bundle, string displayId)
    {
    }

    public void Update(MimeBundle bundle, string displayId)
    {
    }

    public void Result(MimeBundle bundle, int executionCount) => Bundle = bundle;

    public void Error(CellError error)
    {
    }

    public void Clear(bool wait)
    {
    }
}
