using System.Text;
using MarketingNotebooks.Data.Engines.Sql;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Sources;

namespace MarketingNotebooks.Data.Engines.ClickHouse;

/// <summary>Writes a frame into a table: first into one beside it, which takes its name when all rows are there. On a cluster each shard gets a part.</summary>
/// <remarks>A new or replaced table appears whole or not at all. ClickHouse has no transactions over servers: when one dies in the milliseconds in which
/// rows are appended, the others keep their part, and the error says so. A load whose client dies leaves its table beside; no list shows it, and the
/// first load a day later drops it.</remarks>
internal sealed class ClickHouseLoad(ClickHouseSource source, string name, Table rows, WriteMode mode)
{
    public void Run(CancellationToken token)
    {
        Check();
        var found = source.Find(name);
        if (found is not null && mode == WriteMode.Fail)
            throw new ArgumentException($"{source} has a table '{name}' already. Pass WriteMode.Append or WriteMode.Overwrite, or choose another name.");
        var append = found is not null && mode == WriteMode.Append;
        if (append) source.CheckAppend(name, rows.Schema);
        source.CheckCluster(token);
        var place = new ClickHousePlace(source, name, found is { } at ? (at.Database, at.Table) : null);
        place.Sweep();
        var written = false;
        try
        {
            if (append) place.RequireLocal();
            else if (mode == WriteMode.Fail) place.RequireNoLocal();
            for (var shard = 0; shard < source.Hosts.Count; shard++) Fill(source.Hosts[shard], shard, place, token);
            token.ThrowIfCancellationRequested();
            // Short statements from here on: they are not interrupted.
            if (append) place.Append(string.Join(", ", rows.Schema.Names.Select(Quote)));
            else place.Replace(Definition());
            written = true;
        }
        finally
        {
            place.CleanUp(written);
        }
    }

    private void Fill(ClickHouseHost host, int shard, ClickHousePlace place, CancellationToken token)
    {
        host.Execute($"create table {place.Staging} ({Definition()}) engine = MergeTree() order by tuple()", token);
        var (start, end) = ((int)((long)rows.Rows * shard / source.Hosts.Count), (int)((long)rows.Rows * (shard + 1) / source.Hosts.Count));
        if (end <= start) return;
        using var part = new NativeWriter(rows, start, end, token);
        host.Load(place.Staging, string.Join(", ", rows.Schema.Names.Select(Quote)), part, token);
    }

    private string Definition() => string.Join(", ", rows.Schema.Select(field => $"{Quote(field.Name)} {ClickHouseTypes.Stored(field.Kind)}"));

    private static string Quote(string each) => ClickHouseSql.Instance.Quote(each);

    private void Check()
    {
        if (rows.Schema.Count == 0) throw new ArgumentException("A table needs a column. The frame has none.");
        if (rows.Schema.Names.FirstOrDefault(ClickHouseSql.IsUnquoted) is { } lost)
            throw new ArgumentException($"ClickHouse 18.16 loses the quotes around a column named '{lost}' when it asks shards. Rename it first, e.g. Rename((\"{lost}\", \"{lost}_\")).");
        foreach (var each in rows.Schema.Names.Concat(name.Split('.', 2)))
            if (each.Length == 0 || each.Contains('\0') || SqlDialect.HasLoneSurrogate(each) || FileNameLength(each) > 240)
                throw new ArgumentException($"ClickHouse takes names of 1 to 240 bytes without NUL, where a byte that is no letter of a-z, digit or _ counts 3. Got '{(each.Length > 60 ? each[..60] + "…" : each.Replace("\0", "\\0", StringComparison.Ordinal))}'. Rename it first.");
        for (var i = 0; i < rows.Columns.Length; i++)
            if (rows.Columns[i] is TextColumn text)
                foreach (var entry in text.DictionaryArray)
                    if (SqlDialect.HasLoneSurrogate(entry))
                        throw new ArgumentException($"Column '{rows.Schema[i].Name}' holds a text with half a surrogate pair, which UTF-8 cannot write. Remove it first.");
    }

    // Tables and columns are files there, named with %XX for other bytes.
    private static int FileNameLength(string each) => Encoding.UTF8.GetBytes(each).Sum(letter => char.IsAsciiLetterOrDigit((char)letter) || letter == '_' ? 1 : 3);
}
