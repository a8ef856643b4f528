using System.CommandLine;
using MarketingNotebooks.Kernel.Jupyter.Install;

namespace MarketingNotebooks.Workbench.Commands.Kernels;

/// <summary><c>mn kernel install</c>: makes front ends offer the kernel.</summary>
internal static class InstallCommand
{
    public static Command Create()
    {
        var place = new KernelPlace();
        var force = new Option<bool>("--force") { Description = "Move a kernelspec of another product out of the way (it is kept beside)." };
        var inPlace = new Option<bool>("--in-place") { Description = "Start this very program instead of a copy of it: for work on the kernel itself." };
        var command = new Command("install", "Install the kernel, so that Jupyter and VS Code offer it.") { force, inPlace };
        place.AddTo(command);
        command.Run((result, _) =>
        {
            var specs = place.Specs(result);
            var names = place.Names(result);
            var argv = KernelProgram.Argv(KernelProgram.Folder);
            foreach (var done in specs.Install([.. names.Select(name => KernelSpec.For(name, argv, KernelProgram.Version))], result.GetValue(force)))
            {
                Console.WriteLine($"Installed {done.Spec.DisplayName} as {done.Spec.Name} in {done.Folder}.");
                if (done.Backup is not null) Console.WriteLine($"The kernelspec that was there is kept in {done.Backup}.");
            }
            Hints(specs, names);
            return Task.FromResult(ExitCode.Ok);
        });
        return command;
    }

    private static void Hints(KernelSpecs specs, IReadOnlyList<string> names)
    {
        var search = JupyterFolders.Current.Search;
        if (!search.Contains(specs.DataFolder)) Console.WriteLine($"Jupyter looks there when its Python environment is that folder's, or when JUPYTER_PATH names {specs.DataFolder}.");
        foreach (var name in names)
        {
            var first = search.SelectMany(InstalledKernel.In).FirstOrDefault(kernel => kernel.Name == name);
            if (first is { IsOurs: false }) Console.WriteLine($"Jupyter will use the '{name}' in {first.Folder} before it, which belongs to another product.");
        }
        Console.WriteLine("Start with `jupyter lab` or `jupyter notebook`, and choose the kernel there. VS Code needs its Jupyter extension: Select Kernel > Jupyter Kernel.");
    }
}
