using System.Collections.Concurrent;
using MarketingNotebooks.Kernel.Jupyter.Server;
using MarketingNotebooks.Kernel.Jupyter.Wire;

namespace MarketingNotebooks.Kernel.Tests.Jupyter.Server;

/// <summary>A kernel of this process, a front end that listens to it, and a history of its own.</summary>
internal sealed class Served : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("kernel-").FullName;
    private FrontEnd? first;

    public Served(string key = "a secret", string? history = null)
    {
        Server = new KernelServer(new ConnectionInfo { Key = key }, new KernelOptions
        {
            HistoryFile = history ?? Path.Combine(folder, "history.jsonl"),
            Log = Lines.Enqueue,
        });
    }

    public KernelServer Server { get; }

    public ConcurrentQueue<string> Lines { get; } = new();

    /// <summary>The front end; connected at first use.</summary>
    public FrontEnd FrontEnd => first ??= Connect();

    public FrontEnd Connect(bool listens = true, byte minor = 1) => new(Server.Connection, listens, minor);

    public void Dispose()
    {
        first?.Dispose();
        Server.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
