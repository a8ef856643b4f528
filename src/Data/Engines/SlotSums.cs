using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines;

/// <summary>Counts and sums over rows, a slot at a time.</summary>
internal static class SlotSums
{
    /// <summary>Rows with a value in each slot.</summary>
    public static long[] Counts(Grouping groups, Validity? validity)
    {
        var slots = groups.Slots;
        return Reduce<long>(groups, (counts, start, end) =>
        {
            if (validity is null)
                foreach (var slot in slots.AsSpan(start, end - start)) counts[slot]++;
            else
                for (var row = start; row < end; row++)
                    if (validity[row]) counts[slots[row]]++;
        });
    }

    /// <summary>The sum in each slot, nulls passed over.</summary>
    public static double[] Of(Grouping groups, Column<double> column)
    {
        var (slots, values, validity) = (groups.Slots, column.Values, column.Validity);
        return Reduce<double>(groups, (sums, start, end) =>
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

    /// <summary>The sum in each slot, nulls passed over; null when one leaves 64 bits.</summary>
    public static long[]? Of(Grouping groups, Column<long> column)
    {
        var (slots, values, validity) = (groups.Slots, column.Values, column.Validity);
        try
        {
            return Reduce<long>(groups, (sums, start, end) =>
            {
                for (var row = start; row < end; row++)
                    if (validity is null || validity[row]) sums[slots[row]] = checked(sums[slots[row]] + values[row]);
            });
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static T[] Reduce<T>(Grouping groups, Action<T[], int, int> accumulate)
        where T : struct, System.Numerics.INumber<T>
    {
        var blocks = new Blocks(groups.Slots.Length, groups.SlotCount);
        var partials = new T[blocks.Count][];
        blocks.For((block, start, end) =>
        {
            var partial = new T[groups.SlotCount];
            accumulate(partial, start, end);
            partials[block] = partial;
        });
        var total = partials[0];
        foreach (var partial in partials.AsSpan(1))
            for (var slot = 0; slot < total.Length; slot++) total[slot] = checked(total[slot] + partial[slot]);
        return total;
    }
}
