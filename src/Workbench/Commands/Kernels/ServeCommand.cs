using System.CommandLine;
using System.CommandLine.Parsing;
using MarketingNotebooks.Kernel.Engine;
using MarketingNotebooks.Kernel.Engine.Formatting;
using MarketingNotebooks.Kernel.Jupyter.Server;
using MarketingNotebooks.Kernel.Jupyter.Wire;
using MarketingNotebooks.Workbench.Running;

namespace MarketingNotebooks.Workbench.Commands.Kernels;

/// <summary><c>mn kernel run</c>: serves one kernel; what front ends start.</summary>
internal sealed class ServeCommand : Command
{
    // Jupyter's server names the notebook to the kernels it starts.
    private const string NotebookVariable = "JPY_SESSION_NAME";

    private readonly Option<string?> connectionFile = new("--connection-file", "-f")
    {
        Description = "Jupyter's connection file. Without it one is written, for `jupyter console --existing FILE`.",
    };

    public ServeCommand() : base("run", "Serve a kernel until it is shut down (front ends do this).")
    {
        Options.Add(connectionFile);
        this.Run((result, _) => Task.FromResult(Serve(result.GetValue(connectionFile))));
    }

    /// <summary>Signals are the kernel's: an interrupt stops the running cell, not the process.</summary>
    public static bool OwnsSignals(ParseResult parsed) => parsed.CommandResult.Command is ServeCommand;

    private static int Serve(string? file)
    {
        FrontEndWatch.Start();
        NotebookHost.Show = value => value.Display().Update;
        try
        {
            var connection = file is null ? new ConnectionInfo { Key = Guid.NewGuid().ToString("N"), KernelName = "marketing-notebooks" } : ConnectionInfo.Read(file);
            KernelServer.Run(connection, new KernelOptions
            {
                Session = NotebookJob.Session,
                Version = KernelProgram.Version,
                Notebook = Environment.GetEnvironmentVariable(NotebookVariable),
                WarmUp = _ => CSharpSession.WarmUpAsync(),
            }, file is null ? Announce : null);
        }
        catch (ConnectionException error)
        {
            throw new UsageException(error.Message);
        }
        // Threads that cells left behind must not keep the process.
        Environment.Exit(ExitCode.Ok);
        return ExitCode.Ok;
    }

    private static void Announce(ConnectionInfo connection)
    {
        var path = Path.Combine(Path.GetTempPath(), $"kernel-{Environment.ProcessId}.json");
        connection.Write(path);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(path);
        Console.Error.WriteLine($"The kernel is running. Connect with: jupyter console --existing {path}");
    }
}
