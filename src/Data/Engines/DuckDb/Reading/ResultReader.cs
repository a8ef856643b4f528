using MarketingNotebooks.Data.Engines.DuckDb.Native;
using MarketingNotebooks.Data.Engines.DuckDb.Statements;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines.DuckDb.Reading;

/// <summary>Reads the rows of a result, chunk by chunk as DuckDB computes them, into columns.</summary>
internal sealed class ResultReader(SqlSource source)
{
    /// <summary>All rows as a frame.</summary>
    /// <param name="result">A result that gives rows; stays the caller's.</param>
    /// <param name="keepsRows">False to run the statement to its end and forget the rows.</param>
    /// <param name="token">Looked at between chunks.</param>
    public SqlResult Read(ref NativeResult result, bool keepsRows, CancellationToken token)
    {
        var names = ColumnNames(ref result, out var notes);
        var sinks = keepsRows ? Sinks(ref result, names) : [];
        while (true)
        {
            token.ThrowIfCancellationRequested();
            var chunk = Api.FetchChunk(result);
            if (chunk == 0) break;
            try
            {
                var count = (int)Api.ChunkSize(chunk);
                for (var i = 0; i < sinks.Length; i++) sinks[i].Append(new Vector(Api.ChunkVector(chunk, (ulong)i), count));
                if (count == 0) break;
            }
            finally
            {
                Api.DestroyChunk(ref chunk);
            }
        }
        if (Api.ResultError(ref result) is not 0 and var error && Api.Text(error) is { Length: > 0 } message) throw source.Error(message);
        if (!keepsRows) return new SqlResult(null, null, []);
        var columns = new (string, Column)[sinks.Length];
        for (var i = 0; i < sinks.Length; i++)
        {
            columns[i] = (names[i], sinks[i].Build());
            if (sinks[i].Note is { } note) notes.Add(note);
        }
        return new SqlResult(SqlNotes.Attach(DataFrame.FromColumns(columns), notes), null, notes);
    }

    private static ColumnSink[] Sinks(ref NativeResult result, string[] names)
    {
        var sinks = new ColumnSink[names.Length];
        for (var i = 0; i < sinks.Length; i++)
        {
            var type = Api.ColumnType(ref result, (ulong)i);
            try
            {
                sinks[i] = ColumnSink.Of(names[i], type);
            }
            finally
            {
                Api.DestroyType(ref type);
            }
        }
        return sinks;
    }

    /// <summary>The columns' names; one that stands there already, or is empty, gets a number.</summary>
    private static string[] ColumnNames(ref NativeResult result, out List<string> notes)
    {
        notes = [];
        var names = new string[Api.ColumnCount(ref result)];
        for (var i = 0; i < names.Length; i++) names[i] = Api.Text(Api.ColumnName(ref result, (ulong)i));
        var used = new HashSet<string>(names, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++)
        {
            if (names[i].Length > 0 && seen.Add(names[i])) continue;
            var given = names[i].Length == 0 ? "column" : names[i];
            var number = 1;
            while (used.Contains($"{given}_{number}")) number++;
            notes.Add($"Column {i + 1} of the result, '{names[i]}', is called '{given}_{number}' here, because the name stands there already. Name it with as.");
            names[i] = $"{given}_{number}";
            used.Add(names[i]);
            seen.Add(names[i]);
        }
        return names;
    }
}
