using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines;

/// <summary>Counts and sums over the rows of a grouping, a slot at a time; each is computed once, however many aggregates ask.</summary>
internal sealed class SlotSums(Grouping groups)
{
    private readonly Dictionary<Column, double[]> _sums = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Validity, long[]> _counts = new(ReferenceEqualityComparer.Instance);
    private long[]? _rows;

    public Grouping Groups { get; } = groups;

    /// <summary>Rows with a value in each slot. Not to be changed.</summary>
    public long[] Counts(Validity? validity)
    {
        if (validity is null) return _rows ??= Count(null);
        if (!_counts.TryGetValue(validity, out var counts)) _counts.Add(validity, counts = Count(validity));
        return counts;
    }

    /// <summary>The sum in each slot as a number, nulls passed over. Not to be changed.</summary>
    public double[] Numbers(Column column)
    {
        if (!_sums.TryGetValue(column, out var sums)) _sums.Add(column, sums = Sum(ConversionFunctions.Doubles(column)));
        return sums;
    }

    /// <summary>The sum in each slot, nulls passed over; null when one leaves 64 bits.</summary>
    public long[]? Integers(Column<long> column)
    {
        var (slots, values, validity) = (Groups.Slots, column.Values, column.Validity);
        try
        {
            return Reduce<long>((sums, start, end) =>
            {
                for (var row = start; row < end; row++)
                    if (validity is null || validity[row]) sums[slots[row]] = checked(sums[slots[row]] + values[row]);
            });
        }
        catch (OverflowException)
        {
            return Wide(column);
        }
    }

    /// <summary>As above with sums of 128 bits on the way: parts may leave 64 bits where the total does not.</summary>
    private long[]? Wide(Column<long> column)
    {
        var (slots, values, validity) = (Groups.Slots, column.Values, column.Validity);
        var totals = Reduce<Int128>((sums, start, end) =>
        {
            for (var row = start; row < end; row++)
                if (validity is null || validity[row]) sums[slots[row]] += values[row];
        });
        return Array.Exists(totals, total => total < long.MinValue || total > long.MaxValue) ? null : Array.ConvertAll(totals, total => (long)total);
    }

    /// <summary>The mean in each slot as a number; NaN where there is no value.</summary>
    public double[] Means(Column column)
    {
        var means = Numbers(column).AsSpan().ToArray();
        var counts = Counts(column.Validity);
        for (var slot = 0; slot < means.Length; slot++) means[slot] /= counts[slot];
        return means;
    }

    /// <summary>Which groups have at least <paramref name="least"/> values.</summary>
    public Validity? AtLeast(int least, Validity? validity)
    {
        if (least == 1 && validity is null && Groups.Slots.Length > 0) return null; // A group has a row.
        return Validity.FromFlags(Groups.Gather(Array.ConvertAll(Counts(validity), count => count >= least)));
    }

    private long[] Count(Validity? validity)
    {
        var slots = Groups.Slots;
        return Reduce<long>((counts, start, end) =>
        {
            if (validity is null)
                foreach (var slot in slots.AsSpan(start, end - start)) counts[slot]++;
            else
                for (var row = start; row < end; row++)
                    if (validity[row]) counts[slots[row]]++;
        });
    }

    private double[] Sum(Column<double> column)
    {
        var (slots, values, validity) = (Groups.Slots, column.Values, column.Validity);
        return Reduce<double>((sums, start, end) =>
        {
            if (validity is null)
            {
                var from = values.AsSpan(start, end - start);
                var to = slots.AsSpan(start, from.Length);
                for (var i = 0; i < from.Length; i++) sums[to[i]] += from[i];
            }
            else
            {
                for (var row = start; row < end; row++)
                    if (validity[row]) sums[slots[row]] += values[row];
            }
        });
    }

    private T[] Reduce<T>(Action<T[], int, int> accumulate)
        where T : struct, System.Numerics.INumber<T>
    {
        var blocks = new Blocks(Groups.Slots.Length, Groups.SlotCount);
        var partials = new T[blocks.Count][];
        blocks.For((block, start, end) =>
        {
            var partial = new T[Groups.SlotCount];
            accumulate(partial, start, end);
            partials[block] = partial;
        });
        var total = partials[0];
        foreach (var partial in partials.AsSpan(1))
            for (var slot = 0; slot < total.Length; slot++) total[slot] = checked(total[slot] + partial[slot]);
        return total;
    }
}
