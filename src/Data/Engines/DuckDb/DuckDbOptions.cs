namespace MarketingNotebooks.Data.Engines.DuckDb;

/// <summary>Settings of a <see cref="DuckDbDatabase"/>.</summary>
public sealed record DuckDbOptions
{
    /// <summary>Most memory that DuckDB takes, in bytes, frames not counted; what needs more goes to <see cref="TempFolder"/>. Range: ≥ 16 MiB.
    /// Default: half of what the process may use.</summary>
    public long MemoryLimit { get; init; } = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2;

    /// <summary>Folder for what does not fit into memory, made when absent; each database has a folder of its own in it while it needs one.
    /// Default: the system's folder for temporary files.</summary>
    public string TempFolder { get; init; } = Path.GetTempPath();

    /// <summary>Threads of one statement. Range: 1 to 1024. Default: the number of processors.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>The database's file, made when absent. Default: null, a database in memory that is gone with the process.</summary>
    public string? File { get; init; }

    /// <summary>Throws when settings are out of range, naming all of them.</summary>
    internal void Check()
    {
        var faults = new List<string>();
        if (MemoryLimit < 16 << 20) faults.Add($"MemoryLimit must be ≥ {16 << 20:N0} bytes (16 MiB). Got {MemoryLimit:N0}.");
        if (Threads is < 1 or > 1024) faults.Add($"Threads must be in [1, 1024]. Got {Threads}.");
        if (string.IsNullOrWhiteSpace(TempFolder)) faults.Add("TempFolder must name a folder. Got an empty text.");
        if (faults.Count > 0) throw new ArgumentException($"DuckDbOptions: {string.Join(" ", faults)}");
    }
}
