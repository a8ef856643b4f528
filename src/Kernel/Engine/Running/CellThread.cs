namespace MarketingNotebooks.Kernel.Engine.Running;

/// <summary>The thread of one run, and the means to stop it.</summary>
/// <remarks>
/// Stopping goes in steps: flag and token at once; blocked waits are woken with Thread.Interrupt every 20 ms; pending awaits are
/// left after 150 ms; after the grace period the thread is left behind, still running. It is not aborted:
/// ControlledExecution.Run ended the whole process (PAL_SEHException) in one of three tries on Linux.
/// A thread per cell: an interrupt that came too late dies with its thread and cannot hit the next cell.
/// </remarks>
internal sealed class CellThread
{
    private const int StackBytes = 8 * 1024 * 1024;
    private static readonly TimeSpan WakeEvery = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LeaveAwaits = TimeSpan.FromMilliseconds(150);

    private readonly CellRun run;
    private readonly CellPump pump;
    private readonly Func<CellThread, Task> body;
    // What awaits the end goes on in the thread that ends it, not in the pool, which the cell may keep busy for long.
    private readonly TaskCompletionSource ended = new();
    private readonly Thread thread;
    private Exception? strayError;

    /// <param name="run">The run.</param>
    /// <param name="body">The work; its continuations come back to this thread.</param>
    public CellThread(CellRun run, Func<CellThread, Task> body)
    {
        this.run = run;
        this.body = body;
        pump = new CellPump(run);
        thread = new Thread(Main, StackBytes) { IsBackground = true, Name = $"cell {run.Number}" };
    }

    /// <summary>True while code of the user runs; only then may the thread be woken.</summary>
    public bool InUserCode { get; set; }

    /// <summary>Starts the thread; the task ends, or fails with the cell's error, when the cell does.</summary>
    public Task RunAsync()
    {
        thread.Start();
        return ended.Task;
    }

    /// <summary>Begins to stop the run. Returns at once.</summary>
    public void Interrupt(TimeSpan grace)
    {
        run.MarkInterrupted();
        new Thread(() => Stop(grace)) { IsBackground = true, Name = "cell interrupter" }.UnsafeStart();
    }

    private void Main()
    {
        pump.Owner = thread;
        SynchronizationContext.SetSynchronizationContext(pump);
        try
        {
            var task = body(this);
            var complete = pump.RunUntil(task);
            Finish(complete ? task.Exception?.InnerException ?? (task.IsCanceled ? new TaskCanceledException(task) : strayError)
                : new CellInterruptedException());
        }
        catch (Exception error)
        {
            // An exception of an `async void` method, which has no task to carry it.
            strayError = error;
            Finish(error);
        }
    }

    private void Finish(Exception? error)
    {
        InUserCode = false;
        SynchronizationContext.SetSynchronizationContext(null);
        if (run.Interrupted && error is not CellInterruptedException) error = new CellInterruptedException();
        if (error is null) ended.TrySetResult();
        else ended.TrySetException(error);
    }

    private void Stop(TimeSpan grace)
    {
        var started = System.Diagnostics.Stopwatch.StartNew();
        while (!ended.Task.IsCompleted && started.Elapsed < grace)
        {
            if (started.Elapsed > LeaveAwaits) pump.Leave();
            if (InUserCode && !pump.IsWaiting && (thread.ThreadState & ThreadState.WaitSleepJoin) != 0) thread.Interrupt();
            Thread.Sleep(WakeEvery);
        }
        if (ended.Task.IsCompleted) return;
        thread.Priority = ThreadPriority.Lowest;
        ended.TrySetException(new CellInterruptedException(
            "The cell is inside a library call that cannot be stopped and was left running; restart the kernel if it keeps a processor busy."));
    }
}
