using System.Diagnostics;
using MarketingNotebooks.Kernel.Engine;

namespace MarketingNotebooks.Kernel.Tests.Engine;

/// <summary>Runs apart from other tests: its busy cells would starve them.</summary>
[CollectionDefinition(nameof(InterruptTests), DisableParallelization = true)]
public static class InterruptTestsAlone;

/// <summary>Every way to be busy can be stopped, and the session goes on.</summary>
[Collection(nameof(InterruptTests))]
public class InterruptTests(Xunit.Abstractions.ITestOutputHelper log)
{
    // Only ends a hang: none of these cells would end by itself.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("while (true);")]
    [InlineData("for (;;) kept++;")]
    [InlineData("do kept++; while (true);")]
    [InlineData("again: kept++; goto again;")]
    [InlineData("Thread.Sleep(-1);")]
    [InlineData("await Task.Delay(-1);")]
    [InlineData("await Task.Delay(-1).ConfigureAwait(false);")]
    [InlineData("await Task.Delay(5); Thread.Sleep(-1);")]
    [InlineData("await Task.Delay(5).ConfigureAwait(false); while (true) { }")]
    [InlineData("Task.Run(() => { while (true) { } }).Wait();")]
    [InlineData("await Task.Run(() => { while (true) { } });")]
    [InlineData("while (true) { try { Thread.Sleep(1000); } catch { } }")]
    [InlineData("while (true) { try { while (true) { } } catch { } }")]
    [InlineData("try { while (true) { } } catch (Exception) { } while (true) { }")]
    [InlineData("async Task Spin() { while (true) { try { await Task.Delay(20); } catch { } } } await Spin();")]
    [InlineData("int F(int n) => n <= 0 ? 0 : F(n - 1) + F(n - 1); F(90);")]
    [InlineData("IEnumerable<int> All() { for (var i = 0; ; i++) yield return i; } All().Where(x => x < 0).First();")]
    [InlineData("Enumerable.InfiniteSequence(0, 1).Where(x => x < 0).First();")]
    [InlineData("Parallel.For(0, 8, i => { while (true) { } });")]
    [InlineData("class Busy { public int Forever() { for (;;) { } } } new Busy().Forever();")]
    [InlineData("var gate = new SemaphoreSlim(0); gate.Wait();")]
    [InlineData("var done = new ManualResetEventSlim(); var t = new Thread(() => { while (true) { } }); t.Start(); t.Join();")]
    [InlineData("CellToken.WaitHandle.WaitOne(); ")]
    [InlineData("from x in Enumerable.InfiniteSequence(0, 1) from y in new[] { x }.Select(z => z) where y < 0 select y")]
    public async Task Busy_cells_stop(string code)
    {
        using var session = new CSharpSession();
        await session.ValueAsync("using System.Threading; var kept = 41L;", "1");
        var sink = new RecordingSink();
        var running = session.RunAsync("using System.Threading;\nConsole.Write(\"go\");\n" + code, sink);
        await BegunAsync(running, sink);
        Assert.False(running.IsCompleted, "ended on its own: " + sink.LastError?.Value);
        var clock = Stopwatch.StartNew();
        session.Interrupt();
        var result = await running.WaitAsync(Limit);
        log.WriteLine($"{clock.ElapsedMilliseconds} ms");
        Assert.Equal(CellStatus.Interrupted, result.Status);
        Assert.Equal("CellInterruptedException", sink.LastError?.Name);
        Assert.Equal("True", await session.ValueAsync("var after = 0; for (var i = 0; i < 1000; i++) after++; (after == 1000 && kept > 40).ToString()"));
    }

    [Fact]
    public async Task Endless_recursion_is_an_error_and_not_the_end_of_the_process()
    {
        using var session = new CSharpSession();
        var sink = await session.RunAsync("int F(int n) => F(n + 1);\nF(0)");
        Assert.Equal("InsufficientExecutionStackException", sink.LastError?.Name);
        sink = await session.RunAsync("Func<int, int> f = null; f = n => f(n + 1);\nf(0)");
        Assert.Equal("The code calls itself without end; give the recursion a case that stops it.", sink.LastError?.Value);
        sink = await session.RunAsync("class A { public int X => X; }\nnew A().X");
        Assert.Equal("InsufficientExecutionStackException", sink.LastError?.Name);
    }

    [Fact]
    public async Task Code_that_never_tests_is_left_behind_after_the_grace_period()
    {
        using var session = new CSharpSession(new SessionOptions
        {
            InterruptGrace = TimeSpan.FromMilliseconds(300), Assemblies = [typeof(HostFunctions).Assembly], StaticUsings = [typeof(HostFunctions).FullName!],
        });
        await session.ValueAsync("var kept = 1;");
        var sink = new RecordingSink();
        var running = session.RunAsync("Console.Write(\"go\"); Enumerable.InfiniteSequence(0, 0).Where(IsLetGo).First()", sink);
        try
        {
            await BegunAsync(running, sink);
            var clock = Stopwatch.StartNew();
            session.Interrupt();
            var result = await running.WaitAsync(Limit);
            log.WriteLine($"{clock.ElapsedMilliseconds} ms: {result.Error!.Value}");
            Assert.Equal("The cell is inside a library call that cannot be stopped and was left running; restart the kernel if it keeps a processor busy.", result.Error.Value);
            Assert.Equal("1", await session.ValueAsync("kept"));
        }
        finally
        {
            HostFunctions.LetGo = true;
        }
    }

    [Fact]
    public async Task Threads_left_behind_stop_while_a_later_cell_runs()
    {
        using var session = new CSharpSession();
        await session.ValueAsync("var left = Task.CompletedTask; long ticks = 0;");
        var sink = new RecordingSink();
        var running = session.RunAsync("left = Task.Run(async () => { while (true) { await Task.Delay(30); ticks++; } }); Console.Write(\"go\"); await Task.Delay(-1);", sink);
        await BegunAsync(running, sink);
        session.Interrupt();
        await running;
        Assert.Equal("(True, True)", await session.ValueAsync("await Task.WhenAny(left); var seen = ticks; await Task.Delay(100); (left.IsCompleted, seen == ticks).ToString()"));
    }

    // Interrupting the compiler would prove nothing.
    private static async Task BegunAsync(Task running, RecordingSink sink)
    {
        while (sink.Output != "go" && !running.IsCompleted) await Task.Delay(10);
        await Task.Delay(100);
    }
}
