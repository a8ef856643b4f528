using System.Globalization;
using MarketingNotebooks.Data.Engines.Sql;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Plans;
using MarketingNotebooks.Data.Text;

namespace MarketingNotebooks.Data.Engines.DuckDb;

/// <summary>The scope of a statement that a plan became: its frames in memory and its numbered parameters.</summary>
internal sealed class PlanScope(SqlQuery query, SqlScope scope) : ISqlScope
{
    private readonly Dictionary<string, DataFrame> _frames =
        scope.Tables.ToDictionary(pair => pair.Key, pair => new DataFrame(new ScanNode(pair.Value, "memory")), StringComparer.Ordinal);

    public IEnumerable<string> FrameNames => _frames.Keys;

    public IEnumerable<string> ValueNames => query.Parameters.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"p{i + 1}"));

    public DataFrame? Frame(string name) => _frames.GetValueOrDefault(name);

    public bool TryValue(string name, out object? value)
    {
        value = null;
        if (!name.StartsWith('p') || !int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || number > query.Parameters.Count) return false;
        var parameter = query.Parameters[number - 1];
        value = parameter is { Kind: ColumnKind.Timestamp, Value: long micros } ? Times.ToDateTime(micros) : parameter.Value;
        return true;
    }
}
