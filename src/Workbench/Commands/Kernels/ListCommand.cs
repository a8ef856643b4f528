using System.CommandLine;
using MarketingNotebooks.Kernel.Jupyter.Install;

namespace MarketingNotebooks.Workbench.Commands.Kernels;

/// <summary><c>mn kernel list</c>: the kernelspecs Jupyter finds, and whose they are.</summary>
internal static class ListCommand
{
    public static Command Create()
    {
        var command = new Command("list", "List the kernels Jupyter finds here, and whose they are.");
        command.Run((_, _) =>
        {
            var all = JupyterFolders.Current.Search.SelectMany(InstalledKernel.In).ToList();
            foreach (var kernel in all) Console.WriteLine(Line(kernel, all.First(other => other.Name == kernel.Name)));
            if (all.Count == 0) Console.WriteLine("There is no kernel yet. `mn kernel install` installs ours.");
            return Task.FromResult(ExitCode.Ok);
        });
        return command;
    }

    private static string Line(InstalledKernel kernel, InstalledKernel first)
    {
        var whose = kernel.IsOurs ? $"ours, {kernel.Version}" : "another product's";
        var hidden = first == kernel ? "" : $"; hidden by {first.Folder}";
        var broken = kernel.Missing is { } file ? $"; does not start, {file} is gone" + (kernel.IsOurs ? " (run `mn kernel install` again)" : "") : "";
        return $"{kernel.Name}\t{kernel.DisplayName}\t{kernel.Folder}\t{whose}{hidden}{broken}";
    }
}
