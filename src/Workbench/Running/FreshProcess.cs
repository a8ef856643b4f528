using System.Diagnostics;
using System.Text;
using MarketingNotebooks.Kernel.Execution;

namespace MarketingNotebooks.Workbench.Running;

/// <summary>Runs one notebook in a process of its own: nothing of an earlier notebook can leak in, and a crash harms nobody else.</summary>
public static class FreshProcess
{
    /// <summary>As <see cref="NotebookJob.RunAsync"/>, through <c>mn run --json</c>.</summary>
    /// <param name="notebook">Path of the notebook; not changed.</param>
    /// <param name="output">Path of the executed copy.</param>
    /// <param name="progress">Told before each cell.</param>
    /// <param name="cancellationToken">Kills the process.</param>
    /// <exception cref="UsageException">The notebook cannot be read.</exception>
    public static async Task<NotebookOutcome> RunAsync(string notebook, string output, IProgress<RunProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var self = Path.GetFileNameWithoutExtension(Environment.ProcessPath) is "mn";
        var start = new ProcessStartInfo(self ? Environment.ProcessPath! : "dotnet") 
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        if (!self) start.ArgumentList.Add(typeof(FreshProcess).Assembly.Location);
        foreach (var argument in (string[])["run", notebook, "--out", Path.GetDirectoryName(output)!, "--json", ParentWatch.Option]) start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
        using var kill = cancellationToken.Register(() => process.Kill(entireProcessTree: true));
        var errors = new StringBuilder();
        process.ErrorDataReceived += (_, line) => errors.AppendLine(line.Data);
        process.BeginErrorReadLine();
        NotebookOutcome? outcome = null;
        while (await process.StandardOutput.ReadLineAsync(CancellationToken.None).ConfigureAwait(false) is { } line)
        {
            switch (RunEvents.Parse(line))
            {
                case RunProgress step: progress?.Report(step); break;
                case NotebookOutcome ended: outcome = ended; break;
                case UsageException usage: throw usage;
            }
        }
        await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return outcome ?? new NotebookOutcome(notebook, null, RunStatus.Failed,
            $"the process ended with code {process.ExitCode} before the notebook did. {LastLine(errors.ToString())}", 0, 0, []);
    }

    private static string LastLine(string text) => text.Split('\n').Select(line => line.Trim()).LastOrDefault(line => line.Length > 0) ?? "";
}
