using MarketingNotebooks.Data.Engines.DuckDb;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Sources.Json;

/// <summary>JSON files through DuckDB.</summary>
internal static class JsonFiles
{
    /// <summary>Reads one or several files.</summary>
    /// <param name="path">A file or a pattern.</param>
    /// <param name="lines">True for an object a line, false for an array of objects.</param>
    /// <param name="token">Stops the reading.</param>
    public static DataFrame Read(string path, bool lines, CancellationToken token)
    {
        var settings = "";
        var frame = Run(path, lines, "*", settings, token);
        // Objects of very many names are taken for one map; as a table they are wanted with a column a name.
        if (frame.ColumnNames.SequenceEqual(["json"])) frame = Run(path, lines, "*", settings = ", map_inference_threshold = -1", token);
        if (lines && frame.ColumnNames.SequenceEqual(["json"]) && frame["json"] is TextColumn { Length: > 0 } text && text.Text(0) is { } first && first.StartsWith('['))
            throw new DuckDbException($"{path} holds arrays, not an object a line. Read an array of objects with DataFrame.ReadJson.");
        var notes = new List<string>();
        var restored = TimeWords.Restore(frame, columns => Run(path, lines, columns, settings + ", maximum_depth = 1", token), notes);
        var plain = ExtendedJson.Unwrap(restored);
        var unwrapped = frame.ColumnNames.Where(name => plain[name] != restored[name]).Select(name => $"Column '{name}' ").ToList();
        return SqlNotes.Attach(plain, [.. frame.SqlNotes.Where(note => !unwrapped.Exists(column => note.StartsWith(column, StringComparison.Ordinal))), .. notes]);
    }

    private static DataFrame Run(string path, bool lines, string columns, string settings, CancellationToken token)
    {
        try
        {
            // Kinds from all objects: those of a sample would round a later 1.7 to 2 without a word.
            return DuckDbDatabase.Shared.Run($"select {columns} from read_json($path, sample_size = -1, format = '{(lines ? "newline_delimited" : "array")}'{settings})", new FileScope(path), token).Frame!;
        }
        catch (DuckDbException error) when (error.Message.Contains("maximum_object_size", StringComparison.Ordinal))
        {
            throw new DuckDbException($"{path} holds an object of more than 16 MiB. Shorten it, or read the file with another program and write it in parts.", error);
        }
        catch (DuckDbException error) when (!lines && error.Message.Contains("Expected top-level JSON array", StringComparison.Ordinal))
        {
            throw new DuckDbException($"{path} holds no array of objects. Read a file of an object a line with DataFrame.ReadJsonLines.", error);
        }
    }
}
