using System.Runtime.ExceptionServices;

namespace MarketingNotebooks.Numerics;

/// <summary>The library's one way to split a loop over threads: results are the same at any number of threads.</summary>
/// <remarks>
/// <para>The range is cut into chunks whose size depends on the problem alone, never on the number of threads. Threads take chunks as they
/// come, write only to what belongs to their chunk, and sums are added up in chunk order.</para>
/// <para>A range of one chunk, or one thread, runs on the caller's thread without any overhead, so small problems are never slowed
/// down. The caller works too: a busy thread pool delays nothing, and loops may nest.</para>
/// </remarks>
public static class Parallelism
{
    /// <summary>Elementary operations that pay for handing a chunk to another thread (some tens of microseconds).</summary>
    private const double WorthwhileOperations = 100_000;

    /// <summary>The number of threads an option stands for.</summary>
    /// <param name="threads">Range: ≥ 1; null for all processors.</param>
    /// <exception cref="ArgumentException">The number is below 1.</exception>
    public static int Resolve(int? threads)
    {
        if (threads < 1) throw new ArgumentException($"Threads must be ≥ 1, or null for all processors. Got {threads}.");
        return threads ?? Environment.ProcessorCount;
    }

    /// <summary>A chunk size that makes each chunk worth a thread's while.</summary>
    /// <param name="count">Length of the range. ≥ 0.</param>
    /// <param name="operationsPerItem">Rough number of additions or multiplications an item takes. > 0.</param>
    /// <param name="mostChunks">Upper limit on the number of chunks, for loops that keep memory per chunk. Range: ≥ 1.</param>
    public static int Chunk(int count, double operationsPerItem, int mostChunks = 256)
    {
        var worthwhile = Math.Ceiling(WorthwhileOperations / Math.Max(operationsPerItem, 1e-3));
        var fewest = Math.Ceiling((double)count / mostChunks);
        return (int)Math.Min(Math.Max(Math.Max(worthwhile, fewest), 1), Math.Max(count, 1));
    }

    /// <summary>Calls <paramref name="body"/>(start, end) for every chunk of [0, count), in any order.</summary>
    /// <param name="count">Length of the range. ≥ 0.</param>
    /// <param name="chunk">Items a chunk; chunk c is [c·chunk, min(count, (c + 1)·chunk)). Range: ≥ 1. See <see cref="Chunk"/>.</param>
    /// <param name="body">Writes only what belongs to its chunk.</param>
    /// <param name="threads">Most threads. Range: ≥ 1; null for all processors.</param>
    /// <param name="cancellationToken">Looked at before each chunk.</param>
    /// <exception cref="ArgumentException">A size is outside its range.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; some chunks may not have run.</exception>
    public static void For(int count, int chunk, Action<int, int> body, int? threads = null, CancellationToken cancellationToken = default)
    {
        if (count < 0 || chunk < 1) throw new ArgumentException($"For needs count ≥ 0 and chunk ≥ 1. Got count {count} and chunk {chunk}.");
        var chunks = (int)(((long)count + chunk - 1) / chunk);
        var workers = Math.Min(Resolve(threads), chunks);
        if (workers <= 1)
        {
            for (var c = 0; c < chunks; c++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var start = c * chunk;
                body(start, (int)Math.Min(count, (long)start + chunk));
            }
            return;
        }
        new Loop(count, chunk, chunks, body, cancellationToken).Run(workers);
    }

    /// <summary>The sum of <paramref name="body"/>(start, end) over every chunk of [0, count), added in chunk order.</summary>
    /// <inheritdoc cref="For"/>
    public static double Sum(int count, int chunk, Func<int, int, double> body, int? threads = null,
        CancellationToken cancellationToken = default)
    {
        if (chunk < 1) throw new ArgumentException($"Sum needs a chunk ≥ 1. Got {chunk}.");
        var parts = new double[((long)count + chunk - 1) / chunk];
        For(count, chunk, (start, end) => parts[start / chunk] = body(start, end), threads, cancellationToken);
        var sum = 0.0;
        foreach (var part in parts) sum += part;
        return sum;
    }

    /// <summary>One parallel loop: a counter that threads draw chunks from, and a count of threads still at work.</summary>
    private sealed class Loop(int count, int chunk, int chunks, Action<int, int> body, CancellationToken token) : IThreadPoolWorkItem
    {
        private readonly object _gate = new();
        private int _next = -1;
        private int _active = 1; // the caller
        private volatile bool _stop;
        private int _failedChunk = int.MaxValue;
        private ExceptionDispatchInfo? _failure;

        public void Run(int workers)
        {
            for (var i = 1; i < workers; i++) ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
            Work();
            if (Interlocked.Decrement(ref _active) > 0) WaitForOthers();
            _failure?.Throw();
            token.ThrowIfCancellationRequested();
        }

        void IThreadPoolWorkItem.Execute()
        {
            Interlocked.Increment(ref _active);
            Work();
            if (Interlocked.Decrement(ref _active) > 0) return;
            lock (_gate) Monitor.PulseAll(_gate);
        }

        private void Work()
        {
            while (!_stop)
            {
                var c = Interlocked.Increment(ref _next);
                if (c >= chunks || c < 0) return;
                try
                {
                    token.ThrowIfCancellationRequested();
                    var start = c * chunk;
                    body(start, (int)Math.Min(count, (long)start + chunk));
                }
                catch (Exception e)
                {
                    Fail(c, e);
                }
            }
        }

        /// <summary>Keeps the failure of the lowest chunk.</summary>
        private void Fail(int c, Exception e)
        {
            _stop = true;
            lock (_gate)
            {
                if (c >= _failedChunk) return;
                _failedChunk = c;
                _failure = ExceptionDispatchInfo.Capture(e);
            }
        }

        /// <summary>An interrupted caller still waits: other threads may be writing to memory that it holds pinned.</summary>
        private void WaitForOthers()
        {
            var spin = new SpinWait();
            while (Volatile.Read(ref _active) > 0 && !spin.NextSpinWillYield) spin.SpinOnce();
            ThreadInterruptedException? interrupted = null;
            while (Volatile.Read(ref _active) > 0)
            {
                try
                {
                    lock (_gate)
                    {
                        if (Volatile.Read(ref _active) > 0) Monitor.Wait(_gate);
                    }
                }
                catch (ThreadInterruptedException e)
                {
                    _stop = true;
                    interrupted = e;
                }
            }
            if (interrupted is not null) ExceptionDispatchInfo.Throw(interrupted);
        }
    }
}
