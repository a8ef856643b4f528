namespace MarketingNotebooks.Conformance;

/// <summary>What a long day does to a kernel; each scenario is a function of <c>clients/stress.py</c>.</summary>
public sealed class StressTests(KernelFixture kernel) : IClassFixture<KernelFixture>
{
    [ClientsTheory]
    [InlineData("quick_cells")]
    [InlineData("much_output")]
    [InlineData("out_of_memory")]
    [InlineData("stack_overflow")]
    [InlineData("endless_recursion")]
    [InlineData("interrupts")]
    [InlineData("early_interrupts")]
    [InlineData("two_front_ends")]
    [InlineData("restarts")]
    [InlineData("front_end_killed")]
    [InlineData("busy_pool")]
    public async Task The_kernel_stands(string scenario) => Assert.Contains($"{scenario}: ok", await kernel.RunAsync("stress.py", scenario));
}
