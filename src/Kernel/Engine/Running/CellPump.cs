using System.Diagnostics.CodeAnalysis;

namespace MarketingNotebooks.Kernel.Engine.Running;

/// <summary>Runs the continuations of a cell on the cell's own thread, where they can be interrupted.</summary>
/// <remarks>
/// A cell that blocks on its own task (<c>LoadAsync().Result</c>) would wait for ever for a continuation queued behind itself.
/// So continuations that wait while the thread is blocked outside the pump move to the thread pool, as in a console program.
/// </remarks>
[SuppressMessage("Design", "CA1001", Justification = "The timer is disposed when the pump ends.")]
internal sealed class CellPump(CellRun run) : SynchronizationContext
{
    private const int RescueMilliseconds = 15;

    private readonly object gate = new();
    private readonly Queue<(SendOrPostCallback Work, object? State)> queue = [];
    private Timer? rescue;
    private bool leaving;
    private bool closed;

    /// <summary>True while the thread waits here for work, where an interrupt is a call of <see cref="Leave"/>.</summary>
    public bool IsWaiting { get; private set; }

    /// <summary>The thread the pump belongs to; set before any code of the cell runs.</summary>
    public Thread? Owner { get; set; }

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (gate)
        {
            if (!closed)
            {
                queue.Enqueue((d, state));
                if (IsWaiting) Monitor.PulseAll(gate);
                else ArmRescue();
                return;
            }
        }
        if (!run.Interrupted) ThreadPool.QueueUserWorkItem(_ => d(state));
    }

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Works until <paramref name="task"/> has ended or <see cref="Leave"/> was called.</summary>
    /// <returns>False when left before the task's end.</returns>
    public bool RunUntil(Task task)
    {
        _ = task.ContinueWith(_ => Wake(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        try
        {
            while (Next(task) is { } item) item.Work(item.State);
            return task.IsCompleted;
        }
        finally
        {
            lock (gate)
            {
                closed = true;
                rescue?.Dispose();
                MoveToPool();
            }
        }
    }

    /// <summary>Leaves pending awaits behind.</summary>
    public void Leave()
    {
        lock (gate)
        {
            leaving = true;
            Monitor.PulseAll(gate);
        }
    }

    private (SendOrPostCallback Work, object? State)? Next(Task task)
    {
        lock (gate)
        {
            while (!task.IsCompleted && !leaving)
            {
                if (queue.TryDequeue(out var item)) return item;
                IsWaiting = true;
                try
                {
                    Monitor.Wait(gate);
                }
                catch (ThreadInterruptedException)
                {
                    // Meant for a wait that had just ended; the interrupter also calls Leave.
                }
                IsWaiting = false;
            }
            return null;
        }
    }

    private void Wake()
    {
        lock (gate) Monitor.PulseAll(gate);
    }

    private void ArmRescue()
    {
        if (rescue is null)
        {
            using var flow = ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow();
            rescue = new Timer(_ => Rescue(), null, Timeout.Infinite, Timeout.Infinite);
        }
        if (queue.Count == 1) rescue.Change(RescueMilliseconds, Timeout.Infinite);
    }

    private void Rescue()
    {
        lock (gate)
        {
            if (closed || IsWaiting || queue.Count == 0) return;
            if (Owner is { } owner && (owner.ThreadState & ThreadState.WaitSleepJoin) != 0) MoveToPool();
            else rescue!.Change(RescueMilliseconds, Timeout.Infinite);
        }
    }

    private void MoveToPool()
    {
        while (queue.TryDequeue(out var item))
        {
            if (!run.Interrupted) ThreadPool.QueueUserWorkItem(work => work.Work(work.State), item, preferLocal: false);
        }
    }
}
