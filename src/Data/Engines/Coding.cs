using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines;

/// <summary>A number from 0 to <paramref name="Slots"/> − 1 a row, equal exactly where the values are equal; a null is a value of its own.</summary>
/// <param name="Codes">One a row. Some numbers may be unused.</param>
/// <param name="Slots">One more than the greatest number possible.</param>
internal readonly record struct Coding(int[] Codes, int Slots)
{
    public static Coding Of(Column column) => column switch
    {
        TextColumn text => Text(text),
        Column<bool> flags => Flags(flags),
        Column<double> numbers => Hashed(numbers, Bits),
        _ => Whole((Column<long>)column),
    };

    /// <summary>Bits that are equal exactly where numbers group together: one zero, one NaN.</summary>
    public static long Bits(double value) => value == 0 ? 0 : double.IsNaN(value) ? BitConverter.DoubleToInt64Bits(double.NaN) : BitConverter.DoubleToInt64Bits(value);

    /// <summary>One number for each pair of numbers.</summary>
    public static Coding Combine(Coding first, Coding second)
    {
        var (a, b) = (first.Codes, second.Codes);
        var codes = new int[a.Length];
        var product = (long)first.Slots * second.Slots;
        if (product <= Math.Clamp(2L * a.Length, 1 << 20, Array.MaxLength))
        {
            Ranges.For(codes.Length, (start, end) =>
            {
                for (var row = start; row < end; row++) codes[row] = a[row] * second.Slots + b[row];
            });
            return new Coding(codes, (int)product);
        }
        var index = new LongIndex();
        for (var row = 0; row < codes.Length; row++) codes[row] = index.GetOrAdd((long)a[row] * second.Slots + b[row]);
        return new Coding(codes, index.Count);
    }

    private static Coding Text(TextColumn text)
    {
        var nulls = text.DictionaryArray.Length;
        // A verb may leave a dictionary far longer than the rows it still has.
        if (nulls > 2 * text.Length + 16) return Sparse(text);
        if (text.NullCount == 0) return new Coding(text.CodeArray, nulls);
        var codes = new int[text.Length];
        for (var row = 0; row < codes.Length; row++) codes[row] = text.CodeArray[row] < 0 ? nulls : text.CodeArray[row];
        return new Coding(codes, nulls + 1);
    }

    private static Coding Sparse(TextColumn text)
    {
        var index = new LongIndex();
        var codes = Array.ConvertAll(text.CodeArray, code => index.GetOrAdd(code));
        return new Coding(codes, index.Count);
    }

    private static Coding Flags(Column<bool> flags)
    {
        var codes = new int[flags.Length];
        for (var row = 0; row < codes.Length; row++) codes[row] = flags.IsNull(row) ? 2 : flags.Values[row] ? 1 : 0;
        return new Coding(codes, 3);
    }

    private static Coding Whole(Column<long> column)
    {
        var (least, greatest) = Extent(column);
        if (least > greatest) return new Coding(new int[column.Length], 1);
        var range = (Int128)greatest - least + 1;
        if (range >= Math.Clamp(2L * column.Length, 1 << 20, Array.MaxLength)) return Hashed(column, value => value);
        var nulls = (int)range;
        var values = column.Values;
        var validity = column.Validity;
        var codes = new int[values.Length];
        Ranges.For(codes.Length, (start, end) =>
        {
            for (var row = start; row < end; row++)
                codes[row] = validity is null || validity[row] ? (int)(values[row] - least) : nulls;
        });
        return new Coding(codes, validity is null ? nulls : nulls + 1);
    }

    internal static (long Least, long Greatest) Extent(Column<long> column)
    {
        var values = column.Values;
        var validity = column.Validity;
        var extents = new (long Least, long Greatest)[Ranges.Count(values.Length)];
        Ranges.For(values.Length, (start, end) =>
        {
            var (least, greatest) = (long.MaxValue, long.MinValue);
            for (var row = start; row < end; row++)
            {
                if (validity is not null && !validity[row]) continue;
                least = Math.Min(least, values[row]);
                greatest = Math.Max(greatest, values[row]);
            }
            extents[start / Ranges.Size] = (least, greatest);
        });
        return extents.Length == 0 ? (long.MaxValue, long.MinValue) : (extents.Min(e => e.Least), extents.Max(e => e.Greatest));
    }

    private static Coding Hashed<T>(Column<T> column, Func<T, long> bits)
        where T : unmanaged
    {
        var index = new LongIndex();
        var codes = new int[column.Length];
        for (var row = 0; row < codes.Length; row++)
            codes[row] = column.IsNull(row) ? 0 : index.GetOrAdd(bits(column.Values[row])) + 1;
        return new Coding(codes, index.Count + 1);
    }
}
