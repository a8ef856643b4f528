using System.CommandLine;
using MarketingNotebooks.Kernel.Execution;
using MarketingNotebooks.Workbench.Running;

namespace MarketingNotebooks.Workbench.Commands;

/// <summary><c>mn run</c>: executes notebooks and keeps the executed copies.</summary>
internal static class RunCommand
{
    private const double LongestTimeout = 1_000_000; // eleven days; timers take no more than 49

    public static Command Create()
    {
        var notebooks = Arguments.Notebooks();
        var parameters = Arguments.Parameters();
        var folder = Arguments.Out("artifacts/notebooks in the collection, else the current folder's executed/");
        var timeout = new Option<double?>("--timeout") { Description = "Most seconds for one notebook. Default: no limit." };
        var json = Arguments.Json();
        var child = new Option<bool>(ParentWatch.Option) { Hidden = true };
        var command = new Command("run", "Run notebooks from top to bottom and save the executed copies; the sources are not changed.") { notebooks, parameters, folder, timeout, json, child };
        command.Run(async (result, cancellationToken) =>
        {
            if (result.GetValue(child)) ParentWatch.Start();
            var paths = Repository.Resolve(result.GetValue(notebooks) ?? []);
            var values = Arguments.Pairs(result.GetValue(parameters));
            if (values.Count > 0 && paths.Count > 1) throw new UsageException("Parameters belong to one notebook. Name it before -p, e.g. `mn run 02 -p personas=5`.");
            var limit = result.GetValue(timeout) is { } seconds
                ? seconds is > 0 and <= LongestTimeout ? TimeSpan.FromSeconds(seconds)
                    : throw new UsageException($"--timeout must be in (0, {LongestTimeout}] seconds. Got {seconds}; leave it out for no limit.")
                : (TimeSpan?)null;
            var worst = ExitCode.Ok;
            foreach (var path in paths)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var output = Path.Combine(Path.GetFullPath(result.GetValue(folder) ?? Repository.OutputFolder(path, "notebooks")), Path.GetFileName(path));
                if (string.Equals(output, path, StringComparison.Ordinal)) throw new UsageException($"--out would overwrite {path}. Name another folder.");
                var outcome = result.GetValue(json)
                    ? await NotebookJob.RunAsync(path, output, values, limit, new Lines(path), cancellationToken).ConfigureAwait(false)
                    : await ConsoleLine.FollowAsync(Path.GetFileName(path),
                        progress => NotebookJob.RunAsync(path, output, values, limit, progress, cancellationToken)).ConfigureAwait(false);
                Console.WriteLine(result.GetValue(json) ? RunEvents.Line(outcome) : Outcomes.Sentence(outcome));
                worst = Math.Max(worst, Outcomes.Code(outcome));
            }
            return worst;
        }, json);
        return command;
    }

    private sealed class Lines(string notebook) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => Console.WriteLine(RunEvents.Line(notebook, value));
    }
}
