using MarketingNotebooks.Data.Engines.Sql;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Sources;

namespace MarketingNotebooks.Data.Engines.ClickHouse;

/// <summary>Writes a frame into a table: first into one beside it, which takes its name when all rows are there. On a cluster each shard gets a part.</summary>
/// <remarks>A replaced or new table appears whole or not at all. Appended rows are copied from the table beside by one statement a shard; a server that
/// dies within that statement can keep some of them, because ClickHouse has no transactions.</remarks>
internal sealed class ClickHouseLoad(ClickHouseSource source, string name, Table rows, WriteMode mode)
{
    private readonly string _staging = ClickHouseSource.Staging + Guid.NewGuid().ToString("N");
    private readonly string _old = ClickHouseSource.Staging + Guid.NewGuid().ToString("N");

    public void Run(CancellationToken token)
    {
        Check();
        var found = source.Find(name);
        if (found is not null && mode == WriteMode.Fail)
            throw new ArgumentException($"{source} has a table '{name}' already. Pass WriteMode.Append or WriteMode.Overwrite, or choose another name.");
        var append = found is not null && mode == WriteMode.Append;
        if (append)
            foreach (var field in rows.Schema)
                if (!found!.Value.Columns.Exists(column => column.Name == field.Name))
                    throw new ArgumentException($"The table '{name}' has no column '{field.Name}'. Columns: {string.Join(", ", found.Value.Columns.Select(column => column.Name))}.");
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var (database, table) = found is { } at ? (at.Database, at.Table) : dot > 0 ? (name[..dot], name[(dot + 1)..]) : (source.Database, name);
        var local = source.Cluster is null ? table : table + "_shard";
        string Named(string each) => $"{Quote(database)}.{Quote(each)}";
        var columns = string.Join(", ", rows.Schema.Names.Select(Quote));
        var definition = string.Join(", ", rows.Schema.Select(field => $"{Quote(field.Name)} {ClickHouseTypes.Stored(field.Kind)}"));
        var renamed = new List<(ClickHouseHost Host, bool Existed)>();
        try
        {
            for (var shard = 0; shard < source.Hosts.Count; shard++)
            {
                var host = source.Hosts[shard];
                host.Execute($"create table {Named(_staging)} ({definition}) engine = MergeTree() order by tuple()", token);
                var (start, end) = ((int)((long)rows.Rows * shard / source.Hosts.Count), (int)((long)rows.Rows * (shard + 1) / source.Hosts.Count));
                if (end <= start) continue;
                using var part = new NativeWriter(rows, start, end, token);
                host.Load(Named(_staging), columns, part, token);
            }
            token.ThrowIfCancellationRequested();
            foreach (var host in source.Hosts)
            {
                // Short statements from here on: they are not interrupted.
                if (append)
                {
                    host.Execute($"insert into {Named(local)} ({columns}) select {columns} from {Named(_staging)}", default);
                    continue;
                }
                var existed = host.Rows($"exists table {Named(local)}", new Schema([new Field("there", ColumnKind.Boolean)]), default).Columns[0][0] is true;
                host.Execute(existed ? $"rename table {Named(local)} to {Named(_old)}, {Named(_staging)} to {Named(local)}" : $"rename table {Named(_staging)} to {Named(local)}", default);
                renamed.Add((host, existed));
            }
            if (source.Cluster is { } cluster && !append)
                foreach (var host in source.Hosts)
                {
                    host.Execute($"drop table if exists {Named(table)}", default);
                    host.Execute($"create table {Named(table)} ({definition}) engine = Distributed({Quote(cluster)}, {Quote(database)}, {Quote(local)}, rand())", default);
                }
        }
        catch
        {
            foreach (var (host, existed) in renamed)
                Try(host, existed ? $"rename table {Named(local)} to {Named(_staging)}, {Named(_old)} to {Named(local)}" : $"rename table {Named(local)} to {Named(_staging)}");
            foreach (var host in source.Hosts) Try(host, $"drop table if exists {Named(_staging)}");
            throw;
        }
        foreach (var host in source.Hosts)
        {
            Try(host, $"drop table if exists {Named(_staging)}");
            Try(host, $"drop table if exists {Named(_old)}");
        }
    }

    private static string Quote(string each) => ClickHouseSql.Instance.Quote(each);

    /// <summary>Cleans up as far as the server is there.</summary>
    private static void Try(ClickHouseHost host, string sql)
    {
        try
        {
            using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            host.Execute(sql, soon.Token);
        }
        catch (Exception error) when (error is SourceException or OperationCanceledException)
        {
            // What failed before is the error to show.
        }
    }

    private void Check()
    {
        if (rows.Schema.Count == 0) throw new ArgumentException("A table needs a column. The frame has none.");
        if (rows.Schema.Names.FirstOrDefault(ClickHouseSql.IsUnquoted) is { } lost)
            throw new ArgumentException($"ClickHouse 18.16 loses the quotes around a column named '{lost}' when it asks shards. Rename it first, e.g. Rename((\"{lost}\", \"{lost}_\")).");
        foreach (var each in rows.Schema.Names.Concat(name.Split('.', 2)).Where(each => !ClickHouseSql.IsUnquoted(each)))
            if (!ClickHouseSql.Instance.TakesName(each)) throw new ArgumentException($"ClickHouse takes names of up to 250 bytes without NUL. Got '{(each.Length > 80 ? each[..80] + "…" : each)}'. Rename it first.");
        for (var i = 0; i < rows.Columns.Length; i++)
            if (rows.Columns[i] is TextColumn text)
                foreach (var entry in text.DictionaryArray)
                    if (SqlDialect.HasLoneSurrogate(entry))
                        throw new ArgumentException($"Column '{rows.Schema[i].Name}' holds a text with half a surrogate pair, which UTF-8 cannot write. Remove it first.");
    }
}
