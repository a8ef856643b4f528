using MarketingNotebooks.Kernel.Engine.Running;

namespace MarketingNotebooks.Kernel.Engine.Comms;

/// <summary>The targets and open comms of a session. Used from any thread; the works it returns are for a thread of a cell.</summary>
internal sealed class SessionComms
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Func<Comm, CommMessage, Task>> targets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Comm> open = new(StringComparer.Ordinal);

    /// <summary>Comms open now.</summary>
    public IReadOnlyList<Comm> Open
    {
        get
        {
            lock (gate) return [.. open.Values];
        }
    }

    public void Register(string target, Func<Comm, CommMessage, Task> opened)
    {
        lock (gate) targets[target] = opened;
    }

    public void Add(Comm comm)
    {
        lock (gate) open[comm.Id] = comm;
    }

    /// <summary>Removes a comm; false when it is not open.</summary>
    public bool Remove(Comm comm)
    {
        lock (gate) return open.Remove(comm.Id);
    }

    /// <summary>What is to be done when a front end opens a comm; null when nobody registered its target.</summary>
    public Func<Task>? Opened(string id, string target, CommMessage message)
    {
        lock (gate)
        {
            return targets.TryGetValue(target, out var opened) ? () => OpenAsync(new Comm(CellRun.Current!, id, target), opened, message) : null;
        }
    }

    /// <summary>What is to be done with a front end's message; null when there is no such comm.</summary>
    public Func<Task>? Received(string id, CommMessage message) => Find(id) is { } comm ? Works(() => comm.OnMessage(message)) : null;

    /// <summary>What is to be done when a front end closes a comm; null when there is no such comm.</summary>
    public Func<Task>? Closed(string id, CommMessage message) => Find(id) is { } comm && Remove(comm) ? Works(() => comm.OnClosed(message)) : null;

    private Comm? Find(string id)
    {
        lock (gate) return open.GetValueOrDefault(id);
    }

    private async Task OpenAsync(Comm comm, Func<Comm, CommMessage, Task> opened, CommMessage message)
    {
        Add(comm);
        try
        {
            await opened(comm, message);
        }
        catch
        {
            comm.Close();
            throw;
        }
    }

    private static Func<Task> Works(Action action) => () =>
    {
        action();
        return Task.CompletedTask;
    };
}
