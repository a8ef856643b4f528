using System.Text.Json;
using System.Text.Json.Nodes;
using MarketingNotebooks.Kernel.Engine.Running;

namespace MarketingNotebooks.Kernel.Engine.Comms;

/// <summary>A line between code of cells and code in the front end, such as a widget: both sides may send at any time.</summary>
/// <remarks>
/// <para>Handlers run in turn with cells, never while one runs; what they print and show belongs to the message they handle, an
/// interrupt stops them, and an exception is shown as an error. A handler may be asynchronous only where it returns a task; of others
/// the part after the first <c>await</c> may run beside later cells.</para>
/// <para>Where nobody listens (a notebook run without a front end), messages go nowhere.</para>
/// <para>Source: "Messaging in Jupyter", section "Custom Messages".</para>
/// </remarks>
public sealed class Comm
{
    private readonly CellRun run;
    private volatile bool closed;

    internal Comm(CellRun run, string id, string target)
    {
        this.run = run;
        Id = id;
        Target = target;
    }

    /// <summary>Handles messages of the front end.</summary>
    public event Action<CommMessage>? Message;

    /// <summary>Handles the front end's closing. Closing from our side does not call it.</summary>
    public event Action<CommMessage>? Closed;

    /// <summary>Unique among all comms.</summary>
    public string Id { get; }

    /// <summary>The name under which it was opened.</summary>
    public string Target { get; }

    /// <summary>True when either side has closed it.</summary>
    public bool IsClosed => closed;

    /// <summary>Lets front ends open comms to a target; a handler registered before for that target is replaced.</summary>
    /// <param name="target">The target's name.</param>
    /// <param name="opened">Called with each new comm and the message that opened it. When it fails, the comm is closed.</param>
    /// <exception cref="InvalidOperationException">Called outside of a cell.</exception>
    public static void Register(string target, Action<Comm, CommMessage> opened)
    {
        ArgumentNullException.ThrowIfNull(opened);
        Register(target, (comm, message) =>
        {
            opened(comm, message);
            return Task.CompletedTask;
        });
    }

    /// <inheritdoc cref="Register(string, Action{Comm, CommMessage})"/>
    public static void Register(string target, Func<Comm, CommMessage, Task> opened)
    {
        ArgumentException.ThrowIfNullOrEmpty(target);
        ArgumentNullException.ThrowIfNull(opened);
        Here().Session.Comms.Register(target, opened);
    }

    /// <summary>Opens a comm to a target in the front end.</summary>
    /// <param name="target">The target's name.</param>
    /// <param name="data">A <see cref="JsonNode"/>, or anything <see cref="JsonSerializer"/> writes. Default: an empty object.</param>
    /// <param name="metadata">JSON about the message. Default: empty.</param>
    /// <param name="buffers">Raw bytes beside the JSON. Default: none.</param>
    /// <exception cref="InvalidOperationException">Called outside of a cell.</exception>
    public static Comm Open(string target, object? data = null, JsonObject? metadata = null, IReadOnlyList<byte[]>? buffers = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(target);
        var run = Here();
        var comm = new Comm(run, Guid.NewGuid().ToString("N"), target);
        run.Session.Comms.Add(comm);
        comm.Give(CommAction.Open, data, metadata, buffers);
        return comm;
    }

    /// <summary>Sends a message to the front end; from any thread.</summary>
    /// <param name="data">A <see cref="JsonNode"/>, or anything <see cref="JsonSerializer"/> writes; null is an empty object.</param>
    /// <param name="metadata">JSON about the message. Default: empty.</param>
    /// <param name="buffers">Raw bytes beside the JSON. Default: none.</param>
    /// <exception cref="InvalidOperationException">The comm is closed.</exception>
    public void Send(object? data, JsonObject? metadata = null, IReadOnlyList<byte[]>? buffers = null)
    {
        if (closed) throw new InvalidOperationException($"The comm to '{Target}' is closed. Open another one with Comm.Open.");
        Give(CommAction.Message, data, metadata, buffers);
    }

    /// <summary>Closes the comm on both sides; closed already, it does nothing.</summary>
    /// <param name="data">A <see cref="JsonNode"/>, or anything <see cref="JsonSerializer"/> writes. Default: an empty object.</param>
    /// <param name="metadata">JSON about the message. Default: empty.</param>
    /// <param name="buffers">Raw bytes beside the JSON. Default: none.</param>
    public void Close(object? data = null, JsonObject? metadata = null, IReadOnlyList<byte[]>? buffers = null)
    {
        if (!run.Session.Comms.Remove(this)) return;
        closed = true;
        Give(CommAction.Close, data, metadata, buffers);
    }

    internal void OnMessage(CommMessage message) => Message?.Invoke(message);

    internal void OnClosed(CommMessage message)
    {
        closed = true;
        Closed?.Invoke(message);
    }

    private static CellRun Here() => CellRun.Current ?? throw new InvalidOperationException("Comms belong to a session: call Comm.Register and Comm.Open from a cell.");

    // A thread of no cell sends as the cell that opened the comm.
    private void Give(CommAction action, object? data, JsonObject? metadata, IReadOnlyList<byte[]>? buffers)
    {
        var from = CellRun.Current is { } current && current.Session == run.Session ? current : run;
        var message = new CommMessage(data is null ? new JsonObject() : JsonSerializer.SerializeToNode(data, data.GetType()), metadata ?? [], buffers ?? []);
        from.Output.Comm(new CommEvent(action, Id, Target, message));
    }
}
