using System.Globalization;
using MarketingNotebooks.Data.Engines.Sql;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Sources;

namespace MarketingNotebooks.Data.Engines.ClickHouse;

/// <summary>Where a load goes: the table, on a cluster the table on each shard and the Distributed one over them, and the tables in which rows wait.</summary>
internal sealed class ClickHousePlace
{
    private static readonly Schema Texts = new([new Field("name", ColumnKind.Text)]);
    private readonly ClickHouseSource _source;
    private readonly string _database;
    private readonly string _localName;
    private readonly string _tableName;
    private readonly string _waiting = string.Create(CultureInfo.InvariantCulture, $"{ClickHouseSource.Staging}{DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 3600}_{Guid.NewGuid():N}");

    public ClickHousePlace(ClickHouseSource source, string name, (string Database, string Table)? found)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        _source = source;
        (_database, _tableName) = found ?? (dot > 0 ? (name[..dot], name[(dot + 1)..]) : (source.Database, name));
        _localName = source.Cluster is null ? _tableName : _tableName + "_shard";
    }

    /// <summary>The table in which rows wait, on every server.</summary>
    public string Staging => Named(_waiting);

    private string Local => Named(_localName);

    private string Table => Named(_tableName);

    /// <summary>The Distributed table that waits, and what is replaced.</summary>
    private string StagedTable => Named(_waiting + "_d");

    private string OldLocal => Named(_waiting + "_o");

    private string OldTable => Named(_waiting + "_e");

    /// <summary>Appending on a cluster needs the shards' own tables.</summary>
    public void RequireLocal()
    {
        foreach (var host in _source.Hosts)
            if (!Exists(host, Local))
                throw new ArgumentException($"{host} has no table '{_localName}' behind '{_tableName}'. Append through an address without ?cluster=, or overwrite the table.");
    }

    /// <summary>A table of a shard that no Distributed one shows is not overwritten unasked.</summary>
    public void RequireNoLocal()
    {
        foreach (var host in _source.Hosts)
            if (Exists(host, Local)) throw new ArgumentException($"{host} has a table '{_localName}' already. Pass WriteMode.Overwrite, or choose another name.");
    }

    /// <summary>Gives the waiting rows the table's name, server by server; when one fails the others get their old tables back.</summary>
    public void Replace(string definition)
    {
        if (_source.Cluster is { } cluster)
            foreach (var host in _source.Hosts)
                host.Execute($"create table {StagedTable} ({definition}) engine = Distributed({Quote(cluster)}, {Quote(_database)}, {Quote(_localName)}, rand())", default);
        var done = new List<(ClickHouseHost Host, List<(string From, string To)> Moves)>();
        try
        {
            foreach (var host in _source.Hosts)
            {
                var moves = new List<(string, string)>();
                if (Exists(host, Local)) moves.Add((Local, OldLocal));
                moves.Add((Staging, Local));
                if (_source.Cluster is not null)
                {
                    if (Exists(host, Table)) moves.Add((Table, OldTable));
                    moves.Add((StagedTable, Table));
                }
                host.Execute(Rename(moves), default);
                done.Add((host, moves));
            }
        }
        catch
        {
            foreach (var (host, moves) in done) host.Try(Rename([.. moves.AsEnumerable().Reverse().Select(move => (move.To, move.From))]));
            throw;
        }
    }

    /// <summary>Adds the waiting rows to the table: by attaching their files, which each server does whole or not at all, where the table is of the kind that loads make.</summary>
    public void Append(string columns)
    {
        for (var i = 0; i < _source.Hosts.Count; i++)
        {
            var host = _source.Hosts[i];
            try
            {
                host.Execute(SameKind(host) ? $"alter table {Local} attach partition tuple() from {Staging}" : $"insert into {Local} ({columns}) select {columns} from {Staging}", default);
            }
            catch (SourceException error) when (i > 0)
            {
                throw new SourceException($"{error.Message} The rows for {string.Join(" and ", _source.Hosts.Take(i))} are in '{_tableName}', the others are not: ClickHouse has no transactions over servers.", error.Code);
            }
        }
    }

    /// <summary>Drops what waits and what was replaced; where a server does not answer, the next load does it.</summary>
    public void CleanUp(bool written)
    {
        List<string> drops = [Staging];
        if (_source.Cluster is not null) drops.Add(StagedTable);
        if (written) drops.Add(OldLocal); // what a failed way back left under this name may be all that is left
        if (written && _source.Cluster is not null) drops.Add(OldTable);
        foreach (var host in _source.Hosts)
        {
            var answers = true;
            foreach (var drop in drops.Select(table => $"drop table if exists {table}"))
                if (!answers || !(answers = host.Try(drop))) _source.Left.Enqueue((host, drop));
        }
    }

    /// <summary>Drops what earlier loads could not, and tables left more than a day ago by loads whose client died.</summary>
    public void Sweep()
    {
        for (var left = _source.Left.Count; left > 0 && _source.Left.TryDequeue(out var drop); left--)
            if (!drop.Host.Try(drop.Sql)) _source.Left.Enqueue(drop);
        var hour = DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 3600;
        foreach (var host in _source.Hosts)
        {
            var left = host.Rows($"select name from system.tables where database = {ClickHouseSql.Instance.Constant(_database)} and startsWith(name, '{ClickHouseSource.Staging}')", Texts, default);
            for (var row = 0; row < left.Rows; row++)
                if (((TextColumn)left.Columns[0]).Text(row) is { } stale && !IsOld(stale) && long.TryParse(stale[ClickHouseSource.Staging.Length..].Split('_')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var since) && since < hour - 24)
                    host.Try($"drop table if exists {Named(stale)}");
        }
    }

    /// <summary>Tables that were replaced are never swept.</summary>
    private static bool IsOld(string name) => name.EndsWith("_o", StringComparison.Ordinal) || name.EndsWith("_e", StringComparison.Ordinal);

    private bool SameKind(ClickHouseHost host)
    {
        string Of(string table) => $"select toString(groupArray(concat(name, ' ', type))) from (select name, type from system.columns where database = {ClickHouseSql.Instance.Constant(_database)} and table = {ClickHouseSql.Instance.Constant(table)} order by name)";
        var kinds = host.Rows($"select engine from system.tables where database = {ClickHouseSql.Instance.Constant(_database)} and name = {ClickHouseSql.Instance.Constant(_localName)} and engine = 'MergeTree' and partition_key = '' and sorting_key in ('', 'tuple()')", Texts, default);
        return kinds.Rows == 1 && Equals(host.Rows(Of(_localName), Texts, default).Columns[0][0], host.Rows(Of(_waiting), Texts, default).Columns[0][0]);
    }

    private static bool Exists(ClickHouseHost host, string table) => host.Rows($"exists table {table}", new Schema([new Field("there", ColumnKind.Boolean)]), default).Columns[0][0] is true;

    private static string Rename(List<(string From, string To)> moves) => $"rename table {string.Join(", ", moves.Select(move => $"{move.From} to {move.To}"))}";

    private string Named(string table) => $"{Quote(_database)}.{Quote(table)}";

    private static string Quote(string name) => ClickHouseSql.Instance.Quote(name);
}
