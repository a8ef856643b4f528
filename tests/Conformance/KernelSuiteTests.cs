namespace MarketingNotebooks.Conformance;

public sealed class KernelSuiteTests(KernelFixture kernel) : IClassFixture<KernelFixture>
{
    [ClientsFact]
    public async Task Jupyters_own_suite_passes_with_no_test_skipped() =>
        Assert.Contains("12 run, 0 failed, 0 skipped", await kernel.RunAsync("kernel_suite.py"));
}
