using System.CommandLine;
using MarketingNotebooks.Workbench.Commands.Kernels;

namespace MarketingNotebooks.Workbench.Commands;

/// <summary><c>mn kernel</c>: the C# kernel for Jupyter, VS Code and whatever else starts kernels.</summary>
internal static class KernelCommand
{
    public static Command Create() => new("kernel", "Make C# notebooks run in Jupyter and VS Code.")
    {
        InstallCommand.Create(),
        UninstallCommand.Create(),
        ListCommand.Create(),
        new ServeCommand(),
    };
}
