using System.Globalization;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Plans;

namespace MarketingNotebooks.Data.Engines.Sql;

internal sealed partial class ClickHouseSql
{
    protected override string MeanTime(string x) => WholeMean(x);

    /// <summary>In two halves of 32 bits, because sums wrap at 64.</summary>
    protected override string WholeMean(string x)
    {
        const string half = "toInt64(4294967296)";
        var (low, count) = ($"(({x} % {half} + {half}) % {half})", $"toInt64(greatest(count({x}), 1))");
        var high = $"sum(intDiv({x} - {low}, {half}))";
        var rest = $"(({high} % {count} + {count}) % {count})";
        var doubled = $"({rest} * toInt64(8589934592) + 2 * sum({low}) + {count})";
        return $"(intDiv({high} - {rest}, {count}) * {half} + intDiv({doubled}, 2 * {count}) - (({doubled} % (2 * {count}) = 0) and (intDiv({doubled}, 2 * {count}) % 2 = 1)))";
    }

    public override string Aggregate(BoundAggregate aggregate, string? x, IReadOnlyList<OrderKey> order, SqlScope scope) => aggregate.Function switch
    {
        AggregateKind.Rows => "toInt64(count())",
        AggregateKind.Count => $"toInt64(count({x}))",
        AggregateKind.Sum when aggregate.Kind == ColumnKind.Number => $"sum(toNullable({x}))",
        AggregateKind.Mean when aggregate.Kind == ColumnKind.Number => $"avg(toFloat64(toNullable({x})))",
        AggregateKind.Median or AggregateKind.Quantile => Quantile($"toFloat64({x})", aggregate.Parameter.ToString("R", CultureInfo.InvariantCulture)),
        AggregateKind.Variance or AggregateKind.StdDev => base.Aggregate(aggregate, x, order, scope),
        AggregateKind.Any => $"max(toNullable({x}))",
        AggregateKind.All => $"min(toNullable({x}))",
        AggregateKind.First or AggregateKind.Last => base.Aggregate(aggregate, x, order, scope),
        _ => base.Aggregate(aggregate, x is null ? null : $"toNullable({x})", order, scope),
    };

    // Two NaN are not always one to uniqExact: they are counted apart.
    protected override string CountDistinct(string x, ColumnKind kind) => kind != ColumnKind.Number ? $"toInt64(ifNull(uniqExact({x}), 0))"
        : $"(toInt64(ifNull(uniqExact(multiIf(isNaN({x}), NULL, {x} + 0)), 0)) + toInt64(ifNull(max(isNaN({x})), 0)))";

    protected override string Total(string x) => $"(sum({x}) + throwIf(ifNull(abs(sum(toFloat64({x}))), 0) > 9223372036854775000.))";

    protected override string Extreme(string x, ColumnKind kind, bool greatest)
    {
        if (kind != ColumnKind.Number) return $"{(greatest ? "max" : "min")}({x})";
        var number = $"multiIf(isNaN({x}), NULL, {x})";
        return greatest ? $"multiIf(sum(ifNull(isNaN({x}), 0)) > 0, nan, max({number}))" : $"coalesce(min({number}), multiIf(count({x}) > 0, nan, NULL))";
    }

    /// <summary>Over the values themselves, the mean first: varSamp of old versions gives −2 for five equal values of 10⁸, and varSampStable ends the server
    /// when its state comes from a shard. Cost: the values of the column travel.</summary>
    protected override string Variance(string x)
    {
        var mean = $"ifNull(avg({x}), 0)";
        return $"multiIf(count({x}) < 2, NULL, arraySum(arrayMap((`v`, `m`) -> (`v` - `m`) * (`v` - `m`), groupArray({x}), arrayResize([{mean}], toUInt64(count({x})), {mean}))) / (toFloat64(count({x})) - 1))";
    }

    protected override string Quantile(string x, string share)
    {
        var (count, position) = ($"toFloat64(count({x}))", $"({share} * (toFloat64(count({x})) - 1))");
        var values = $"arraySort(groupArray({x}))"; // nulls are passed over
        var (low, high) = ($"{values}[toUInt64(floor({position})) + 1]", $"{values}[toUInt64(ceil({position})) + 1]");
        var part = $"({position} - floor({position}))";
        return $"multiIf({count} = 0, NULL, sum(ifNull(isNaN({x}), 0)) > 0, nan, {part} = 0 or {low} = {high}, {low}, {low} + {part} * ({high} - {low}))";
    }

    protected override string Continuous(string x, string share) => throw new NotSupportedException();

    /// <summary>By argMin and argMax, which in old versions take one key, and no NaN in it.</summary>
    protected override string Ended(string x, ColumnKind kind, IReadOnlyList<OrderKey> order, bool last)
    {
        if (order.Count > 1 || order[0].Kind == ColumnKind.Number)
            throw Lacks("no first and last in an order of several columns or of numbers", "order by one integer, timestamp or text, e.g. Agg.First(\"channel\", orderBy: \"time\"), or Collect() first");
        var known = $"isNotNull({x}) and isNotNull({order[0].Value})";
        // Rows whose key is null come last: they count where there are no others.
        return $"multiIf(sum(toInt64({known})) > 0, toNullable({(order[0].Descending != last ? "argMaxIf" : "argMinIf")}(assumeNotNull({x}), assumeNotNull({order[0].Value}), {known})), "
            + $"anyIf({x}, isNotNull({x})))";
    }
}
