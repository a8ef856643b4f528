using System.Diagnostics;

namespace MarketingNotebooks.Kernel.Jupyter.Zmtp;

/// <summary>A message, or a command, on its way out.</summary>
internal readonly record struct Outgoing(byte[][] Frames, bool IsCommand = false);

/// <summary>Messages on their way to one peer.</summary>
/// <param name="limit">Bytes from which <see cref="WaitForRoom"/> waits; at four times as many nothing more is taken.</param>
internal sealed class SendQueue(long limit)
{
    private readonly object gate = new();
    private readonly Queue<Outgoing> messages = new();
    private long bytes;
    private long movedAt = Stopwatch.GetTimestamp();
    private bool completed;

    /// <summary>Adds a message and returns at once; one always fits, whatever its length, while fewer bytes than the limit wait.</summary>
    /// <returns>False when the queue takes no more.</returns>
    public bool Add(Outgoing message)
    {
        lock (gate)
        {
            var size = Size(message);
            if (completed || (bytes >= limit && bytes + size > 4 * limit)) return false;
            if (messages.Count == 0) movedAt = Stopwatch.GetTimestamp();
            messages.Enqueue(message);
            bytes += size;
            Monitor.PulseAll(gate);
            return true;
        }
    }

    /// <summary>Waits until fewer bytes than the limit wait, or the queue is complete.</summary>
    /// <param name="patience">How long a full queue may stand still.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False when it stood still for longer.</returns>
    public bool WaitForRoom(TimeSpan patience, CancellationToken cancellationToken)
    {
        try
        {
            lock (gate)
            {
                while (bytes >= limit && !completed && !cancellationToken.IsCancellationRequested)
                {
                    if (Stopwatch.GetElapsedTime(movedAt) > patience) return false;
                    Monitor.Wait(gate, 100);
                }
            }
        }
        catch (ThreadInterruptedException)
        {
            Thread.CurrentThread.Interrupt(); // The cell that waits is being stopped; its code learns of it at its next wait.
        }
        return true;
    }

    /// <summary>Waits for the next message; it counts until <see cref="Sent"/>.</summary>
    /// <returns>False when the queue is complete and empty.</returns>
    public bool Take(out Outgoing message)
    {
        lock (gate)
        {
            while (messages.Count == 0 && !completed) Monitor.Wait(gate);
            return messages.TryDequeue(out message!);
        }
    }

    /// <summary>The next message if there is one now.</summary>
    public bool TryTake(out Outgoing message)
    {
        lock (gate) return messages.TryDequeue(out message!);
    }

    /// <summary>Makes room for what has been handed to the network.</summary>
    public void Sent(Outgoing message)
    {
        lock (gate)
        {
            bytes -= Size(message);
            Moved();
        }
    }

    /// <summary>Notes that the peer is reading, though a long message is not through yet.</summary>
    public void Moved()
    {
        lock (gate)
        {
            movedAt = Stopwatch.GetTimestamp();
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>Takes no more; what is there may still be taken.</summary>
    public void Complete()
    {
        lock (gate)
        {
            completed = true;
            Monitor.PulseAll(gate);
        }
    }

    private static long Size(Outgoing message)
    {
        var size = 64L;
        foreach (var frame in message.Frames) size += frame.Length + Frame.LongestHeader;
        return size;
    }
}
