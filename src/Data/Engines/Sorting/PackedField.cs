using System.Numerics;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines.Sorting;

/// <summary>Some bits of a row's key.</summary>
/// <param name="Bits">How many. Range: 0 to 64.</param>
/// <param name="Write">Adds them to the words of the rows from start to end, moved left by the second argument.</param>
internal sealed record PackedField(int Bits, Action<ulong[], int, int, int> Write)
{
    /// <summary>The fields of a column: where it has nulls, a bit that puts them last; then its values.</summary>
    public static IEnumerable<PackedField> Of(PackedKey key)
    {
        if (key.Column.Validity is { } validity)
            yield return new PackedField(1, (words, shift, start, end) =>
            {
                for (var row = start; row < end; row++)
                    if (!validity[row]) words[row] |= 1UL << shift;
            });
        yield return key.Column switch
        {
            TextColumn text => Texts(text, key),
            Column<bool> flags => Values(flags, key, 1, 1, value => value ? 1UL : 0),
            Column<double> numbers => Numbers(numbers, key),
            _ => Whole((Column<long>)key.Column, key),
        };
    }

    private static PackedField Texts(TextColumn text, PackedKey key)
    {
        var dictionary = text.DictionaryArray;
        if (!key.Ordered && dictionary.Length <= 2 * text.Length + 16)
            return new PackedField(Width((ulong)Math.Max(dictionary.Length - 1, 0)), (words, shift, start, end) =>
            {
                for (var row = start; row < end; row++)
                    if (text.CodeArray[row] >= 0) words[row] |= (ulong)text.CodeArray[row] << shift;
            });
        var ranks = TextRanks.Of(text);
        var greatest = ranks.Length == 0 ? 0 : ranks.Max();
        return new PackedField(Width((ulong)greatest), (words, shift, start, end) =>
        {
            for (var row = start; row < end; row++)
                if (text.CodeArray[row] is >= 0 and var code) words[row] |= (ulong)(key.Descending ? greatest - ranks[code] : ranks[code]) << shift;
        });
    }

    private static PackedField Whole(Column<long> column, PackedKey key)
    {
        var (least, greatest) = Coding.Extent(column);
        if (least > greatest) return new PackedField(0, (_, _, _, _) => { });
        var step = Steps.Of(column, least);
        var range = (ulong)(greatest - least) / step;
        if (step == 1) return Values(column, key, Width(range), range, value => (ulong)(value - least));
        return Values(column, key, Width(range), range, value => (ulong)(value - least) / step);
    }

    private static PackedField Numbers(Column<double> column, PackedKey key)
    {
        if (DecimalScale.Of(column) is { } scale)
        {
            // Few decimals, as amounts of money have: the whole numbers of cents are ordered alike and need far fewer bits.
            var (low, high) = Extent(column, value => (ulong)(long)Math.Round(value * scale) ^ 1UL << 63);
            return Values(column, key, Width(high - low), high - low, value => ((ulong)(long)Math.Round(value * scale) ^ 1UL << 63) - low);
        }
        var (least, greatest) = Extent(column, RowOrder.Key);
        return Values(column, key, Width(greatest - least), greatest - least, value => RowOrder.Key(value) - least);
    }

    private static (ulong Least, ulong Greatest) Extent(Column<double> column, Func<double, ulong> map)
    {
        var extents = new (ulong Least, ulong Greatest)[Ranges.Count(column.Length)];
        Ranges.For(column.Length, (start, end) =>
        {
            var (least, greatest) = (ulong.MaxValue, 0UL);
            for (var row = start; row < end; row++)
            {
                if (column.IsNull(row)) continue;
                var value = map(column.Values[row]);
                least = Math.Min(least, value);
                greatest = Math.Max(greatest, value);
            }
            extents[start / Ranges.Size] = (least, greatest);
        });
        var (low, high) = (extents.Min(each => each.Least), extents.Max(each => each.Greatest));
        return low > high ? (0, 0) : (low, high);
    }

    private static PackedField Values<T>(Column<T> column, PackedKey key, int bits, ulong greatest, Func<T, ulong> map)
        where T : unmanaged => new(bits, (words, shift, start, end) =>
    {
        var (values, validity, descending) = (column.Values, column.Validity, key.Descending);
        for (var row = start; row < end; row++)
        {
            if (validity is not null && !validity[row]) continue;
            var value = map(values[row]);
            words[row] |= (descending ? greatest - value : value) << shift;
        }
    });

    private static int Width(ulong greatest) => 64 - BitOperations.LeadingZeroCount(greatest);
}
