namespace MarketingNotebooks.Conformance;

/// <summary>The kernel behind <c>jupyter console</c>.</summary>
public sealed class ConsoleTests(KernelFixture kernel) : IClassFixture<KernelFixture>
{
    [ConsoleFact]
    public Task Texts_go_on_over_lines_and_a_console_joins_a_running_kernel() => kernel.RunAsync("console.py");

    /// <summary>A test that needs the console.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class ConsoleFactAttribute : FactAttribute
    {
        public ConsoleFactAttribute() => Skip = KernelFixture.Obstacle ?? PythonProcess.Obstacle(KernelFixture.Python, "jupyter_console", "pexpect");
    }
}
