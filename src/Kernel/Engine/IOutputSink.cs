using MarketingNotebooks.Kernel.Engine.Comms;
using MarketingNotebooks.Kernel.Engine.Formatting;

namespace MarketingNotebooks.Kernel.Engine;

/// <summary>Takes what a running cell gives out, in order. The engine never calls two members of one sink at once.</summary>
/// <remarks>
/// Members are called from whichever thread wrote; they should return quickly and must not throw. A thread or task that outlives its
/// cell goes on writing to that cell's sink: <see cref="Stream"/>, <see cref="Display"/>, <see cref="Update"/> and <see cref="Comm"/> can come after the
/// cell has ended, the other members cannot.
/// </remarks>
public interface IOutputSink
{
    /// <summary>Console text; consecutive writes come together in pieces of some kilobytes or of about 50 ms.</summary>
    void Stream(StreamKind kind, string text);

    /// <summary>A value to show.</summary>
    /// <param name="bundle">The value in its mime types.</param>
    /// <param name="displayId">The id by which <see cref="Update"/> may replace it later.</param>
    void Display(MimeBundle bundle, string displayId);

    /// <summary>Replaces what was shown under <paramref name="displayId"/>, perhaps by an earlier cell.</summary>
    void Update(MimeBundle bundle, string displayId);

    /// <summary>The value of the cell's last expression.</summary>
    void Result(MimeBundle bundle, int executionCount);

    /// <summary>The error that ended the cell; what follows comes from threads it left behind.</summary>
    void Error(CellError error);

    /// <summary>Drops the cell's outputs so far.</summary>
    /// <param name="wait">True: only when the next output comes, which avoids flicker.</param>
    void Clear(bool wait);

    /// <summary>What the cell does with a comm. Default: it goes nowhere.</summary>
    void Comm(CommEvent sent)
    {
    }
}
