using System.Text;
using MarketingNotebooks.Kernel.Engine.Comms;
using MarketingNotebooks.Kernel.Engine.Formatting;

namespace MarketingNotebooks.Kernel.Engine.Running;

/// <summary>Orders what all threads of a cell give out, and gathers console text into pieces before the sink gets it.</summary>
/// <remarks>Threads that outlive their cell go on writing, showing and updating under it; results, errors and clears end with it.</remarks>
internal sealed class CellOutput(IOutputSink sink) : IDisposable
{
    private const int PieceLength = 16 * 1024;
    private static readonly TimeSpan PieceTime = TimeSpan.FromMilliseconds(50);

    private readonly Lock gate = new();
    private readonly StringBuilder pending = new();
    private StreamKind pendingKind;
    private Timer? timer;
    private bool ended;

    public void Write(StreamKind kind, ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return;
        lock (gate)
        {
            if (kind != pendingKind) FlushPending();
            pendingKind = kind;
            var wasEmpty = pending.Length == 0;
            pending.Append(text);
            if (pending.Length >= PieceLength) FlushPending();
            else if (wasEmpty) Arm();
        }
    }

    /// <summary>Sends the text gathered so far.</summary>
    public void Flush()
    {
        lock (gate) FlushPending();
    }

    public void Display(MimeBundle bundle, string id) => Send(to => to.Display(bundle, id));

    public void Update(MimeBundle bundle, string id) => Send(to => to.Update(bundle, id));

    public void Comm(CommEvent sent) => Send(to => to.Comm(sent));

    public void Result(MimeBundle bundle, int count) => Send(to => to.Result(bundle, count), late: false);

    public void Error(CellError error) => Send(to => to.Error(error), late: false);

    public void Clear(bool wait) => Send(to => to.Clear(wait), late: false);

    /// <summary>Sends what is pending: the cell has ended.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            FlushPending();
            ended = true;
            timer?.Dispose();
            timer = null;
        }
    }

    private void Send(Action<IOutputSink> action, bool late = true)
    {
        lock (gate)
        {
            FlushPending();
            if (late || !ended) Outside(action);
        }
    }

    private void FlushPending()
    {
        if (pending.Length == 0) return;
        var text = pending.ToString();
        pending.Clear();
        Outside(to => to.Stream(pendingKind, text));
    }

    // A sink that itself prints must reach the process's console, not this cell again.
    private void Outside(Action<IOutputSink> action)
    {
        var run = CellRun.Current;
        CellRun.Current = null;
        try
        {
            action(sink);
        }
        finally
        {
            CellRun.Current = run;
        }
    }

    private void Arm()
    {
        timer ??= Unflowed(() => new Timer(_ => Flush(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
        timer.Change(PieceTime, Timeout.InfiniteTimeSpan);
    }

    private static Timer Unflowed(Func<Timer> create)
    {
        using var flow = ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow();
        return create();
    }
}
