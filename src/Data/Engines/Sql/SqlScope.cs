using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines.Sql;

/// <summary>What one statement collects while it is written: parameters, names for sub-queries, checks.</summary>
internal sealed class SqlScope
{
    private readonly List<SqlParameter> _parameters = [];
    private int _last;

    public IReadOnlyList<SqlParameter> Parameters => _parameters;

    public List<SqlCheck> Checks { get; } = [];

    /// <summary>The name that the last date taken apart gave to its days.</summary>
    public string LastDays { get; set; } = "";

    /// <summary>Tables in memory that the statement reads, by the name it gives them; only DuckDB can.</summary>
    public Dictionary<string, Table> Tables { get; } = [];

    /// <summary>The number of the parameter that holds the value; equal values share one.</summary>
    public int Parameter(ColumnKind kind, object? value)
    {
        var parameter = new SqlParameter(kind, value);
        var index = value is double ? -1 : _parameters.IndexOf(parameter); // −0 equals 0, yet differs.
        if (index >= 0) return index + 1;
        _parameters.Add(parameter);
        return _parameters.Count;
    }

    /// <summary>A fresh name that none of a relation's columns has either.</summary>
    public string Fresh(string prefix, IReadOnlySet<string> taken)
    {
        for (;;)
            if (Fresh(prefix) is var name && !taken.Contains(name, StringComparer.OrdinalIgnoreCase)) return name;
    }

    /// <summary>A name that no other sub-query or helper column of the statement has.</summary>
    public string Fresh(string prefix) => $"{prefix}{++_last}";
}
