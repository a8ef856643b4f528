using MarketingNotebooks.Kernel.Engine;
using MarketingNotebooks.Kernel.Tests.Engine;
using static MarketingNotebooks.Kernel.Tests.Engine.Sessions;

namespace MarketingNotebooks.Kernel.Tests.Compatibility;

/// <summary>The kernel's old names where they meet their limits.</summary>
public class KernelTests
{
    private const string Using = "using Microsoft.DotNet.Interactive;\n";

    [Fact]
    public async Task Submitted_code_that_fails_fails_the_cell_and_names_its_own_lines()
    {
        using var session = new CSharpSession();
        var sink = await session.RunAsync(Using + "await Kernel.Root.SubmitCodeAsync(\"\\nint.Parse(\\\"x\\\")\");");
        Assert.Equal("FormatException", sink.LastError?.Name);
        Assert.Equal(2, sink.LastError?.Line);
        sink = await session.RunAsync("try { await Kernel.Root.SubmitCodeAsync(\"nope\"); } catch (Exception error) { Console.Write(error.Message); }");
        Assert.Equal("Cell 2, submitted 1 did not compile: The name 'nope' does not exist in the current context", sink.Output);
    }

    [Fact]
    public async Task Submitted_code_may_be_in_any_language_known_here()
    {
        Assert.StartsWith("PowerShell ('#!pwsh') cannot be run here;", (await ErrorOfAsync(Using + "await Kernel.Root.FindKernelByName(\"pwsh\").SubmitCodeAsync(\"ls\");")).Value, StringComparison.Ordinal);
        Assert.StartsWith("The cell that submitted code has ended.", (await ErrorOfAsync(
            Using + "var go = new TaskCompletionSource(); var late = Task.Run(async () => { await go.Task; await Kernel.Root.SubmitCodeAsync(\"1\"); });", "go.SetResult(); await late;")).Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endless_submission_can_be_stopped()
    {
        using var session = new CSharpSession();
        using var cancel = new CancellationTokenSource();
        var sink = new RecordingSink();
        var running = session.RunAsync(Using + "await Kernel.Root.SubmitCodeAsync(\"Console.Write(1); while (true) { }\");", sink, cancel.Token);
        while (sink.Output.Length == 0 && !running.IsCompleted) await Task.Delay(10);
        cancel.Cancel();
        Assert.Equal(CellStatus.Interrupted, (await running).Status);
        Assert.Equal("2", await session.ValueAsync("1 + 1"));
    }

    [Fact]
    public async Task Asking_where_nobody_can_answer_is_an_error() => Assert.Equal("NoInputException", (await ErrorOfAsync(Using + "await Kernel.GetPasswordAsync(\"Key\")")).Name);

    [Fact]
    public async Task Values_are_read_by_type()
    {
        using var session = new CSharpSession();
        Assert.Equal("(False, True, False)", await session.ValueAsync("var x = 5;", Using + "var t = (Kernel.Root.TryGetValue(\"x\", out string _), Kernel.Root.TryGetValue(\"x\", out int n) && n == 5, Kernel.Root.TryGetValue(\"y\", out object _)); t.ToString()"));
    }
}
