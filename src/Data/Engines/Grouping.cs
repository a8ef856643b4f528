using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines;

/// <summary>Rows put into groups. Groups are numbered in order of first appearance.</summary>
/// <remarks>Work over rows uses a slot a row; slots may be unused and are not in order, which saves a pass that renumbers them.</remarks>
internal sealed class Grouping
{
    private int[]? _slotOfGroup;

    private Grouping(Coding coding, int[] firstRows)
    {
        Slots = coding.Codes;
        SlotCount = coding.Slots;
        FirstRows = firstRows;
    }

    /// <summary>The slot of each row.</summary>
    public int[] Slots { get; }

    /// <summary>Number of slots, unused ones included.</summary>
    public int SlotCount { get; }

    /// <summary>The first row of each group, ascending.</summary>
    public int[] FirstRows { get; }

    /// <summary>Number of groups.</summary>
    public int Count => FirstRows.Length;

    public static Grouping Of(Column[] keys, int rows)
    {
        if (keys.Length == 0) return new Grouping(new Coding(new int[rows], 1), [0]);
        var coding = Coding.Of(keys[0]);
        for (var key = 1; key < keys.Length; key++) coding = Coding.Combine(coding, Coding.Of(keys[key]));
        return new Grouping(coding, First(coding));
    }

    /// <summary>What the slots hold, group by group.</summary>
    public T[] Gather<T>(T[] slots)
    {
        var order = _slotOfGroup ??= Slots.Length == 0 ? [0] : Array.ConvertAll(FirstRows, row => Slots[row]);
        var groups = new T[Count];
        for (var group = 0; group < groups.Length; group++) groups[group] = slots[order[group]];
        return groups;
    }

    /// <summary>The groups' values of a key. Zeros of both signs are one group, whose value has none.</summary>
    public Column Keys(Column key) => key.Take(FirstRows) is Column<double> numbers
        ? new Column<double>(numbers.Kind, Array.ConvertAll(numbers.Span.ToArray(), value => value + 0.0), numbers.Validity) : key.Take(FirstRows);

    private static int[] First(Coding coding)
    {
        var codes = coding.Codes;
        var seen = new ulong[Validity.WordCount(coding.Slots)];
        var first = new List<int>();
        for (var row = 0; row < codes.Length && first.Count < coding.Slots; row++)
        {
            ref var word = ref seen[codes[row] >> 6];
            var bit = 1UL << (codes[row] & 63);
            if ((word & bit) != 0) continue;
            word |= bit;
            first.Add(row);
        }
        return [.. first];
    }
}

/// <summary>Cuts rows into blocks that each keep their own accumulators. The cut depends on the data's size alone, so sums come out
/// the same at any thread count.</summary>
internal readonly struct Blocks
{
    private const int Most = 32;
    private readonly int _rows;

    public Blocks(int rows, int slots)
    {
        _rows = rows;
        Count = (int)Math.Clamp(rows / Math.Max(Ranges.Size, 2L * slots), 1, Most);
    }

    public int Count { get; }

    public void For(Action<int, int, int> work)
    {
        var (rows, count) = (_rows, Count);
        if (count == 1) work(0, 0, rows);
        else Ranges.Each(count, block => work(block, Start(block), Start(block + 1)));

        int Start(int block) => (int)((long)rows * block / count);
    }
}
