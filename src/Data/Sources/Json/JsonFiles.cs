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
        var frame = Run(path, lines, "", token);
        // Objects of very many names are taken for one map; as a table they are wanted with a column a name.
        if (frame.ColumnNames.SequenceEqual(["json"])) frame = Run(path, lines, ", map_inference_threshold = -1", token);
        if (lines && frame.ColumnNames.SequenceEqual(["json"]) && frame["json"] is TextColumn { Length: > 0 } text && text.Text(0) is { } first && first.StartsWith('['))
            throw new DuckDbException($"{path} holds arrays, not an object a line. Read an array of objects with DataFrame.ReadJson.");
        var notes = new List<string>();
        var restored = TimeWords.Restore(frame, name => Texts(path, lines, name, token), notes);
        var plain = ExtendedJson.Unwrap(restored);
        var unwrapped = frame.ColumnNames.Where(name => plain[name] != frame[name]).Select(name => $"Column '{name}' ").ToList();
        return SqlNotes.Attach(plain, [.. frame.SqlNotes.Where(note => !unwrapped.Exists(column => note.StartsWith(column, StringComparison.Ordinal))), .. notes]);
    }

    /// <summary>What stands under a name in each object: text, numbers and the like as they are written.</summary>
    private static TextColumn Texts(string path, bool lines, string name, CancellationToken token)
    {
        var pointer = "/" + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal);
        return DuckDbDatabase.Shared.Run($"select json ->> '{pointer}' as text from read_json_objects($path, format = '{Format(lines)}')", new FileScope(path), token).Frame!.Text("text");
    }

    private static DataFrame Run(string path, bool lines, string settings, CancellationToken token)
    {
        try
        {
            // Kinds from all objects: those of a sample would round a later 1.7 to 2 without a word.
            return DuckDbDatabase.Shared.Run($"select * from read_json($path, sample_size = -1, format = '{Format(lines)}'{settings})", new FileScope(path), token).Frame!;
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

    private static string Format(bool lines) => lines ? "newline_delimited" : "array";
}
