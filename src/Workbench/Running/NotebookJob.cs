using MarketingNotebooks.Data.Engines.DuckDb;
using MarketingNotebooks.Kernel.Documents;
using MarketingNotebooks.Kernel.Engine;
using MarketingNotebooks.Kernel.Engine.Formatting;
using MarketingNotebooks.Kernel.Execution;

namespace MarketingNotebooks.Workbench.Running;

/// <summary>Runs one notebook in this process.</summary>
public static class NotebookJob
{
    /// <summary>What a notebook of ours has in scope.</summary>
    public static SessionOptions Session { get; } = new()
    {
        Assemblies = NotebookImports.Assemblies,
        Usings = NotebookImports.Usings,
        StaticUsings = NotebookImports.StaticUsings,
        Languages = [new SqlLanguage()],
    };

    static NotebookJob() => DuckDbDatabase.SharedToken = () => NotebookFunctions.CellToken;

    /// <summary>Runs the notebook in its own folder, as Jupyter does, and saves the executed copy, also when a cell fails.</summary>
    /// <param name="notebook">Path of the notebook; not changed.</param>
    /// <param name="output">Path of the executed copy.</param>
    /// <param name="parameters">Values by parameter name. Existing files are named from the caller's folder.</param>
    /// <param name="timeout">Most time for the whole notebook; null: no limit.</param>
    /// <param name="progress">Told before each cell.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <exception cref="UsageException">The notebook cannot be read, or a parameter does not fit.</exception>
    public static async Task<NotebookOutcome> RunAsync(string notebook, string output, IReadOnlyDictionary<string, string> parameters,
        TimeSpan? timeout = null, IProgress<RunProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        NotebookHost.Show = value => value.Display().Update;
        EventHandler exits = (_, _) =>
        {
            if (cancellationToken.IsCancellationRequested) return;
            if (Environment.ExitCode is ExitCode.Ok) Environment.ExitCode = ExitCode.NotebookFailed;
            Console.Error.WriteLine($"A cell of {Path.GetFileName(notebook)} ended the process, so nothing was saved. Remove Environment.Exit from it.");
        };
        AppDomain.CurrentDomain.ProcessExit += exits;
        try
        {
            var document = NotebookDocument.Load(notebook);
            Prepare(Path.GetDirectoryName(Path.GetFullPath(output))!);
            var result = await NotebookRunner.RunAsync(document, new RunOptions
            {
                Session = Session,
                Name = Path.GetFileName(notebook),
                Folder = Path.GetDirectoryName(Path.GetFullPath(notebook)),
                Parameters = parameters.ToDictionary(pair => pair.Key, pair => FullPath(pair.Value)),
                Timeout = timeout,
            }, progress, cancellationToken).ConfigureAwait(false);
            document.Save(output);
            var failure = result.Status == RunStatus.TimedOut
                ? $"took longer than {timeout?.TotalSeconds:0.###} s{(result.Failure is { } at ? $", in cell {at.Number}" : "")}" : result.Failure?.ToString();
            return new NotebookOutcome(notebook, output, result.Status, failure, result.CellsRun, result.Elapsed.TotalSeconds, MetricReader.Read(document));
        }
        catch (Exception error) when (error is NotebookFormatException or ParameterException or FileNotFoundException or UnauthorizedAccessException or IOException)
        {
            throw new UsageException(error.Message);
        }
        finally
        {
            AppDomain.CurrentDomain.ProcessExit -= exits;
        }
    }

    // Before the run: a folder that cannot be made should not cost the minutes of a run.
    private static void Prepare(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The folder {folder} cannot be written to ({error.Message.TrimEnd('.')}). Name another with --out.");
        }
    }

    /// <summary>A value that looks like a path and exists in the caller's folder, made absolute: the notebook runs in its own folder.</summary>
    private static string FullPath(string value) =>
        (value.Contains('/') || value.Contains('\\') || Path.HasExtension(value)) && (File.Exists(value) || Directory.Exists(value))
            ? Path.GetFullPath(value) : value;
}
