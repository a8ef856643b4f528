using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines.Sql;

/// <summary>A sort key written as SQL over a relation's source.</summary>
internal sealed record OrderKey(string Value, ColumnKind Kind, bool Descending);

/// <summary>A SELECT that is being put together: verbs extend it as long as SQL's order of clauses allows, then it becomes a sub-query.</summary>
internal sealed class Relation
{
    /// <summary>What stands after FROM.</summary>
    public required string From { get; init; }

    /// <summary>Names that FROM makes visible; an output must not hide one of them.</summary>
    public required HashSet<string> FromNames { get; init; }

    /// <summary>The columns: their names in the plan, and their values over FROM.</summary>
    public required List<(string Name, ColumnKind Kind, string Value)> Columns { get; init; }

    public List<string> Where { get; init; } = [];

    /// <summary>The rows' order; empty when they have none.</summary>
    public List<OrderKey> Order { get; init; } = [];

    /// <summary>Keys of GROUP BY; null when rows are not grouped.</summary>
    public List<string>? GroupBy { get; init; }

    /// <summary>Most rows; null for all.</summary>
    public int? Limit { get; init; }

    /// <summary>A clause after ORDER BY that keeps one row a key (ClickHouse), or words after SELECT (PostgreSQL, DuckDB).</summary>
    public string? LimitBy { get; init; }

    public string? DistinctOn { get; init; }

    /// <summary>True when only the order and the limit can still be added.</summary>
    public bool IsGrouped => GroupBy is not null || HasWindow;

    /// <summary>True when columns are window functions, which see all rows and so must be computed before anything else.</summary>
    public bool HasWindow { get; init; }

    public bool IsCut => Limit is not null || LimitBy is not null || DistinctOn is not null;

    public ColumnKind KindOf(string name) => Columns.Find(column => column.Name == name).Kind;

    public string this[string name] => Columns.Find(column => column.Name == name).Value;

    public Relation With(List<(string Name, ColumnKind Kind, string Value)>? columns = null, List<string>? where = null, List<OrderKey>? order = null,
        List<string>? groupBy = null, int? limit = null, string? limitBy = null, string? distinctOn = null, bool hasWindow = false) => new()
    {
        From = From,
        FromNames = FromNames,
        Columns = columns ?? Columns,
        Where = where ?? Where,
        Order = order ?? Order,
        GroupBy = groupBy ?? GroupBy,
        Limit = limit ?? Limit,
        LimitBy = limitBy ?? LimitBy,
        DistinctOn = distinctOn ?? DistinctOn,
        HasWindow = hasWindow || HasWindow,
    };
}
