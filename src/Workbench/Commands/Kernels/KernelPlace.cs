using System.CommandLine;
using MarketingNotebooks.Kernel.Jupyter.Install;

namespace MarketingNotebooks.Workbench.Commands.Kernels;

/// <summary>The options that say which kernelspecs of which folder are meant.</summary>
internal sealed class KernelPlace
{
    private readonly Option<bool> user = new("--user") { Description = "For this user. The default." };
    private readonly Option<bool> sysPrefix = new("--sys-prefix") { Description = "For the active Python environment (virtualenv or conda); without one, for all users." };
    private readonly Option<string?> prefix = new("--prefix") { Description = "Below a folder: DIR/share/jupyter.", HelpName = "DIR" };
    private readonly Option<string[]> name = new("--name")
    {
        Description = $"Name of a kernelspec; may be repeated. Default: {KernelSpec.CompatibleName} and {KernelSpec.OwnName}.",
        AllowMultipleArgumentsPerToken = true,
    };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[user, sysPrefix, prefix, name]) command.Options.Add(option);
    }

    /// <summary>Jupyter's data folder.</summary>
    /// <exception cref="UsageException">More than one place is named.</exception>
    public KernelSpecs Specs(ParseResult result)
    {
        var path = result.GetValue(prefix);
        string[] named = [.. result.GetValue(user) ? ["--user"] : (string[])[], .. result.GetValue(sysPrefix) ? ["--sys-prefix"] : (string[])[], .. path is null ? (string[])[] : ["--prefix"]];
        if (named.Length > 1) throw new UsageException($"--user, --sys-prefix and --prefix exclude one another. Got {string.Join(" and ", named)}; keep one.");
        var folders = JupyterFolders.Current;
        return new KernelSpecs(path is not null ? JupyterFolders.Under(path) : result.GetValue(sysPrefix) ? folders.SysPrefix : folders.User);
    }

    /// <summary>The names, the standard ones when none is given.</summary>
    public IReadOnlyList<string> Names(ParseResult result) => IsNamed(result)
        ? [.. result.GetValue(name)!.Select(text => text.ToLowerInvariant()).Distinct()] : [KernelSpec.CompatibleName, KernelSpec.OwnName];

    /// <summary>Whether names are given.</summary>
    public bool IsNamed(ParseResult result) => result.GetValue(name) is { Length: > 0 };
}
