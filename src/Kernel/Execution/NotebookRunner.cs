using System.Diagnostics;
using MarketingNotebooks.Kernel.Documents;
using MarketingNotebooks.Kernel.Engine;

namespace MarketingNotebooks.Kernel.Execution;

/// <summary>Runs a notebook from top to bottom in a fresh session, without a front end, and fills its outputs in.</summary>
/// <remarks>
/// Packages that cells ask for without a version are those of the notebook's last run; see <see cref="NotebookPackages"/>.
/// As nbclient does: cells tagged <c>skip-execution</c> are left as they are; a cell tagged <c>raises-exception</c> may fail;
/// the first other failure ends the run, with the outputs so far kept in the document.
/// </remarks>
public static class NotebookRunner
{
    private const string Skip = "skip-execution";
    private const string MayFail = "raises-exception";

    /// <summary>Runs all code cells in order.</summary>
    /// <param name="document">The notebook. Its outputs and execution counts are replaced; parameters add a cell.</param>
    /// <param name="options">Settings. Default: those of <see cref="RunOptions"/>.</param>
    /// <param name="progress">Told before each cell.</param>
    /// <param name="cancellationToken">Interrupts the running cell and ends the run.</param>
    /// <exception cref="ParameterException">A parameter's name or value does not fit.</exception>
    /// <exception cref="DirectoryNotFoundException"><see cref="RunOptions.Folder"/> does not exist.</exception>
    public static async Task<RunResult> RunAsync(NotebookDocument document, RunOptions? options = null,
        IProgress<RunProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        options ??= new RunOptions();
        if (options.Parameters.Count > 0) NotebookParameters.Inject(document, options.Parameters, options.Name);
        var before = Directory.GetCurrentDirectory();
        if (options.Folder is not null) Directory.SetCurrentDirectory(options.Folder);
        try
        {
            var settings = options.Session with
            {
                Folder = options.Session.Folder ?? Directory.GetCurrentDirectory(),
                PinnedPackages = NotebookPackages.Read(document, options.Session.PinnedPackages),
            };
            using var session = new CSharpSession(settings);
            var result = await RunCellsAsync(document, session, options, progress, cancellationToken).ConfigureAwait(false);
            NotebookPackages.Write(document, session.Packages, whole: result.Status == RunStatus.Ok);
            return result;
        }
        finally
        {
            if (options.Folder is not null) Directory.SetCurrentDirectory(before);
        }
    }

    private static async Task<RunResult> RunCellsAsync(NotebookDocument document, CSharpSession session, RunOptions options,
        IProgress<RunProgress>? progress, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        using var total = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (options.Timeout is { } limit) total.CancelAfter(limit);
        var displays = new Dictionary<string, IList<(Cell, int)>>(StringComparer.Ordinal);
        var cells = document.Cells.Index().Where(item => item.Item.Kind == CellKind.Code && !item.Item.HasTag(Skip)).ToList();
        var toRun = cells.Where(item => !string.IsNullOrWhiteSpace(item.Item.Source)).ToList();
        foreach (var (_, cell) in cells) cell.ClearOutputs();
        var headings = Headings(document);
        var collectors = new List<OutputCollector>();
        using var close = new Closing(collectors);
        for (var i = 0; i < toRun.Count; i++)
        {
            if (total.IsCancellationRequested) return new RunResult(Ended(cancellationToken), null, i, clock.Elapsed);
            var (index, cell) = toRun[i];
            progress?.Report(new RunProgress(i + 1, toRun.Count, headings[index], FirstLine(cell.Source), clock.Elapsed));
            using var own = CancellationTokenSource.CreateLinkedTokenSource(total.Token);
            if (options.CellTimeout is { } cellLimit) own.CancelAfter(cellLimit);
            var outputs = new OutputCollector(cell, displays);
            collectors.Add(outputs);
            var result = await session.RunAsync(cell.Source, outputs, new CellSettings { Language = CellMetadata.LanguageOf(cell, document) }, own.Token).ConfigureAwait(false);
            outputs.Complete();
            cell.ExecutionCount = result.ExecutionCount;
            if (result.Status == CellStatus.Ok || (result.Status == CellStatus.Failed && cell.HasTag(MayFail))) continue;
            var status = result.Status == CellStatus.Failed ? RunStatus.Failed : Ended(cancellationToken);
            return new RunResult(status, new CellFailure(result.ExecutionCount, index, cell.Id, result.Error!), i + 1, clock.Elapsed);
        }
        return new RunResult(RunStatus.Ok, null, toRun.Count, clock.Elapsed);
    }

    private static RunStatus Ended(CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? RunStatus.Cancelled : RunStatus.TimedOut;

    /// <summary>For each cell the nearest heading above it.</summary>
    private static List<string?> Headings(NotebookDocument document)
    {
        var found = new List<string?>();
        string? last = null;
        foreach (var cell in document.Cells)
        {
            if (cell.Kind == CellKind.Markdown && cell.Source.Split('\n').LastOrDefault(line => line.StartsWith('#')) is { } heading)
            {
                last = heading.TrimStart('#').Trim();
            }
            found.Add(last);
        }
        return found;
    }

    private static string FirstLine(string source) => source.Split('\n').Select(line => line.Trim()).First(line => line.Length > 0);

    /// <summary>Ends the collectors with the run, however it ends.</summary>
    private sealed class Closing(List<OutputCollector> collectors) : IDisposable
    {
        public void Dispose() => collectors.ForEach(collector => collector.Close());
    }
}
