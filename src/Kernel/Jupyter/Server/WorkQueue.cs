using System.Collections.Concurrent;

namespace MarketingNotebooks.Kernel.Jupyter.Server;

/// <summary>A thread that does one thing after the other.</summary>
internal sealed class WorkQueue : IDisposable
{
    private readonly BlockingCollection<Action> work = [];
    private readonly ManualResetEventSlim resting = new(true);
    private readonly Lock gate = new();
    private readonly Action<string> log;
    private int open;

    /// <param name="name">The thread's name.</param>
    /// <param name="log">Told when something done failed.</param>
    public WorkQueue(string name, Action<string> log)
    {
        this.log = log;
        new Thread(Work) { IsBackground = true, Name = name }.Start();
    }

    /// <summary>Adds something to do.</summary>
    public void Add(Action action)
    {
        lock (gate)
        {
            if (work.IsAddingCompleted) return;
            open++;
            resting.Reset();
            work.Add(action);
        }
    }

    /// <summary>Waits until there is nothing to do.</summary>
    /// <param name="most">Longest wait.</param>
    public void WaitForRest(TimeSpan most) => resting.Wait(most);

    /// <summary>Takes no more; what runs goes on.</summary>
    public void Dispose()
    {
        lock (gate) work.CompleteAdding();
    }

    private void Work()
    {
        foreach (var action in work.GetConsumingEnumerable())
        {
            Do(action);
            lock (gate)
            {
                if (--open == 0) resting.Set();
            }
        }
    }

    private void Do(Action action)
    {
        try
        {
            action();
        }
        catch (Exception error)
        {
            if (error is OutOfMemoryException) GC.Collect(); // A cell took all memory; what it held may be free now.
            log($"A message could not be worked on because of {error.GetType().Name}: {error.Message}");
        }
    }
}
