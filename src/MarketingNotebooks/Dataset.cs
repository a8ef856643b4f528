using System.Text.Json.Nodes;
using MarketingNotebooks.Data.Datasets.Public;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks;

/// <summary>Finds the files that notebooks read.</summary>
public static class Dataset
{
    /// <summary>The full path of a file, so that a notebook finds its data from Jupyter, from <c>mn</c> and from an editor alike.</summary>
    /// <param name="path">A path. A relative one is looked for in the current folder, in each folder above it, then among the public data sets.</param>
    /// <returns>The first that exists; when none does, the path in the current folder, for the reader to complain about.</returns>
    public static string Find(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (Path.IsPathRooted(path)) return path;
        for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, path);
            if (File.Exists(candidate)) return candidate;
        }
        var cached = Path.Combine(DatasetCache.DefaultFolder, path);
        return File.Exists(cached) ? cached : Path.GetFullPath(path);
    }

    /// <summary>The folder of a public data set; what is missing of it is fetched first, below one line of progress.</summary>
    /// <param name="name">Its name in the catalogue, such as <c>groceries</c>; see <c>mn data list</c>.</param>
    /// <param name="cancellationToken">Stops the fetch; the next call goes on where it stopped.</param>
    /// <exception cref="DatasetException">There is no such data set, or it cannot be fetched.</exception>
    public static async Task<string> FetchAsync(string name, CancellationToken cancellationToken = default)
    {
        var dataset = DatasetCatalogue.Standard.Find(name);
        var cache = new DatasetCache(DatasetCache.DefaultFolder);
        await cache.FetchAsync(dataset, new ProgressLine($"fetching {name}"), cancellationToken).ConfigureAwait(false);
        return Path.Combine(cache.Folder, name);
    }

    /// <summary>A table of the simulated company, such as <c>orders</c> or <c>raw_orders</c>.</summary>
    /// <param name="table">Its name: a CSV file in <c>data/</c>.</param>
    /// <exception cref="FileNotFoundException">There is no such table; the message names the nearest.</exception>
    public static DataFrame Company(string table) => DataFrame.ReadCsv(Find(Path.Combine("data", table + ".csv")));

    /// <summary>What the simulated company was drawn from: <c>data/truth.json</c>.</summary>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    public static JsonNode Truth()
    {
        var path = Find(Path.Combine("data", "truth.json"));
        if (!File.Exists(path)) throw new FileNotFoundException($"{path} does not exist. Write it with `mn data generate`.", path);
        return JsonNode.Parse(File.ReadAllText(path))!;
    }
}
