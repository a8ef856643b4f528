using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MarketingNotebooks.Kernel.Engine.Packages;

namespace MarketingNotebooks.Kernel.Jupyter.Install;

/// <summary>Copies of the program in Jupyter's data folder, compiled ahead of time: a kernel that starts fast and goes on working when
/// the build output it came from is cleaned or built anew.</summary>
/// <remarks>A copy's folder is named after the program's content, so the same program is copied once.</remarks>
/// <param name="dataFolder">Jupyter's data folder.</param>
public sealed class ProgramCopies(string dataFolder)
{
    private const string Portable = "-portable";

    /// <summary>Where the copies are.</summary>
    public string Folder { get; } = Path.Combine(Path.GetFullPath(dataFolder), "marketing-notebooks");

    /// <summary>Copies a program, unless that very program is there already. Cost: 40 to 60 s on two cores, then 0.2 s.</summary>
    /// <param name="programFolder">The folder that holds it.</param>
    /// <param name="compile">Which assemblies to compile, by file name.</param>
    /// <param name="progress">Told what is being done, a line at a time.</param>
    /// <param name="cancellationToken">Ends the work; nothing is left behind.</param>
    /// <returns>The copy, and why it is not compiled, if so.</returns>
    /// <exception cref="KernelInstallException">The folder cannot be written to.</exception>
    public async Task<ProgramCopy> AddAsync(string programFolder, Func<string, bool> compile, IProgress<string>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(programFolder);
        ArgumentNullException.ThrowIfNull(compile);
        var target = Path.Combine(Folder, Key(programFolder));
        if (Directory.Exists(target)) return new ProgramCopy(target, null);
        var work = Path.Combine(Folder, $".copying-{Guid.NewGuid():N}");
        try
        {
            var program = Path.Combine(work, "program");
            Copy(programFolder, program);
            var obstacle = await CompileAsync(program, Directory.CreateDirectory(Path.Combine(work, "compiler")).FullName, compile, progress, cancellationToken).ConfigureAwait(false);
            if (obstacle is not null) target += Portable;
            if (!Directory.Exists(target)) Directory.Move(program, target);
            return new ProgramCopy(target, obstacle);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new KernelInstallException($"The folder {Folder} cannot be written to ({error.Message.TrimEnd('.')}). Choose another with --user, --sys-prefix or --prefix DIR.", error);
        }
        finally
        {
            if (Directory.Exists(work)) Directory.Delete(work, recursive: true);
        }
    }

    /// <summary>Deletes copies that no kernelspec of the data folder starts.</summary>
    /// <param name="keep">How many of them to keep, the newest: kernels may still be running from one. Range: ≥ 0.</param>
    /// <returns>The folders deleted.</returns>
    public IReadOnlyList<string> Prune(int keep)
    {
        if (!Directory.Exists(Folder)) return [];
        var used = InstalledKernel.In(Path.GetDirectoryName(Folder)!).SelectMany(kernel => kernel.Argv).Select(part => Path.GetDirectoryName(part) ?? "").ToHashSet(StringComparer.Ordinal);
        var old = new DirectoryInfo(Folder).EnumerateDirectories().Where(folder => !folder.Name.StartsWith('.') && !used.Contains(folder.FullName))
            .OrderByDescending(folder => folder.LastWriteTimeUtc).Skip(keep).Select(folder => folder.FullName).ToList();
        var deleted = old.Where(TryDelete).ToList();
        if (!Directory.EnumerateFileSystemEntries(Folder).Any()) TryDelete(Folder);
        return deleted;
    }

    private static async Task<string?> CompileAsync(string program, string work, Func<string, bool> compile, IProgress<string>? progress, CancellationToken token)
    {
        try
        {
            progress?.Report("Restoring the ahead-of-time compiler …");
            var compiler = await ReadyToRunCompiler.RestoreAsync(work, token).ConfigureAwait(false);
            var assemblies = Directory.GetFiles(program, "*.dll").Where(path => compile(Path.GetFileName(path)) && ReadyToRunCompiler.CanCompile(path)).Order(StringComparer.Ordinal).ToList();
            foreach (var (index, path) in assemblies.Index())
            {
                progress?.Report(string.Create(CultureInfo.InvariantCulture, $"Compiling {Path.GetFileName(path)} ({index + 1} of {assemblies.Count}) …"));
                await compiler.CompileAsync(path, program, token).ConfigureAwait(false);
            }
            return null;
        }
        catch (PackageException error)
        {
            return error.Message;
        }
    }

    private static string Key(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(folder, path) + "\n"));
            using var file = File.OpenRead(path);
            hash.AppendData(SHA256.HashData(file));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories)) Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder)));
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories)) File.Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
    }

    // On Windows the files of a running kernel cannot be deleted; the next installation tries again.
    private static bool TryDelete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}

/// <summary>A copy of the program.</summary>
/// <param name="Folder">Where it is.</param>
/// <param name="Obstacle">Why it is not compiled ahead of time, one sentence; null when it is.</param>
public sealed record ProgramCopy(string Folder, string? Obstacle);
