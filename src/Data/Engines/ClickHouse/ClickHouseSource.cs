using System.Collections.Concurrent;
using System.Globalization;
using MarketingNotebooks.Data.Engines.Sql;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Plans;
using MarketingNotebooks.Data.Sources;

namespace MarketingNotebooks.Data.Engines.ClickHouse;

/// <summary>A database of ClickHouse, on one server or on the shards of a cluster.</summary>
internal sealed class ClickHouseSource : Source
{
    /// <summary>How tables start in which rows wait until all have come.</summary>
    public const string Staging = "mn_load_";

    private readonly HttpClient _http = ClickHouseHost.Client();
    private bool _clusterChecked;

    public ClickHouseSource(SourceAddress address)
        : base(Dialect.ClickHouse, address.Shown)
    {
        Hosts = [.. address.Hosts.Select(each => new ClickHouseHost(address, each.Host, each.Port, _http))];
        Cluster = address.Options.GetValueOrDefault("cluster");
        Database = address.Database.Length > 0 ? address.Database : "default";
        if (Hosts.Count > 1 && Cluster is null)
            throw new ArgumentException($"{this} lists several servers: name the cluster that they form, e.g. …/{Database}?cluster=name.");
    }

    /// <summary>The servers; the first answers queries.</summary>
    public IReadOnlyList<ClickHouseHost> Hosts { get; }

    /// <summary>The cluster over whose shards tables are written; null to write on one server.</summary>
    public string? Cluster { get; }

    public string Database { get; }

    /// <summary>Tables of loads that broke off, to be dropped when their server answers again.</summary>
    public ConcurrentQueue<(ClickHouseHost Host, string Sql)> Left { get; } = new();

    public override DataFrame Tables => new(new ScanNode(Hosts[0].Rows(
        $"select database, name from system.tables where database <> 'system' and not startsWith(name, '{Staging}') order by database, name",
        new Schema([new Field("schema", ColumnKind.Text), new Field("table", ColumnKind.Text)]), default), ToString()));

    public override DataFrame Table(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var (database, table, columns) = Find(name) ?? throw Missing(name);
        if (columns.Find(column => ClickHouseSql.IsUnquoted(column.Name)).Name is { } lost && IsDistributed(database, table))
            throw ClickHouseSql.Instance.Lacks($"no quotes left around the column '{lost}' of '{name}' when it asks the shards", "read a view that names it otherwise, or rename it there");
        var sql = ClickHouseSql.Instance;
        var (from, stored) = ($"{sql.Quote(database)}.{sql.Quote(table)}", columns.ConvertAll(column => column.Name));
        if (stored.Exists(ClickHouseSql.IsMisread))
        {
            // Such names get plain ones before anything is computed.
            from = $"(\n  select {string.Join(", ", stored.Select((column, i) => $"{sql.Quote(column)} as {sql.Quote($"c{i + 1}")}"))}\n  from {from}\n) as {sql.Quote("t")}";
            stored = [.. stored.Select((_, i) => $"c{i + 1}")];
        }
        var values = columns.Select((column, i) => ClickHouseTypes.Map(sql.Quote(stored[i]), column.Type, column.Comment)).ToList();
        return new DataFrame(new TableNode(new Schema(columns.Zip(values, (column, value) => new Field(column.Name, value.Kind))), this, from, [.. values.Select(value => value.Value)], stored, name));
    }

    public override void Write(string table, DataFrame frame, WriteMode mode = WriteMode.Fail, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(table);
        ArgumentNullException.ThrowIfNull(frame);
        new ClickHouseLoad(this, table, frame.Table, mode).Run(cancellationToken);
    }

    public override void Dispose() => _http.Dispose();

    internal override Table Run(SqlQuery query, SqlScope scope, Schema schema, CancellationToken token)
    {
        foreach (var check in query.Checks)
            if (Hosts[0].Rows(check.Text, new Schema([new Field("n", ColumnKind.Integer)]), token) is { Rows: > 0 } found)
                throw new InvalidOperationException(string.Format(CultureInfo.InvariantCulture, check.Message, found.Columns[0][0]));
        return Hosts[0].Rows(query.Text, schema, token);
    }

    /// <summary>Throws unless the address lists exactly the shards of the cluster: another number would give part of the rows as if it were all.</summary>
    internal void CheckCluster(CancellationToken token)
    {
        if (Cluster is null || _clusterChecked) return;
        var counts = Hosts[0].Rows($"select toInt64(max(shard_num)), toInt64(max(replica_num)) from system.clusters where cluster = {ClickHouseSql.Instance.Constant(Cluster)}",
            new Schema([new Field("shards", ColumnKind.Integer), new Field("replicas", ColumnKind.Integer)]), token);
        var (shards, replicas) = (counts.Columns[0][0] as long? ?? 0, counts.Columns[1][0] as long? ?? 0);
        if (shards == 0) throw new ArgumentException($"{Hosts[0]} knows no cluster '{Cluster}'. See system.clusters there.");
        if (replicas > 1) throw new NotSupportedException($"The shards of the cluster '{Cluster}' have {replicas} replicas each, and a load would reach only one. Create a ReplicatedMergeTree table there and append to it through an address without ?cluster=.");
        if (shards != Hosts.Count) throw new ArgumentException($"The cluster '{Cluster}' has {shards} shards, the address lists {Hosts.Count} servers. List one server of each shard: clickhouse://user:$PASSWORD@first:8123,second:8123/{Database}?cluster={Cluster}.");
        _clusterChecked = true;
    }

    /// <summary>Where a table is and its columns; null when there is none of that name.</summary>
    internal (string Database, string Table, List<(string Name, string Type, string Comment)> Columns)? Find(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return In(Database, name) ?? (dot > 0 ? In(name[..dot], name[(dot + 1)..]) : null);

        (string, string, List<(string, string, string)>)? In(string database, string table)
        {
            var rows = Hosts[0].Rows($"select name, type, comment from system.columns where database = {Text(database)} and table = {Text(table)}",
                new Schema([new Field("name", ColumnKind.Text), new Field("type", ColumnKind.Text), new Field("comment", ColumnKind.Text)]), default);
            return rows.Rows == 0 ? null : (database, table, [.. Enumerable.Range(0, rows.Rows)
                .Select(row => (((TextColumn)rows.Columns[0]).Text(row)!, ((TextColumn)rows.Columns[1]).Text(row)!, ((TextColumn)rows.Columns[2]).Text(row) ?? ""))]);
        }

        static string Text(string value) => ClickHouseSql.Instance.Constant(value);
    }

    private bool IsDistributed(string database, string table) => Hosts[0].Rows(
        $"select engine from system.tables where database = {ClickHouseSql.Instance.Constant(database)} and name = {ClickHouseSql.Instance.Constant(table)}",
        new Schema([new Field("engine", ColumnKind.Text)]), default) is { Rows: 1 } found && ((TextColumn)found.Columns[0]).Text(0) == "Distributed";
}
