using System.Diagnostics;
using System.Text.Json.Nodes;
using MarketingNotebooks.Kernel.Jupyter.Wire;

namespace MarketingNotebooks.Kernel.Jupyter.Server;

/// <summary>The request whose code runs, if any: what an interrupt stops.</summary>
internal sealed class CellTurn
{
    private readonly Lock gate = new();
    private CancellationTokenSource? cancellation;
    private volatile Message? request;
    private long abortedUpTo;

    /// <summary>The request whose code runs; null between cells.</summary>
    public Message? Request => request;

    /// <summary>Works with a token that an interrupt cancels.</summary>
    /// <param name="request">What is worked on.</param>
    /// <param name="abortable">True: not begun when it came before the last <see cref="AbortPending"/>.</param>
    /// <param name="work">The work.</param>
    /// <returns>What the work returned, or a reply that says aborted.</returns>
    public JsonObject? Take(Message request, bool abortable, Func<CancellationToken, JsonObject?> work)
    {
        using var source = new CancellationTokenSource();
        lock (gate)
        {
            if (abortable && request.Received <= abortedUpTo) return new JsonObject { ["status"] = "aborted" };
            cancellation = source;
            this.request = request;
        }
        try
        {
            return work(source.Token);
        }
        finally
        {
            lock (gate)
            {
                cancellation = null;
                this.request = null;
            }
        }
    }

    /// <summary>Stops the running cell; when none runs, those that wait are not begun.</summary>
    public void Interrupt()
    {
        lock (gate)
        {
            if (cancellation is null) AbortPending();
            else cancellation.Cancel();
        }
    }

    /// <summary>Requests to run code that have come so far are answered with <c>aborted</c>, the running one apart.</summary>
    public void AbortPending()
    {
        lock (gate) abortedUpTo = Stopwatch.GetTimestamp();
    }
}
