using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Plans;

namespace MarketingNotebooks.Data.Engines;

/// <summary>Summaries of groups.</summary>
internal static class Aggregates
{
    public static Column Compute(BoundAggregate aggregate, Column? argument, Column? second, SlotSums sums) => aggregate.Function switch
    {
        AggregateKind.Rows => Whole(sums, sums.Counts(null)),
        AggregateKind.Count => Whole(sums, sums.Counts(argument!.Validity)),
        AggregateKind.CountDistinct => Whole(sums, DistinctValues.Counts(sums.Groups, argument!)),
        AggregateKind.Sum => Sum(aggregate, argument!, sums),
        AggregateKind.Mean => Mean(aggregate, argument!, sums),
        AggregateKind.Variance or AggregateKind.StdDev => Spread(aggregate, argument!, sums),
        AggregateKind.Median or AggregateKind.Quantile => Quantiles.Compute(ConversionFunctions.Doubles(argument!), aggregate.Parameter, sums),
        AggregateKind.First or AggregateKind.Last or AggregateKind.Min or AggregateKind.Max => Chosen.Compute(aggregate.Function, argument!, second, sums.Groups),
        AggregateKind.Any or AggregateKind.All => Chosen.Compute(aggregate.Function == AggregateKind.Any ? AggregateKind.Max : AggregateKind.Min, argument!, null, sums.Groups),
        AggregateKind.Mode => Modes.Compute(argument!, sums.Groups),
        AggregateKind.Covariance or AggregateKind.Correlation => Covariances.Compute(aggregate.Function, argument!, second!, sums),
        _ => throw new InvalidOperationException($"'{aggregate.Function}' is not an aggregate."),
    };

    private static Column<long> Whole(SlotSums sums, long[] slots) => new(ColumnKind.Integer, sums.Groups.Gather(slots));

    private static Column Sum(BoundAggregate aggregate, Column argument, SlotSums sums)
    {
        var valid = sums.AtLeast(1, argument.Validity);
        if (argument is Column<double>) return new Column<double>(aggregate.Kind, sums.Groups.Gather(sums.Numbers(argument)), valid);
        var totals = sums.Integers((Column<long>)argument) ?? throw new OverflowException(
            $"The sum '{aggregate.Name}' leaves the range of 64-bit integers. Sum {aggregate.Argument} as a number instead: Agg.Sum(c => ({aggregate.Argument}).ToNumber()).");
        return new Column<long>(aggregate.Kind, sums.Groups.Gather(totals), valid);
    }

    private static Column Mean(BoundAggregate aggregate, Column argument, SlotSums sums)
    {
        var valid = sums.AtLeast(1, argument.Validity);
        return aggregate.Kind == ColumnKind.Number
            ? new Column<double>(ColumnKind.Number, sums.Groups.Gather(sums.Means(argument)), valid)
            : new Column<long>(aggregate.Kind, sums.Groups.Gather(ExactMeans.Of((Column<long>)argument, sums.Groups)), valid);
    }

    /// <summary>Two passes: the mean first, then the squares about it (Chan, Golub and LeVeque 1983).</summary>
    private static Column<double> Spread(BoundAggregate aggregate, Column argument, SlotSums sums)
    {
        var numbers = ConversionFunctions.Doubles(argument);
        var slots = sums.Groups.Slots;
        var means = sums.Means(argument);
        var squares = new double[numbers.Length];
        Ranges.For(squares.Length, (start, end) =>
        {
            for (var row = start; row < end; row++)
            {
                var deviation = numbers.Values[row] - means[slots[row]];
                squares[row] = deviation * deviation;
            }
        });
        var spreads = sums.Numbers(new Column<double>(ColumnKind.Number, squares, numbers.Validity)).AsSpan().ToArray();
        var counts = sums.Counts(argument.Validity);
        for (var slot = 0; slot < spreads.Length; slot++)
        {
            spreads[slot] /= counts[slot] - 1;
            if (aggregate.Function == AggregateKind.StdDev) spreads[slot] = Math.Sqrt(spreads[slot]);
        }
        return new Column<double>(ColumnKind.Number, sums.Groups.Gather(spreads), sums.AtLeast(2, argument.Validity));
    }
}
