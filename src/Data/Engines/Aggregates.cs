using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Plans;

namespace MarketingNotebooks.Data.Engines;

/// <summary>Summaries of groups.</summary>
internal static class Aggregates
{
    public static Column Compute(BoundAggregate aggregate, Column? argument, Grouping groups) => aggregate.Function switch
    {
        AggregateKind.Rows => new Column<long>(ColumnKind.Integer, groups.Gather(SlotSums.Counts(groups, null))),
        AggregateKind.Count => new Column<long>(ColumnKind.Integer, groups.Gather(SlotSums.Counts(groups, argument!.Validity))),
        AggregateKind.CountDistinct => new Column<long>(ColumnKind.Integer, groups.Gather(DistinctValues.Counts(groups, argument!))),
        AggregateKind.Sum => Sum(aggregate, argument!, groups),
        AggregateKind.Mean => Mean(aggregate, argument!, groups),
        AggregateKind.Variance or AggregateKind.StdDev => Spread(aggregate, argument!, groups),
        AggregateKind.Median or AggregateKind.Quantile => Quantiles.Compute(Doubles(argument!), aggregate.Parameter, groups),
        AggregateKind.First or AggregateKind.Last or AggregateKind.Min or AggregateKind.Max => Chosen.Compute(aggregate.Function, argument!, groups),
        _ => throw new InvalidOperationException($"'{aggregate.Function}' is not an aggregate."),
    };

    private static Column Sum(BoundAggregate aggregate, Column argument, Grouping groups)
    {
        var counts = SlotSums.Counts(groups, argument.Validity);
        var valid = Validity.FromFlags(groups.Gather(Array.ConvertAll(counts, count => count > 0)));
        if (argument is Column<double> numbers) return new Column<double>(aggregate.Kind, groups.Gather(SlotSums.Of(groups, numbers)), valid);
        var sums = SlotSums.Of(groups, (Column<long>)argument) ?? throw new OverflowException(
            $"The sum '{aggregate.Name}' leaves the range of 64-bit integers. Sum {aggregate.Argument} as a number instead: Agg.Sum(c => ({aggregate.Argument}).ToNumber()).");
        return new Column<long>(aggregate.Kind, groups.Gather(sums), valid);
    }

    private static Column Mean(BoundAggregate aggregate, Column argument, Grouping groups)
    {
        var counts = SlotSums.Counts(groups, argument.Validity);
        var sums = SlotSums.Of(groups, Doubles(argument));
        for (var slot = 0; slot < sums.Length; slot++) sums[slot] /= counts[slot];
        var valid = Validity.FromFlags(groups.Gather(Array.ConvertAll(counts, count => count > 0)));
        var means = groups.Gather(sums);
        return aggregate.Kind == ColumnKind.Number
            ? new Column<double>(ColumnKind.Number, means, valid)
            : new Column<long>(aggregate.Kind, Array.ConvertAll(means, mean => double.IsNaN(mean) ? 0 : (long)Math.Round(mean)), valid);
    }

    /// <summary>Two passes: the mean first, then the squares about it (Chan, Golub and LeVeque 1983).</summary>
    private static Column<double> Spread(BoundAggregate aggregate, Column argument, Grouping groups)
    {
        var numbers = Doubles(argument);
        var counts = SlotSums.Counts(groups, argument.Validity);
        var means = SlotSums.Of(groups, numbers);
        for (var slot = 0; slot < means.Length; slot++) means[slot] /= counts[slot];
        var squares = new double[numbers.Length];
        Ranges.For(squares.Length, (start, end) =>
        {
            for (var row = start; row < end; row++)
            {
                var deviation = numbers.Values[row] - means[groups.Slots[row]];
                squares[row] = deviation * deviation;
            }
        });
        var sums = SlotSums.Of(groups, new Column<double>(ColumnKind.Number, squares, numbers.Validity));
        for (var slot = 0; slot < sums.Length; slot++)
        {
            sums[slot] /= counts[slot] - 1;
            if (aggregate.Function == AggregateKind.StdDev) sums[slot] = Math.Sqrt(sums[slot]);
        }
        return new Column<double>(ColumnKind.Number, groups.Gather(sums),
            Validity.FromFlags(groups.Gather(Array.ConvertAll(counts, count => count > 1))));
    }

    private static Column<double> Doubles(Column column) => column as Column<double> ?? ConversionFunctions.Widen((Column<long>)column);
}
