using System.CommandLine;
using MarketingNotebooks.Kernel.Execution;
using MarketingNotebooks.Workbench.Checking;
using MarketingNotebooks.Workbench.Running;

namespace MarketingNotebooks.Workbench.Commands;

/// <summary><c>mn check</c>: runs notebooks in fresh processes and compares every recorded number with the ledger.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var notebooks = Arguments.Notebooks();
        var folder = Arguments.Out("artifacts/check");
        var ledgerFile = new Option<string?>("--ledger") { Description = "The ledger. Default: ledger.json beside the notebooks." };
        var update = new Option<bool>("--update") { Description = "Write what was recorded into the ledger instead of comparing." };
        var json = Arguments.Json();
        var command = new Command("check", "Run notebooks in fresh processes and compare every recorded metric with notebooks/ledger.json.") { notebooks, folder, ledgerFile, update, json };
        command.Run(async (result, cancellationToken) =>
        {
            var all = (result.GetValue(notebooks) ?? []).Length == 0;
            var paths = Repository.Resolve(result.GetValue(notebooks) ?? []);
            var beside = Path.GetDirectoryName(paths[0])!;
            var ledgerPath = result.GetValue(ledgerFile) ?? Path.Combine(beside, "ledger.json");
            var ledger = Ledger.Load(ledgerPath);
            var output = Path.GetFullPath(result.GetValue(folder) ?? Repository.OutputFolder(paths[0], "check"));
            var report = new CheckReport(result.GetValue(json));
            foreach (var path in paths)
            {
                var outcome = await ConsoleLine.FollowAsync(Path.GetFileName(path), quiet: result.GetValue(json), work: progress =>
                    FreshProcess.RunAsync(path, Path.Combine(output, Path.GetFileName(path)), progress, cancellationToken)).ConfigureAwait(false);
                if (result.GetValue(update) && LedgerCheck.CanUpdate(outcome)) ledger.Set(outcome.Slug, outcome.Metrics);
                report.Add(outcome, outcome.Status == RunStatus.Ok ? LedgerCheck.Compare(ledger, outcome.Slug, outcome.Metrics) : []);
            }
            if (all)
                foreach (var slug in ledger.Slugs.Except(paths.Select(path => Path.GetFileNameWithoutExtension(path))))
                    report.Add(new Drift(slug, "(all)", null, null, "is in the ledger, but there is no such notebook."));
            if (result.GetValue(update)) ledger.Save(ledgerPath);
            return report.Finish();
        }, json);
        return command;
    }
}
