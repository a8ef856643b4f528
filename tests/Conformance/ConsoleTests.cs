namespace MarketingNotebooks.Conformance;

/// <summary>The kernel behind <c>jupyter console</c>.</summary>
public sealed class ConsoleTests(KernelFixture kernel) : IClassFixture<KernelFixture>
{
    [ConsoleFact]
    public Task Texts_go_on_over_lines_consoles_join_kernels_and_interrupts_stop_cells() => kernel.RunAsync("console.py");

    /// <summary>A test that needs the console.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class ConsoleFactAttribute : FactAttribute
    {
        public ConsoleFactAttribute() => Skip = KernelFixture.Obstacle ?? PythonProcess.Obstacle(KernelFixture.Python, "jupyter_console", "pexpect");
    }
}
