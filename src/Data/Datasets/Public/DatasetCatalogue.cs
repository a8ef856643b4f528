using System.Text.Json;
using MarketingNotebooks.Data.Text;

namespace MarketingNotebooks.Data.Datasets.Public;

/// <summary>A list of data sets that can be fetched.</summary>
public sealed class DatasetCatalogue
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
    private static readonly Lazy<DatasetCatalogue> Common = new(() =>
    {
        using var stream = typeof(DatasetCatalogue).Assembly.GetManifestResourceStream("catalogue.json")!;
        return Parse(stream, "The catalogue");
    });

    private DatasetCatalogue(IReadOnlyList<PublicDataset> datasets) => Datasets = datasets;

    /// <summary>The data sets that the notebooks use.</summary>
    public static DatasetCatalogue Standard => Common.Value;

    /// <summary>Its entries.</summary>
    public IReadOnlyList<PublicDataset> Datasets { get; }

    /// <summary>Reads a catalogue of one's own: a JSON array laid out as <see cref="PublicDataset"/>.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DatasetException">It is not there, it is not such JSON, or entries are wrong: all of them in one message.</exception>
    public static DatasetCatalogue Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            using var stream = File.OpenRead(path);
            return Parse(stream, path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException($"The catalogue {path} cannot be read: {error.Message.TrimEnd('.')}. Check the path.", error);
        }
    }

    /// <summary>The entry of a name.</summary>
    /// <exception cref="DatasetException">There is none; the message names the nearest, or all.</exception>
    public PublicDataset Find(string name) => Datasets.FirstOrDefault(dataset => dataset.Name == name) ?? throw new DatasetException(
        $"The catalogue has no data set '{name}'. {(Spelling.Nearest(name, Datasets.Select(dataset => dataset.Name)) is { } near
            ? $"Did you mean '{near}'?" : $"It has {string.Join(", ", Datasets.Select(dataset => dataset.Name))}.")}");

    private static DatasetCatalogue Parse(Stream stream, string name)
    {
        try
        {
            var datasets = JsonSerializer.Deserialize<List<PublicDataset>>(stream, Json) ?? throw new JsonException("the file holds null");
            if (datasets.Any(dataset => dataset is null || dataset.Files is null || dataset.Files.Any(file => file?.Address is null || file.Name is null || file.Sha256 is null)))
                throw new JsonException("an entry, or one of its files, is null");
            var faults = datasets.SelectMany(dataset => dataset.Faults())
                .Concat(datasets.GroupBy(dataset => dataset.Name).Where(group => group.Count() > 1).Select(group => $"'{group.Key}' comes twice.")).ToList();
            return faults.Count == 0 ? new DatasetCatalogue(datasets) : throw new DatasetException($"{name}: {string.Join(" ", faults)}");
        }
        catch (JsonException error)
        {
            throw new DatasetException($"{name} is no catalogue: {error.Message.TrimEnd('.')}. It must be a JSON array of objects with name, title, licence, origin and files (name, address, bytes, sha256).", error);
        }
    }
}
