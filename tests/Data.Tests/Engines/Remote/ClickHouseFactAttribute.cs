namespace MarketingNotebooks.Data.Tests.Engines.Remote;

/// <summary>A test that starts a ClickHouse cluster of its own; skipped, with the reason, where there is no server program.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ClickHouseFactAttribute : FactAttribute
{
    public ClickHouseFactAttribute() => Skip = ClickHouseCluster.IsInstalled ? null : "ClickHouse's server is not installed (Debian: clickhouse-server).";
}
