namespace MarketingNotebooks.Data.Datasets.Simulation;

/// <summary>A file that is complete or not there: written beside its place and moved when all of it stands.</summary>
internal sealed class PartFile : IDisposable
{
    private readonly string _part;

    /// <summary>Begins the file.</summary>
    /// <param name="path">Its place; what is there stays until <see cref="Finish"/>.</param>
    public PartFile(string path)
    {
        Path = path;
        _part = $"{path}.{Guid.NewGuid():N}.part";
        Stream = new FileStream(_part, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
    }

    /// <summary>The file's place.</summary>
    public string Path { get; }

    /// <summary>Takes the content.</summary>
    public FileStream Stream { get; }

    /// <summary>Puts the file in its place.</summary>
    public void Finish()
    {
        Stream.Dispose();
        File.Move(_part, Path, overwrite: true);
    }

    /// <summary>Takes away what was not finished.</summary>
    public void Dispose()
    {
        Stream.Dispose();
        File.Delete(_part);
    }
}
