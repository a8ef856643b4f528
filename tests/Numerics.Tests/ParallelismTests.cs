namespace MarketingNotebooks.Numerics.Tests;

public class ParallelismTests
{
    [Theory]
    [InlineData(0, 5, 2)]
    [InlineData(1, 5, 2)]
    [InlineData(100, 7, 1)]
    [InlineData(100, 7, 2)]
    [InlineData(1001, 1, 8)]
    [InlineData(10, 2_000_000_000, 3)]
    public void Every_item_is_visited_once_in_chunks_fixed_by_the_problem(int count, int chunk, int threads)
    {
        var visits = new int[count];
        Parallelism.For(count, chunk, (start, end) =>
        {
            Assert.Equal(0, start % chunk);
            Assert.Equal(Math.Min(count, (long)start + chunk), end);
            for (var i = start; i < end; i++) Interlocked.Increment(ref visits[i]);
        }, threads);
        Assert.All(visits, v => Assert.Equal(1, v));
    }

    [Fact]
    public void Sums_are_added_in_chunk_order()
    {
        // Terms of very different size: another order gives other last digits.
        var rng = new Rng(1);
        var terms = Enumerable.Range(0, 100_000).Select(_ => Math.Exp(20 * rng.NextNormal())).ToArray();
        double Sum(int threads) => Parallelism.Sum(terms.Length, 100, (start, end) =>
        {
            var sum = 0.0;
            for (var i = start; i < end; i++) sum += terms[i];
            return sum;
        }, threads);
        var expected = Sum(1);
        for (var repeat = 0; repeat < 20; repeat++) Assert.Equal(expected, Sum(1 + repeat % 4));
    }

    [Fact]
    public void Loops_nest()
    {
        var total = Parallelism.Sum(64, 1, (a, _) => Parallelism.Sum(64, 1, (b, _) => a * b, 4), 4);
        Assert.Equal(2016.0 * 2016, total);
    }

    [Fact]
    public void The_failure_reported_is_that_of_the_lowest_failing_chunk_that_ran()
    {
        for (var threads = 1; threads < 5; threads++)
        {
            var error = Assert.Throws<InvalidOperationException>(() =>
                Parallelism.For(4, 1, (start, _) => throw new InvalidOperationException($"chunk {start}"), threads));
            Assert.StartsWith("chunk ", error.Message);
        }
    }

    [Fact]
    public void Cancellation_is_seen_between_chunks()
    {
        for (var threads = 1; threads < 4; threads++)
        {
            using var source = new CancellationTokenSource();
            int early = 0, late = 0;
            Assert.Throws<OperationCanceledException>(() => Parallelism.For(10_000, 1, (start, _) =>
            {
                if (start > 3)
                {
                    // At most one a thread was drawn before the cancellation; none may be drawn after it.
                    Interlocked.Increment(ref late);
                    source.Token.WaitHandle.WaitOne();
                    return;
                }
                Interlocked.Increment(ref early);
                if (start < 3) return;
                SpinWait.SpinUntil(() => Volatile.Read(ref early) == 4);
                source.Cancel();
            }, threads, source.Token));
            Assert.Equal(4, early);
            Assert.InRange(late, 0, threads - 1);
        }
    }

    [Fact]
    public void An_interrupted_caller_returns_only_when_no_thread_works_any_more()
    {
        var working = 0;
        var leftWhileWorking = false;
        var interrupted = false;
        using var started = new ManualResetEventSlim();
        var caller = new Thread(() =>
        {
            try
            {
                Parallelism.For(1_000, 1, (_, _) =>
                {
                    Interlocked.Increment(ref working);
                    started.Set();
                    Thread.SpinWait(20_000);
                    Interlocked.Decrement(ref working);
                }, 3);
                Thread.Sleep(Timeout.Infinite);
            }
            catch (ThreadInterruptedException)
            {
                interrupted = true;
            }
            leftWhileWorking = Volatile.Read(ref working) != 0;
        });
        caller.Start();
        started.Wait();
        caller.Interrupt();
        caller.Join();
        Assert.True(interrupted);
        Assert.False(leftWhileWorking);
    }

    [Fact]
    public void Chunks_depend_on_the_work_and_are_limited_in_number()
    {
        Assert.Equal(1, Parallelism.Chunk(0, 1));
        Assert.Equal(500, Parallelism.Chunk(500, 10));
        Assert.Equal(1_000, Parallelism.Chunk(100_000, 100));
        Assert.Equal(10_000, Parallelism.Chunk(100_000, 100, mostChunks: 10));
        Assert.Equal(1, Parallelism.Chunk(50, 1e9));
    }

    [Fact]
    public void Mistakes_are_named()
    {
        Assert.Equal("Threads must be ≥ 1, or null for all processors. Got 0.",
            Assert.Throws<ArgumentException>(() => Parallelism.Resolve(0)).Message);
        Assert.Equal("For needs count ≥ 0 and chunk ≥ 1. Got count 5 and chunk 0.",
            Assert.Throws<ArgumentException>(() => Parallelism.For(5, 0, (_, _) => { })).Message);
    }
}
