using System.Globalization;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Plans;

namespace MarketingNotebooks.Data.Engines.Sql;

internal abstract partial class SqlDialect
{
    /// <summary>The SQL of an aggregate.</summary>
    /// <param name="aggregate">What to compute.</param>
    /// <param name="x">The argument's SQL; null where there is none.</param>
    /// <param name="order">The rows' order; empty when they have none.</param>
    /// <param name="scope">Takes the parameters.</param>
    public virtual string Aggregate(BoundAggregate aggregate, string? x, IReadOnlyList<OrderKey> order, SqlScope scope)
    {
        var kind = aggregate.Argument?.Kind ?? ColumnKind.Integer;
        var number = kind == ColumnKind.Number ? x! : x is null ? "" : Cast(x, NumberType);
        return aggregate.Function switch
        {
            AggregateKind.Rows => "count(*)",
            AggregateKind.Count => $"count({x})",
            AggregateKind.CountDistinct => CountDistinct(x!, kind),
            AggregateKind.Sum => kind == ColumnKind.Number ? $"sum({x})" : Total(x!),
            AggregateKind.Mean => aggregate.Kind switch
            {
                ColumnKind.Number => $"avg({number})",
                ColumnKind.Timestamp => MeanTime(x!),
                _ => WholeMean(x!),
            },
            AggregateKind.Min or AggregateKind.Max => Extreme(x!, kind, aggregate.Function == AggregateKind.Max),
            AggregateKind.Any => $"bool_or({x})",
            AggregateKind.All => $"bool_and({x})",
            AggregateKind.Variance => Variance(number),
            AggregateKind.StdDev => $"sqrt({Variance(number)})",
            AggregateKind.Median or AggregateKind.Quantile => Quantile(number, aggregate.Parameter.ToString("R", CultureInfo.InvariantCulture)),
            AggregateKind.First or AggregateKind.Last => order.Count == 0
                ? throw Lacks($"no order of rows unless OrderBy gives one, so that Agg.{aggregate.Function} means nothing", "OrderBy first")
                : Ended(aggregate.Second is null ? x! : $"(case when {order[0].Value} is not null then {x} end)", kind, order, aggregate.Function == AggregateKind.Last),
            _ => throw Lacks($"no counterpart of Agg.{aggregate.Function} here", "Collect() first"),
        };
    }

    protected virtual string CountDistinct(string x, ColumnKind kind) => $"count(distinct {x})";

    /// <summary>The sum of integers; an error where it leaves 64 bits.</summary>
    protected virtual string Total(string x) => Cast($"sum({x})", IntegerType);

    protected abstract string MeanTime(string x);

    /// <summary>The mean of 64-bit integers as the nearest one, a half as the even one: exact, because sums are wider there.</summary>
    protected virtual string WholeMean(string x)
    {
        var (doubled, twice) = ($"(2 * sum({x}) + count({x}))", $"(2 * nullif(count({x}), 0))");
        var rest = $"(({doubled} % {twice} + {twice}) % {twice})";
        var mean = WholeQuotient($"({doubled} - {rest})", twice);
        return Cast($"({mean} - (case when {rest} = 0 and {mean} % 2 <> 0 then 1 else 0 end))", IntegerType);
    }

    /// <summary>The least or greatest value.</summary>
    protected virtual string Extreme(string x, ColumnKind kind, bool greatest) => kind == ColumnKind.Boolean
        ? $"{(greatest ? "bool_or" : "bool_and")}({x})" : $"{(greatest ? "max" : "min")}({Ordered(x, kind)})";

    protected virtual string Variance(string x) => $"var_samp({x})";

    /// <summary>Type 7 of Hyndman and Fan; NaN where a value is NaN. Infinities are counted, because engines compute with them as they like.</summary>
    protected virtual string Quantile(string x, string share)
    {
        var (up, down) = (Infinity(false), Infinity(true));
        var (count, highest, lowest) = ($"count({x})", $"count(*) filter (where {x} = {up})", $"count(*) filter (where {x} = {down})");
        var position = $"{Cast(share, NumberType)} * ({count} - 1)";
        return $"(case when {count} = 0 then null when count(*) filter (where {IsNaN(x)}) > 0 then {NaN} "
            + $"when floor({position}) >= {count} - {highest} then {up} when ceil({position}) < {lowest} then {down} "
            + $"when floor({position}) < {lowest} then {NaN} when ceil({position}) >= {count} - {highest} then {up} "
            + $"else {Continuous(x, share)} end)";
    }

    protected abstract string Continuous(string x, string share);

    protected string NaN => Cast("'NaN'", NumberType);

    protected string Infinity(bool negative) => Cast(negative ? "'-Infinity'" : "'Infinity'", NumberType);

    /// <summary>The first or last value that is not null.</summary>
    protected abstract string Ended(string x, ColumnKind kind, IReadOnlyList<OrderKey> order, bool last);
}
