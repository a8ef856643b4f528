using MarketingNotebooks.Kernel.Engine;
using MarketingNotebooks.Kernel.Engine.Formatting;
using MarketingNotebooks.Kernel.Engine.Running;
using Microsoft.DotNet.Interactive.Events;

namespace Microsoft.DotNet.Interactive;

/// <summary>The running cell, under the name .NET Interactive gave it.</summary>
public sealed class KernelInvocationContext
{
    private readonly CellRun run;

    private KernelInvocationContext(CellRun run) => this.run = run;

    /// <summary>The cell the caller belongs to; null outside of cells.</summary>
    public static KernelInvocationContext? Current => CellRun.Current is { } run ? new(run) : null;

    /// <summary>Cancelled when the cell is interrupted.</summary>
    public CancellationToken CancellationToken => run.Token;

    /// <summary>C# in the session.</summary>
    public Kernel HandlingKernel => Kernel.Current;

    /// <summary>Shows a value below the cell.</summary>
    public DisplayedValue Display(object? value, params string[] mimeTypes) => DisplayExtensions.Display(value, mimeTypes);

    /// <summary>Shows a text that already is in a mime type.</summary>
    public DisplayedValue DisplayAs(string value, string mimeType) => value.DisplayAs(mimeType);

    /// <summary>Writes to the cell's standard output.</summary>
    public void DisplayStandardOut(string output) => run.Output.Write(StreamKind.Output, output);

    /// <summary>Writes to the cell's standard error.</summary>
    public void DisplayStandardError(string error) => run.Output.Write(StreamKind.Error, error);

    /// <summary>Shows what an event carries.</summary>
    public void Publish(KernelEvent @event)
    {
        ArgumentNullException.ThrowIfNull(@event);
        @event.Show(this);
    }
}
