using System.CommandLine;
using MarketingNotebooks.Data.Datasets.Public;
using MarketingNotebooks.Kernel.Jupyter.Install;
using MarketingNotebooks.Workbench.Running;

namespace MarketingNotebooks.Workbench.Commands;

/// <summary>Turns what a command throws into a line on standard error and an exit code.</summary>
internal static class CommandRunner
{
    public static void Run(this Command command, Func<ParseResult, CancellationToken, Task<int>> action, Option<bool>? json = null) =>
        command.SetAction(async (result, cancellationToken) =>
        {
            try
            {
                return await action(result, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                Console.Error.WriteLine("Stopped.");
                return ExitCode.Cancelled;
            }
            catch (Exception error) when (error is UsageException or KernelInstallException or DatasetException or IOException or UnauthorizedAccessException)
            {
                if (json is not null && result.GetValue(json)) Console.WriteLine(RunEvents.Line(error));
                else Console.Error.WriteLine(error.Message);
                return ExitCode.Usage;
            }
        });
}
