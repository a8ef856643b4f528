namespace MarketingNotebooks.Data.Tests.Engines.Remote;

/// <summary>A test that starts a PostgreSQL server of its own; skipped, with the reason, where there is no server program.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresServer.Binaries is null ? "PostgreSQL's server is not installed (Debian: postgresql-15)." : null;
}
