using MarketingNotebooks.Kernel.Engine;
using static MarketingNotebooks.Kernel.Tests.Engine.Sessions;

namespace MarketingNotebooks.Kernel.Tests.Engine;

/// <summary>What a cell gives out, and in which order.</summary>
public class OutputTests
{
    [Fact]
    public async Task Text_displays_and_result_come_in_order()
    {
        using var session = new CSharpSession();
        var sink = await session.RunAsync("""
            Console.Write("a"); Console.WriteLine(1);
            Console.Error.WriteLine("warn");
            display(2);
            await Task.Run(() => Console.Write("from a task"));
            var t = new System.Threading.Thread(() => Console.Write(", from a thread")); t.Start(); t.Join();
            3
            """);
        Assert.Equal(["out:a1\n", "err:warn\n", "display display-1:2", "out:from a task, from a thread", "result 1:3"], sink.Events);
    }

    [Fact]
    public async Task A_displayed_value_is_updated_from_a_later_cell()
    {
        using var session = new CSharpSession();
        await session.RunAsync("var bar = \"0 %\".Display();");
        var sink = await session.RunAsync("bar.Update(\"100 %\"); \"<b>x</b>\".DisplayAs(\"text/html\"); HTML(\"<i>y</i>\")");
        Assert.Equal(["update display-1:100 %", "display display-2:<b>x</b>", "result 2:<i>y</i>"], sink.Events);
        Assert.Equal("<b>x</b>", (string?)sink.Bundles[1].Data["text/html"]);
    }

    [Fact]
    public async Task Two_sessions_at_once_do_not_mix_their_text()
    {
        using var one = new CSharpSession();
        using var two = new CSharpSession();
        const string Code = "for (var i = 0; i < 40; i++) { Console.Write(NAME); await Task.Delay(1).ConfigureAwait(false); }";
        var sinks = await Task.WhenAll(one.RunAsync("var NAME = \"a\"; " + Code), two.RunAsync("var NAME = \"b\"; " + Code));
        Assert.Equal(new string('a', 40), sinks[0].Output);
        Assert.Equal(new string('b', 40), sinks[1].Output);
    }

    [Fact]
    public async Task What_a_task_gives_out_after_its_cell_goes_to_that_cell()
    {
        using var session = new CSharpSession();
        var first = await session.RunAsync("""
            var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var bar = display("0 %");
            var late = Task.Run(async () => { await go.Task; Console.Write("late"); bar.Update("100 %"); display("shown"); ClearOutput(); });
            """);
        var second = await session.RunAsync("go.SetResult(); await late; Console.Write(\"own\");");
        Assert.Equal(["out:own"], second.Events);
        Assert.Equal(["display display-1:0 %", "out:late", "update display-1:100 %", "display display-2:shown"], first.Events);
    }

    [Fact]
    public async Task Text_of_a_thread_is_not_lost_when_no_cell_runs()
    {
        using var session = new CSharpSession();
        var sink = await session.RunAsync("var t = new System.Threading.Thread(() => { System.Threading.Thread.Sleep(50); Console.Write(\"late\"); }); t.Start();");
        for (var i = 0; i < 6000 && sink.Output.Length == 0; i++) await Task.Delay(10);
        Assert.Equal("late", sink.Output);
    }

    [Fact]
    public async Task Reading_the_console_says_that_nobody_can_answer() => Assert.Equal(
        "Console input is not available here because nobody can answer; set the value in the cell tagged 'parameters' instead.",
        (await ErrorOfAsync("Console.ReadLine()")).Value);

    [Fact]
    public async Task A_host_can_answer_the_console()
    {
        using var session = new CSharpSession(new SessionOptions { Input = (_, _) => "yes" });
        Assert.Equal("yes", await session.ValueAsync("Console.ReadLine()"));
    }

    [Fact]
    public async Task Clearing_is_passed_on()
    {
        using var session = new CSharpSession();
        var sink = await session.RunAsync("Console.Write(1); ClearOutput(wait: true); Console.Write(2);");
        Assert.Equal(["out:1", "clear True", "out:2"], sink.Events);
    }

    [Fact]
    public async Task An_exception_nobody_catches_in_a_thread_of_a_cell_is_told_and_the_session_goes_on()
    {
        using var session = new CSharpSession();
        var sink = await session.RunAsync("var t = new System.Threading.Thread(() => throw new Exception(\"boom\")); t.Start(); t.Join(); await Task.Delay(50); 7");
        Assert.Equal("7", sink.Value);
    }
}
