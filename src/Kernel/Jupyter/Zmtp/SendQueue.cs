using System.Diagnostics;

namespace MarketingNotebooks.Kernel.Jupyter.Zmtp;

/// <summary>A message, or a command, on its way out.</summary>
internal readonly record struct Outgoing(byte[][] Frames, bool IsCommand = false);

/// <summary>Messages on their way to one peer, bounded in bytes; whoever adds to a full queue waits.</summary>
/// <param name="limit">Bytes from which adding waits. One message more always fits, whatever its length.</param>
/// <param name="patience">How long a full queue may stand still before the peer is given up.</param>
internal sealed class SendQueue(long limit, TimeSpan patience)
{
    private readonly object gate = new();
    private readonly Queue<Outgoing> messages = new();
    private long bytes;
    private long movedAt = Stopwatch.GetTimestamp();
    private bool completed;

    /// <summary>Adds a message.</summary>
    /// <returns>False when the queue takes no more, or when it was full and stood still for too long.</returns>
    public bool Add(Outgoing message)
    {
        var interrupted = false;
        try
        {
            lock (gate)
            {
                while (bytes >= limit && !completed && !interrupted)
                {
                    if (Stopwatch.GetElapsedTime(movedAt) > patience) return false;
                    try
                    {
                        Monitor.Wait(gate, 100);
                    }
                    catch (ThreadInterruptedException)
                    {
                        interrupted = true; // The writer's cell is being stopped: what it said goes out, and it learns of the stop below.
                    }
                }
                if (completed) return false;
                if (messages.Count == 0) movedAt = Stopwatch.GetTimestamp();
                messages.Enqueue(message);
                bytes += Size(message);
                Monitor.PulseAll(gate);
                return true;
            }
        }
        finally
        {
            if (interrupted) Thread.CurrentThread.Interrupt();
        }
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
