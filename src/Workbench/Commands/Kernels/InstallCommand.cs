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
        var inPlace = new Option<bool>("--in-place") { Description = "Start this very program instead of a compiled copy of it: for work on the kernel itself. Starts slower." };
        var command = new Command("install", "Install the kernel, so that Jupyter and VS Code offer it.") { force, inPlace };
        place.AddTo(command);
        command.Run(async (result, cancellationToken) =>
        {
            var specs = place.Specs(result);
            var names = place.Names(result);
            // Everything that can be refused is, before the program is copied.
            foreach (var name in names) KernelSpec.For(name, [], KernelProgram.Version);
            if (!result.GetValue(force)) specs.ThrowIfForeign(names);
            var copies = new ProgramCopies(specs.DataFolder);
            var folder = result.GetValue(inPlace) ? KernelProgram.Folder : await CopyAsync(copies, cancellationToken).ConfigureAwait(false);
            var argv = KernelProgram.Argv(folder);
            foreach (var done in specs.Install([.. names.Select(name => KernelSpec.For(name, argv, KernelProgram.Version))], result.GetValue(force)))
            {
                Console.WriteLine($"Installed {done.Spec.DisplayName} as {done.Spec.Name} in {done.Folder}.");
                if (done.Backup is not null) Console.WriteLine($"The kernelspec that was there is kept in {done.Backup}.");
            }
            copies.Prune(keep: 1);
            Hints(specs, names);
            return ExitCode.Ok;
        });
        return command;
    }

    private static async Task<string> CopyAsync(ProgramCopies copies, CancellationToken cancellationToken)
    {
        var copy = await copies.AddAsync(KernelProgram.Folder, _ => true, new Lines(), cancellationToken).ConfigureAwait(false);
        if (copy.Obstacle is not null) Console.WriteLine($"The kernel will start about twice as slowly, as it is not compiled ahead of time: {copy.Obstacle}");
        return copy.Folder;
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

    private sealed class Lines : IProgress<string>
    {
        public void Report(string value)
        {
            if (!Console.IsOutputRedirected) Console.WriteLine(value);
        }
    }
}
