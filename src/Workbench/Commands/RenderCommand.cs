using System.CommandLine;
using MarketingNotebooks.Assets;
using MarketingNotebooks.Kernel.Documents;
using MarketingNotebooks.Kernel.Execution;
using MarketingNotebooks.Workbench.Checking;
using MarketingNotebooks.Workbench.Pages;
using MarketingNotebooks.Workbench.Pages.Galleries;
using MarketingNotebooks.Workbench.Running;

namespace MarketingNotebooks.Workbench.Commands;

/// <summary><c>mn render</c>, and <c>mn</c> alone: runs notebooks and writes a page for each with an index.</summary>
internal static class RenderCommand
{
    private const string DefaultFolder = "artifacts/gallery in the collection";

    public static Command Create()
    {
        var notebooks = Arguments.Notebooks();
        var folder = Arguments.Out(DefaultFolder);
        var asTheyAre = new Option<bool>("--no-run") { Description = "Render the outputs that the notebooks hold instead of running them." };
        var command = new Command("render", "Run notebooks and write a self-contained page for each, with an index.") { notebooks, folder, asTheyAre };
        command.Run((result, cancellationToken) =>
            RenderAsync(Repository.Resolve(result.GetValue(notebooks) ?? []), result.GetValue(folder), !result.GetValue(asTheyAre), cancellationToken));
        return command;
    }

    /// <summary>Makes running and rendering everything what a command does when no other is named.</summary>
    public static void MakeDefault(Command root) => root.Run((_, cancellationToken) => RenderAsync(Repository.Resolve([]), null, true, cancellationToken));

    private static async Task<int> RenderAsync(IReadOnlyList<string> paths, string? folder, bool run, CancellationToken cancellationToken)
    {
        var target = Path.GetFullPath(folder ?? Path.Combine(Repository.Find().Artifacts, "gallery"));
        var entries = new List<GalleryEntry>();
        var worst = ExitCode.Ok;
        foreach (var path in paths)
        {
            var entry = run ? await RunAsync(path, target, cancellationToken).ConfigureAwait(false) : (Load(path), ExitCode.Ok);
            entries.Add(entry.Item1);
            worst = Math.Max(worst, entry.Item2);
        }
        var files = Gallery.Write(target, entries);
        Console.WriteLine($"{Outcomes.Count(entries.Count, "notebook")} in {files.Index}");
        Console.WriteLine($"Open it in a browser: {new Uri(files.Index).AbsoluteUri}");
        if (AssetFiles.PlotlyPath is null)
            Console.WriteLine("plotly.js was not restored, so charts load it from Plotly's CDN. Install Node.js with npm and build again for pages that work offline.");
        return worst;
    }

    private static async Task<(GalleryEntry Entry, int Code)> RunAsync(string path, string target, CancellationToken cancellationToken)
    {
        var executed = Path.Combine(target, Path.GetFileName(path));
        if (string.Equals(executed, path, StringComparison.Ordinal)) throw new UsageException($"--out would overwrite {path}. Name another folder.");
        var outcome = await ConsoleLine.FollowAsync(Path.GetFileName(path),
            progress => FreshProcess.RunAsync(path, executed, progress, cancellationToken)).ConfigureAwait(false);
        Console.WriteLine(Outcomes.Sentence(outcome));
        var document = NotebookDocument.Load(outcome.Output ?? path);
        var ledger = Ledger.Load(Path.Combine(Path.GetDirectoryName(path)!, "ledger.json"));
        var findings = outcome.Status != RunStatus.Ok || ledger[outcome.Slug] is not { } expected ? null
            : new LedgerFindings(expected.Count, [.. LedgerCheck.Compare(ledger, outcome.Slug, outcome.Metrics).Select(drift => $"{drift.Metric} {drift.Reason}")]);
        return (new GalleryEntry(outcome.Slug, document, new PageRun(outcome.Seconds, outcome.Failure), findings) { Folder = Path.GetDirectoryName(path) }, Outcomes.Code(outcome));
    }

    private static GalleryEntry Load(string path)
    {
        try
        {
            var document = NotebookDocument.Load(path);
            if (document.Cells.All(cell => cell.Outputs.Count == 0)) throw new UsageException($"{path} holds no outputs. Render it without --no-run.");
            return new GalleryEntry(Path.GetFileNameWithoutExtension(path), document) { Folder = Path.GetDirectoryName(path) };
        }
        catch (NotebookFormatException error)
        {
            throw new UsageException(error.Message);
        }
    }
}
