using System.Text.Encodings.Web;
using System.Text.Json;

namespace MarketingNotebooks.Kernel.Jupyter.Install;

/// <summary>Writes and removes kernelspecs in one of Jupyter's data folders.</summary>
/// <remarks>
/// A spec of another product is never changed unless told to, and then moved to <c>kernels-backup</c> beside <c>kernels</c>, where
/// Jupyter does not look. Each spec appears whole or not at all: it is written elsewhere in the data folder and moved into place.
/// </remarks>
/// <param name="dataFolder">The data folder; made when absent.</param>
public sealed class KernelSpecs(string dataFolder)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The data folder.</summary>
    public string DataFolder { get; } = Path.GetFullPath(dataFolder);

    /// <summary>Where the specs are.</summary>
    public string Folder => Path.Combine(DataFolder, "kernels");

    /// <summary>Where specs of others are moved to.</summary>
    public string Backups => Path.Combine(DataFolder, "kernels-backup");

    /// <summary>The spec of a name, whatever the case of its folder; null when there is none.</summary>
    /// <param name="name">The name.</param>
    public InstalledKernel? Find(string name) => Directory.Exists(Folder)
        ? Directory.EnumerateDirectories(Folder).Where(folder => Path.GetFileName(folder).Equals(name, StringComparison.OrdinalIgnoreCase)).Select(InstalledKernel.Read).FirstOrDefault()
        : null;

    /// <summary>The backups of another product's spec of a name.</summary>
    /// <param name="name">The name.</param>
    public IReadOnlyList<string> Kept(string name) => [.. Numbered(name).TakeWhile(Directory.Exists)];

    /// <summary>Fails when installing would replace another product's spec.</summary>
    /// <param name="names">The names to be installed.</param>
    /// <exception cref="KernelInstallException">It would; the message names the spec and the remedy.</exception>
    public void ThrowIfForeign(IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (names.Select(Find).FirstOrDefault(kernel => kernel is { IsOurs: false }) is not { } other) return;
        throw new KernelInstallException($"The kernelspec '{other.Name}' in {other.Folder} belongs to another product ({other.DisplayName}). Use --force to move it to {Backups} and install ours, or --name to choose another name.");
    }

    /// <summary>Installs specs, ours of the same name being replaced.</summary>
    /// <param name="specs">The specs.</param>
    /// <param name="force">Whether another product's spec may be moved away.</param>
    /// <returns>For each spec where it is, and where the spec it displaced is kept, if any.</returns>
    /// <exception cref="KernelInstallException">Another product's spec is in the way (then nothing is written), or the folder cannot be written to.</exception>
    public IReadOnlyList<InstalledSpec> Install(IReadOnlyList<KernelSpec> specs, bool force = false)
    {
        ArgumentNullException.ThrowIfNull(specs);
        if (!force) ThrowIfForeign(specs.Select(spec => spec.Name));
        return Writing(() =>
        {
            Directory.CreateDirectory(Folder);
            var work = Directory.CreateDirectory(Path.Combine(DataFolder, $".installing-{Guid.NewGuid():N}")).FullName;
            try
            {
                foreach (var spec in specs) Prepare(spec, Path.Combine(work, spec.Name));
                return specs.Select(spec => Place(spec, work)).ToList();
            }
            finally
            {
                Directory.Delete(work, recursive: true);
            }
        });
    }

    /// <summary>Removes specs of ours; those of others stay.</summary>
    /// <param name="names">The names to remove.</param>
    /// <returns>The specs removed.</returns>
    /// <exception cref="KernelInstallException">The folder cannot be written to.</exception>
    public IReadOnlyList<InstalledKernel> Uninstall(IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return Writing(() =>
        {
            var removed = names.Select(Find).OfType<InstalledKernel>().Where(kernel => kernel.IsOurs).ToList();
            foreach (var kernel in removed) Delete(kernel.Folder);
            return removed;
        });
    }

    private static void Prepare(KernelSpec spec, string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "kernel.json"), spec.ToJson().ToJsonString(Readable) + "\n");
        KernelLogos.Write(folder);
    }

    private InstalledSpec Place(KernelSpec spec, string work)
    {
        var target = Path.Combine(Folder, spec.Name);
        if (Find(spec.Name) is not { } old)
        {
            Directory.Move(Path.Combine(work, spec.Name), target);
            return new InstalledSpec(spec, target, null);
        }
        var aside = old.IsOurs ? Path.Combine(work, spec.Name + ".old") : Numbered(spec.Name).First(path => !Directory.Exists(path));
        Directory.CreateDirectory(Path.GetDirectoryName(aside)!);
        Directory.Move(old.Folder, aside);
        try
        {
            Directory.Move(Path.Combine(work, spec.Name), target);
        }
        catch (IOException)
        {
            Directory.Move(aside, old.Folder);
            throw;
        }
        return new InstalledSpec(spec, target, old.IsOurs ? null : aside);
    }

    private IEnumerable<string> Numbered(string name) => Enumerable.Range(1, int.MaxValue)
        .Select(number => Path.Combine(Backups, number == 1 ? name : $"{name}-{number}"));

    // A link to a spec elsewhere: the link goes, the spec stays.
    private static void Delete(string folder) => Directory.Delete(folder, recursive: new DirectoryInfo(folder).LinkTarget is null);

    private T Writing<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new KernelInstallException($"The folder {DataFolder} cannot be written to ({error.Message.TrimEnd('.')}). Choose another with --user, --sys-prefix or --prefix DIR.", error);
        }
    }
}

/// <summary>What installing a spec did.</summary>
/// <param name="Spec">The spec.</param>
/// <param name="Folder">Where it is.</param>
/// <param name="Backup">Where the spec of another product that had its name is kept; null when there was none.</param>
public sealed record InstalledSpec(KernelSpec Spec, string Folder, string? Backup);
