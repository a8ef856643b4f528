using System.Security.Cryptography;

namespace MarketingNotebooks.Data.Datasets.Public;

/// <summary>A folder of public data sets, one sub-folder each; what is in it under its own name is whole and verified.</summary>
/// <remarks>Thread-safe. Two processes that fetch the same file at once: the second is told so.</remarks>
/// <param name="folder">The folder; made when something is fetched.</param>
public sealed class DatasetCache(string folder)
{
    /// <summary>Names the folder in the environment.</summary>
    public const string Variable = "MARKETING_NOTEBOOKS_DATA";

    /// <summary>Where the data sets lie unless told otherwise: <c>$MARKETING_NOTEBOOKS_DATA</c>, else <c>marketing-notebooks</c> in the user's cache folder.</summary>
    public static string DefaultFolder => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "marketing-notebooks");

    /// <summary>The folder.</summary>
    public string Folder { get; } = Path.GetFullPath(folder);

    /// <summary>Where a file of a data set lies, or will.</summary>
    public string PathOf(PublicDataset dataset, PublicFile file) => Path.Combine(Folder, dataset.Name, file.Name);

    /// <summary>How a file stands; its whole content is read.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public FileState Verify(PublicDataset dataset, PublicFile file)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(file);
        var path = PathOf(dataset, file);
        if (!File.Exists(path)) return File.Exists(PartOf(path)) ? FileState.Partial : FileState.Missing;
        return IsWhole(path, file) ? FileState.Whole : FileState.Damaged;
    }

    /// <summary>Fetches what is missing or damaged of a data set. A broken connection is taken up again where it broke, now or at the next call; a file
    /// appears under its name only when its size and SHA-256 are right, and a damaged one is kept until then.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="progress">Told the share of bytes that are there. Range: 0 to 1.</param>
    /// <param name="cancellationToken">Stops the fetch; the part fetched is kept.</param>
    /// <returns>The files, all of them whole.</returns>
    /// <exception cref="DatasetException">The server cannot be reached, breaks off again and again, or gives other bytes than the catalogue says.</exception>
    public async Task<IReadOnlyList<string>> FetchAsync(PublicDataset dataset, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        var done = 0L;
        foreach (var file in dataset.Files)
        {
            var path = PathOf(dataset, file);
            if (Verify(dataset, file) != FileState.Whole)
            {
                var before = done;
                var share = dataset.Bytes == 0 || progress is null ? null : new Share(bytes => progress.Report((double)(before + bytes) / dataset.Bytes));
                await new Download(file, PartOf(path), share).RunAsync(cancellationToken).ConfigureAwait(false);
                File.Move(PartOf(path), path, overwrite: true);
            }
            done += file.Bytes;
            progress?.Report(dataset.Bytes == 0 ? 1 : (double)done / dataset.Bytes);
        }
        return [.. dataset.Files.Select(file => PathOf(dataset, file))];
    }

    /// <summary>Whether a file has the size and the SHA-256 that the catalogue says.</summary>
    internal static bool IsWhole(string path, PublicFile file)
    {
        using var stream = File.OpenRead(path);
        return stream.Length == file.Bytes && Convert.ToHexString(SHA256.HashData(stream)).Equals(file.Sha256, StringComparison.OrdinalIgnoreCase);
    }

    private static string PartOf(string path) => path + ".part";

    private sealed class Share(Action<long> report) : IProgress<long>
    {
        public void Report(long value) => report(value);
    }
}
