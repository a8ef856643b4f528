using System.CommandLine;
using MarketingNotebooks.Kernel.Jupyter.Install;

namespace MarketingNotebooks.Workbench.Commands.Kernels;

/// <summary><c>mn kernel uninstall</c>: removes what <c>mn kernel install</c> wrote, and nothing else.</summary>
internal static class UninstallCommand
{
    public static Command Create()
    {
        var place = new KernelPlace();
        var command = new Command("uninstall", "Remove the kernel; kernelspecs of other products stay.");
        place.AddTo(command);
        command.Run((result, _) =>
        {
            var specs = place.Specs(result);
            var names = place.Names(result);
            if (place.IsNamed(result) && names.Select(specs.Find).FirstOrDefault(kernel => kernel is { IsOurs: false }) is { } other)
                throw new UsageException($"The kernelspec '{other.Name}' in {other.Folder} belongs to another product ({other.DisplayName}). Remove it with `jupyter kernelspec remove {other.Name}`.");
            var removed = specs.Uninstall(names);
            foreach (var kernel in removed) Console.WriteLine($"Removed {kernel.Name} from {kernel.Folder}.");
            new ProgramCopies(specs.DataFolder).Prune(keep: 0);
            if (removed.Count == 0) Console.WriteLine($"There is none of ours in {specs.Folder}. `mn kernel list` shows where there are.");
            foreach (var kept in removed.SelectMany(kernel => specs.Kept(kernel.Name)))
                Console.WriteLine($"An earlier kernelspec of another product is kept in {kept}; move it to {specs.Folder} to use it again.");
            return Task.FromResult(ExitCode.Ok);
        });
        return command;
    }
}
