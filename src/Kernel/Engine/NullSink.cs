using MarketingNotebooks.Kernel.Engine.Formatting;

namespace MarketingNotebooks.Kernel.Engine;

/// <summary>A sink that drops everything.</summary>
public sealed class NullSink : IOutputSink
{
    private NullSink()
    {
    }

    /// <summary>The one there is.</summary>
    public static NullSink Instance { get; } = new();

    /// <inheritdoc/>
    public void Stream(StreamKind kind, string text)
    {
    }

    /// <inheritdoc/>
    public void Display(MimeBundle bundle, string displayId)
    {
    }

    /// <inheritdoc/>
    public void Update(MimeBundle bundle, string displayId)
    {
    }

    /// <inheritdoc/>
    public void Result(MimeBundle bundle, int executionCount)
    {
    }

    /// <inheritdoc/>
    public void Error(CellError error)
    {
    }

    /// <inheritdoc/>
    public void Clear(bool wait)
    {
    }
}
