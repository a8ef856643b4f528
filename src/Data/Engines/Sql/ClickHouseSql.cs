namespace MarketingNotebooks.Data.Engines.Sql;
internal sealed class ClickHouseSql { public static SqlDialect Instance => throw new System.NotSupportedException(); }
