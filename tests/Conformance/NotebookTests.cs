using System.Runtime.CompilerServices;

namespace MarketingNotebooks.Conformance;

/// <summary>Whole notebooks through Jupyter's own tools.</summary>
public sealed class NotebookTests(KernelFixture kernel) : IClassFixture<KernelFixture>
{
    [ClientsFact]
    public Task Nbclient_gives_the_outputs_of_mn_run() => RunAsync("same_as_mn");

    [ClientsFact]
    public Task Notebooks_of_DotNet_Interactive_give_their_stored_outputs() => RunAsync("compatibility", "saved_notebook");

    [ClientsFact]
    public Task A_page_holds_figures_and_no_error() => RunAsync("to_html");

    [ClientsFact]
    public Task A_notebook_becomes_a_script_a_document_and_itself_with_outputs() => RunAsync("to_script", "to_markdown", "in_place");

    [ClientsFact]
    public Task Failing_cells_endless_cells_and_dead_kernels_are_reported() => RunAsync("failures", "timeouts", "death");

    /// <summary>The repository's folder.</summary>
    internal static string Repository { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", ".."));

    private Task<string> RunAsync(params string[] scenarios) => kernel.RunAsync("notebooks.py", [Repository, .. scenarios]);

    private static string Here([CallerFilePath] string path = "") => path;
}
