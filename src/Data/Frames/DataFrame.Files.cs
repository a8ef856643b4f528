using MarketingNotebooks.Data.Engines.DuckDb;
using MarketingNotebooks.Data.Sources.Json;

namespace MarketingNotebooks.Data.Frames;

public sealed partial class DataFrame
{
    /// <summary>Reads Parquet files with DuckDB. Of several, columns are matched by name; where a file lacks one, its rows are null.</summary>
    /// <remarks>Kinds are those of <see cref="SqlFunctions.Sql"/>: dates become timestamps, decimals numbers, lists and structs JSON text; see <see cref="SqlNotes"/>.
    /// To filter or aggregate files larger than memory, query them: <c>Sql($"select … from read_parquet({path}) where …")</c> reads only what it needs.</remarks>
    /// <param name="path">A file, or several by a pattern such as <c>data/2026-*.parquet</c> or <c>data/**/*.parquet</c>.</param>
    /// <param name="columns">The columns to read; others are not touched. Default: all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="DuckDbException">There is no such file, it is no Parquet file, or DuckDB is not installed.</exception>
    public static DataFrame ReadParquet(string path, IReadOnlyList<string>? columns = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return ParquetFiles.Read(path, columns, cancellationToken);
    }

    /// <summary>Writes the frame as a Parquet file (zstd) with DuckDB. Runs the plan.</summary>
    /// <remarks>Written beside the target and renamed, so that no half file is left; the folder is made. Reading it back gives an equal frame. Durations are
    /// written as integers in microseconds, because Parquet's own have milliseconds and no sign; other programs read them so.</remarks>
    /// <param name="path">The file; replaced when it is there.</param>
    /// <param name="cancellationToken">Stops the writing; an old file stays as it was.</param>
    /// <exception cref="DuckDbException">The file cannot be written, the frame has no columns, or DuckDB is not installed.</exception>
    public void WriteParquet(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ParquetFiles.Write(this, path, cancellationToken);
    }

    /// <summary>Reads a JSON file, an array of objects, with DuckDB: a row an object. Kinds are found out from all objects; nested values become JSON text.</summary>
    /// <param name="path">A file, or several by a pattern such as <c>data/*.json</c>.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="DuckDbException">There is no such file, it is not JSON, or DuckDB is not installed.</exception>
    public static DataFrame ReadJson(string path, CancellationToken cancellationToken = default) => ReadJson(path, lines: false, cancellationToken);

    /// <summary>Reads a file of JSON lines, an object a line, with DuckDB. Kinds are found out from all objects; nested values become JSON text.</summary>
    /// <remarks>Of MongoDB's exports (extended JSON) identifiers become text, dates timestamps and wrapped numbers numbers.</remarks>
    /// <param name="path">A file, or several by a pattern such as <c>data/*.jsonl</c>.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="DuckDbException">There is no such file, a line is not JSON, or DuckDB is not installed.</exception>
    public static DataFrame ReadJsonLines(string path, CancellationToken cancellationToken = default) => ReadJson(path, lines: true, cancellationToken);

    private static DataFrame ReadJson(string path, bool lines, CancellationToken token)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return JsonFiles.Read(path, lines, token);
    }
}
