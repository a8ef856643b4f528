using System.Collections.Immutable;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Learning.Association;

/// <summary>Baskets and the items in each: what frequent itemsets and association rules are mined from. Immutable.</summary>
/// <remarks>Stored row by row (CSR): one code an item in a basket, rising within it; memory 4 bytes an occurrence and a basket. An item is in a
/// basket or not: repeats are counted once. Empty baskets stay, and count in every share.</remarks>
public sealed class BasketSet
{
    private readonly int[] _starts;
    private readonly int[] _items;

    private BasketSet(int[] starts, int[] items, ImmutableArray<string> itemNames, Column? keys) =>
        (_starts, _items, ItemNames, Keys) = (starts, items, itemNames, keys);

    /// <summary>Number of baskets N, empty ones included.</summary>
    public int Count => _starts.Length - 1;

    /// <summary>Number of different items d; codes run from 0 to d − 1.</summary>
    public int ItemCount => ItemNames.Length;

    /// <summary>Items summed over baskets, repeats not counted.</summary>
    public int Occurrences => _items.Length;

    /// <summary>Shape (d): the name of each item code.</summary>
    public ImmutableArray<string> ItemNames { get; }

    /// <summary>Shape (N): what the frame named each basket, e.g. its order; null where the baskets did not come from a frame.</summary>
    public Column? Keys { get; }

    /// <summary>The item codes of one basket, rising, each once.</summary>
    /// <param name="basket">Range: 0 ≤ basket &lt; <see cref="Count"/>.</param>
    public ReadOnlySpan<int> this[int basket] => _items.AsSpan(_starts[basket], _starts[basket + 1] - _starts[basket]);

    /// <summary>The code of an item.</summary>
    /// <param name="name">As in <see cref="ItemNames"/>, letter for letter; blanks around it are dropped where there is none so named. Cost: O(d).</param>
    /// <exception cref="ArgumentException">There is no such item.</exception>
    public int CodeOf(string name)
    {
        var code = ItemNames.IndexOf(name);
        if (code < 0) code = ItemNames.IndexOf(name.Trim());
        return code >= 0 ? code : throw new ArgumentException(
            $"Item '{name}' is in no basket. The {ItemCount:N0} items begin with {string.Join(", ", ItemNames.Take(5))}.");
    }

    /// <summary>Which baskets hold all of some items.</summary>
    /// <param name="items">Item codes; none gives every basket.</param>
    /// <returns>Shape (N).</returns>
    public bool[] Holding(params ReadOnlySpan<int> items)
    {
        var holds = new bool[Count];
        for (var basket = 0; basket < holds.Length; basket++)
        {
            var inside = this[basket];
            holds[basket] = true;
            foreach (var item in items) holds[basket] &= inside.BinarySearch(item) >= 0;
        }
        return holds;
    }

    /// <summary>Baskets of item names.</summary>
    /// <remarks>Blanks around a name are dropped: no shop sells <c>"tea "</c> beside <c>"tea"</c>. Letter case is kept, since codes such as
    /// <c>a1</c> and <c>A1</c> may be two products; where it only tells who typed, give names in lower case.</remarks>
    /// <param name="baskets">One list of names a basket; it may be empty or repeat a name. Blank names are no items, as between two commas.</param>
    /// <exception cref="ArgumentException">A basket or a name is null.</exception>
    public static BasketSet From(IEnumerable<IEnumerable<string>> baskets)
    {
        ArgumentNullException.ThrowIfNull(baskets);
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        var (rows, items, count) = (new List<int>(), new List<int>(), 0);
        foreach (var basket in baskets)
        {
            foreach (var name in basket ?? throw Nothing(count, "itself"))
            {
                var trimmed = (name ?? throw Nothing(count, "an item of it")).Trim();
                if (trimmed.Length == 0) continue;
                if (!index.TryGetValue(trimmed, out var code)) index.Add(trimmed, code = index.Count);
                rows.Add(count);
                items.Add(code);
            }
            count++;
        }
        return FromCodes(count, [.. rows], [.. items], [.. index.Keys]);
    }

    /// <summary>Baskets given as pairs of codes, one pair a line, in any order. Items are recoded by the ordinal order of their names.</summary>
    /// <param name="baskets">Number of baskets N. ≥ 0; those that no line names are empty.</param>
    /// <param name="rows">The basket of each line. Range: 0 ≤ row &lt; N.</param>
    /// <param name="items">The item of each line, an index into <paramref name="names"/>; −1 for none.</param>
    /// <param name="names">Names of items, each once, taken as they are; those that no line has are left out.</param>
    /// <param name="keys">Shape (N): a name for each basket. Default: none.</param>
    /// <exception cref="ArgumentException">Lengths differ, a code is outside its range, or a name occurs twice.</exception>
    public static BasketSet FromCodes(int baskets, ReadOnlySpan<int> rows, ReadOnlySpan<int> items, IReadOnlyList<string> names, Column? keys = null)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (baskets < 0 || rows.Length != items.Length || (keys is not null && keys.Length != baskets))
            throw new ArgumentException($"BasketSet.FromCodes needs an item for each row and a key for each basket. Got {baskets} baskets, {rows.Length} rows, {items.Length} items and {keys?.Length ?? baskets} keys.");
        var recoded = Recode(items, names, out var sorted);
        var starts = new int[baskets + 1];
        for (var line = 0; line < rows.Length; line++)
        {
            if ((uint)rows[line] >= (uint)baskets) throw new ArgumentException($"Line {line} names basket {rows[line]}. There are baskets 0 to {baskets - 1}.");
            if (items[line] >= 0) starts[rows[line] + 1]++;
        }
        for (var basket = 0; basket < baskets; basket++) starts[basket + 1] += starts[basket];
        var filled = new int[starts[^1]];
        var next = starts.AsSpan(0, baskets).ToArray();
        for (var line = 0; line < rows.Length; line++)
            if (items[line] >= 0) filled[next[rows[line]]++] = recoded[items[line]];
        return new BasketSet(starts, Once(starts, filled), [.. sorted], keys);
    }

    /// <summary>New codes, by name, of the items that occur.</summary>
    private static int[] Recode(ReadOnlySpan<int> items, IReadOnlyList<string> names, out string[] sorted)
    {
        var occurs = new bool[names.Count];
        for (var line = 0; line < items.Length; line++)
        {
            if (items[line] < -1 || items[line] >= names.Count) throw new ArgumentException($"Line {line} names item {items[line]}. There are items 0 to {names.Count - 1}, and −1 for none.");
            if (items[line] >= 0) occurs[items[line]] = true;
        }
        var old = Enumerable.Range(0, names.Count).Where(item => occurs[item]).ToArray();
        sorted = [.. old.Select(item => names[item])];
        Array.Sort(sorted, old, StringComparer.Ordinal);
        var recoded = new int[names.Count];
        for (var code = 0; code < old.Length; code++)
        {
            if (code > 0 && sorted[code] == sorted[code - 1]) throw new ArgumentException($"Item '{sorted[code]}' has two codes, {old[code - 1]} and {old[code]}. Give each name once.");
            recoded[old[code]] = code;
        }
        return recoded;
    }

    /// <summary>Sorts each basket and drops repeats; moves <paramref name="starts"/> accordingly.</summary>
    private static int[] Once(int[] starts, int[] items)
    {
        var kept = 0;
        for (var basket = 0; basket < starts.Length - 1; basket++)
        {
            var inside = items.AsSpan(starts[basket], starts[basket + 1] - starts[basket]);
            inside.Sort();
            starts[basket] = kept;
            for (var at = 0; at < inside.Length; at++)
                if (at == 0 || inside[at] != inside[at - 1]) items[kept++] = inside[at];
        }
        starts[^1] = kept;
        return items[..kept];
    }

    private static ArgumentException Nothing(int basket, string what) =>
        new($"Basket {basket}: {what} is null. Give an empty list for an empty basket, and leave out items without a name.");
}
