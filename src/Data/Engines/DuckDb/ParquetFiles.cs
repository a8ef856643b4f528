using System.Text.Json;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines.DuckDb;

/// <summary>Parquet files through DuckDB.</summary>
internal static class ParquetFiles
{
    // Parquet's own interval has milliseconds and no sign, so durations are written as integers, and their names kept beside.
    private const string DurationsKey = "marketing_notebooks_durations";

    /// <summary>Reads one or several files.</summary>
    public static DataFrame Read(string path, IReadOnlyList<string>? columns, CancellationToken token)
    {
        var frame = DuckDbDatabase.Shared.Run($"select {Columns(columns)} from read_parquet($path, union_by_name = true)", new FileScope(path), token).Frame!;
        var durations = DurationsOf(path, token).Where(name => frame.Schema.Contains(name) && frame.Schema[name].Kind == ColumnKind.Integer).ToHashSet(StringComparer.Ordinal);
        return durations.Count == 0 ? frame : SqlNotes.Attach(Retyped(frame, durations, ColumnKind.Duration), frame.SqlNotes);
    }

    /// <summary>Writes a file beside its target, then renames it.</summary>
    public static void Write(DataFrame frame, string path, CancellationToken token)
    {
        var full = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(full)!;
        var temporary = Path.Combine(folder, $".{Path.GetFileName(full)}.{Guid.NewGuid():N}.tmp");
        var durations = frame.Schema.Where(field => field.Kind == ColumnKind.Duration).Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        var stored = durations.Count == 0 ? frame : Retyped(frame, durations, ColumnKind.Integer);
        var metadata = durations.Count == 0 ? "" : $", kv_metadata {{{DurationsKey}: {Quoted(JsonSerializer.Serialize(durations))}}}";
        try
        {
            Directory.CreateDirectory(folder);
            DuckDbDatabase.Shared.Run($"copy (select * from frames.frame) to {Quoted(temporary)} (format parquet, compression zstd{metadata})", new FileScope(path, stored), token);
            File.Move(temporary, full, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DuckDbException($"{path} cannot be written: {error.Message.TrimEnd('.')}. Check the path and your permission to write there.", error);
        }
        finally
        {
            if (File.Exists(temporary)) File.Delete(temporary);
        }
    }

    private static string Columns(IReadOnlyList<string>? columns) => columns is null ? "*" : string.Join(", ", columns.Select(SqlName.Quote));

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static IEnumerable<string> DurationsOf(string path, CancellationToken token)
    {
        var lists = DuckDbDatabase.Shared.Run($"select distinct decode(value) as names from parquet_kv_metadata($path) where decode(key) = '{DurationsKey}'",
            new FileScope(path), token).Frame!;
        return lists.Text("names").ToStrings().SelectMany(names => JsonSerializer.Deserialize<string[]>(names!)!);
    }

    /// <summary>The same columns, some under another kind that is stored alike; nothing is copied.</summary>
    private static DataFrame Retyped(DataFrame frame, HashSet<string> names, ColumnKind kind) =>
        DataFrame.FromColumns([.. frame.Schema.Names.Select(name => (name, names.Contains(name) && frame.Column<long>(name) is var column
            ? new Column<long>(kind, column.Values, column.Validity) : frame.Column(name)))]);
}
