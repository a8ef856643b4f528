using System.Collections.Concurrent;

namespace MarketingNotebooks.Kernel.Jupyter.Server;

/// <summary>A thread that does one thing after the other.</summary>
internal sealed class WorkQueue : IDisposable
{
    private readonly BlockingCollection<Action> work = [];
    private readonly ManualResetEventSlim resting = new(true);
    private readonly Lock gate = new();
    private int open;

    /// <param name="name">The thread's name.</param>
    public WorkQueue(string name) => new Thread(Work) { IsBackground = true, Name = name }.Start();

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
    public void Dispose() => work.CompleteAdding();

    private void Work()
    {
        foreach (var action in work.GetConsumingEnumerable())
        {
            try
            {
                action();
            }
            catch (OutOfMemoryException)
            {
                GC.Collect(); // A cell took all memory; what it held is free now, and the next request may succeed.
            }
            lock (gate)
            {
                if (--open == 0) resting.Set();
            }
        }
    }
}
