using MarketingNotebooks.Kernel.Engine.Formatting;

namespace Microsoft.DotNet.Interactive.Events;

/// <summary>Something a cell tells the front end.</summary>
public abstract class KernelEvent
{
    internal abstract void Show(KernelInvocationContext cell);
}

/// <summary>A value to show below the cell.</summary>
/// <param name="value">The value.</param>
/// <param name="command">What the event answers; kept, without effect.</param>
/// <param name="formattedValues">The value in mime types of the caller's choice. Default: all it has.</param>
public sealed class DisplayedValueProduced(object? value, object? command = null, IReadOnlyCollection<FormattedValue>? formattedValues = null) : KernelEvent
{
    /// <summary>What the event answers.</summary>
    public object? Command { get; } = command;

    internal override void Show(KernelInvocationContext cell)
    {
        if (formattedValues is not { Count: > 0 })
        {
            cell.Display(value);
            return;
        }
        var bundle = new MimeBundle([], []);
        foreach (var text in formattedValues) bundle.Add(text.MimeType, text.Value);
        cell.Display(bundle);
    }
}

/// <summary>Text for standard output.</summary>
/// <param name="text">The text.</param>
public sealed class StandardOutputValueProduced(string text) : KernelEvent
{
    internal override void Show(KernelInvocationContext cell) => cell.DisplayStandardOut(text);
}
