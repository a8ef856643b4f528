using System.Collections.Immutable;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Learning.Association;

/// <summary>Sets of items and the number of baskets that hold each. Immutable, thread-safe.</summary>
/// <remarks>In order of length, then of item codes. Memory: 8 + 4 · length bytes a set, and as much again for look-ups once they are used.</remarks>
public sealed partial class Itemsets
{
    private readonly int[] _starts;
    private readonly int[] _items;
    private readonly int[] _counts;
    private readonly Lazy<ItemsetIndex> _index;

    private Itemsets(int[] starts, int[] items, int[] counts, int baskets, int least, ImmutableArray<string> itemNames)
    {
        (_starts, _items, _counts, BasketCount, MinCount, ItemNames) = (starts, items, counts, baskets, least, itemNames);
        _index = new Lazy<ItemsetIndex>(() => new ItemsetIndex(this));
    }

    /// <summary>Number of sets.</summary>
    public int Count => _counts.Length;

    /// <summary>Baskets mined, N, empty ones included.</summary>
    public int BasketCount { get; }

    /// <summary>The smallest number of baskets that made a set frequent.</summary>
    public int MinCount { get; }

    /// <summary>The name of each item code.</summary>
    public ImmutableArray<string> ItemNames { get; }

    /// <summary>The item codes of one set, rising.</summary>
    /// <param name="set">Range: 0 ≤ set &lt; <see cref="Count"/>.</param>
    public ReadOnlySpan<int> this[int set] => _items.AsSpan(_starts[set], _starts[set + 1] - _starts[set]);

    /// <summary>How many baskets hold the set.</summary>
    /// <param name="set">Range: 0 ≤ set &lt; <see cref="Count"/>.</param>
    public int CountOf(int set) => _counts[set];

    /// <summary>The share of baskets that hold the set, in (0, 1].</summary>
    /// <param name="set">Range: 0 ≤ set &lt; <see cref="Count"/>.</param>
    public double Support(int set) => (double)_counts[set] / BasketCount;

    /// <summary>Number of sets of 1, 2, … items.</summary>
    public ImmutableArray<int> CountsByLength
    {
        get
        {
            var counts = new int[Count == 0 ? 0 : this[Count - 1].Length];
            for (var set = 0; set < Count; set++) counts[this[set].Length - 1]++;
            return [.. counts];
        }
    }

    /// <summary>The position of a set, or −1 where it is not among these. Cost: O(its length), after the first call.</summary>
    /// <param name="items">Item codes, rising.</param>
    public int IndexOf(ReadOnlySpan<int> items) => _index.Value.Find(items);

    /// <summary>The names of a set's items, e.g. <c>Eggs, Onion</c>.</summary>
    /// <param name="set">Range: 0 ≤ set &lt; <see cref="Count"/>.</param>
    public string NameOf(int set) => Names(this[set], ItemNames);

    /// <summary>One row a set: items, length, count, support.</summary>
    public DataFrame Tidy() => DataFrame.FromColumns(
        ("items", TextColumn.From(Enumerable.Range(0, Count).Select(NameOf))),
        ("length", new Column<long>(ColumnKind.Integer, [.. Enumerable.Range(0, Count).Select(set => (long)this[set].Length)])),
        ("count", new Column<long>(ColumnKind.Integer, [.. Enumerable.Range(0, Count).Select(set => (long)_counts[set])])),
        ("support", new Column<double>(ColumnKind.Number, [.. Enumerable.Range(0, Count).Select(Support)])));

    internal static string Names(ReadOnlySpan<int> items, ImmutableArray<string> names)
    {
        var parts = new string[items.Length];
        for (var at = 0; at < items.Length; at++) parts[at] = names[items[at]];
        return string.Join(", ", parts);
    }

    /// <summary>Joins what threads found, in the order of length and codes: the same whoever found what.</summary>
    internal static Itemsets Sorted(IReadOnlyList<ItemsetSink> sinks, int baskets, int least, ImmutableArray<string> names)
    {
        var total = sinks.Sum(sink => sink.Count);
        var (items, starts, counts) = (new int[sinks.Sum(sink => sink.Items)], new int[total + 1], new int[total]);
        var (set, filled) = (0, 0);
        foreach (var sink in sinks)
        {
            sink.CopyTo(items.AsSpan(filled), starts.AsSpan(set + 1), counts.AsSpan(set));
            (set, filled) = (set + sink.Count, filled + sink.Items);
        }
        for (set = 0; set < total; set++) starts[set + 1] += starts[set];
        var found = new Itemsets(starts, items, counts, baskets, least, names);
        return found.Pick(found.Order());
    }

    /// <summary>Some of the sets, in the order given.</summary>
    private Itemsets Pick(ReadOnlySpan<int> sets)
    {
        var starts = new int[sets.Length + 1];
        for (var at = 0; at < sets.Length; at++) starts[at + 1] = starts[at] + this[sets[at]].Length;
        var (items, counts) = (new int[starts[^1]], new int[sets.Length]);
        for (var at = 0; at < sets.Length; at++)
        {
            this[sets[at]].CopyTo(items.AsSpan(starts[at]));
            counts[at] = _counts[sets[at]];
        }
        return new Itemsets(starts, items, counts, BasketCount, MinCount, ItemNames);
    }

    /// <summary>Sorts by length and the first two codes as one number each, then settles what is still equal by comparing.</summary>
    private int[] Order()
    {
        var longest = 0;
        for (var set = 0; set < Count; set++) longest = Math.Max(longest, this[set].Length);
        var byLength = new int[longest + 2];
        for (var set = 0; set < Count; set++) byLength[this[set].Length + 1]++;
        for (var length = 1; length < byLength.Length; length++) byLength[length] += byLength[length - 1];
        var (placed, heads, next) = (new int[Count], new long[Count], byLength.AsSpan().ToArray());
        for (var set = 0; set < Count; set++)
        {
            var items = this[set];
            var at = next[items.Length]++;
            (placed[at], heads[at]) = (set, ((long)items[0] << 32) | (uint)(items.Length > 1 ? items[1] : 0));
        }
        for (var length = 1; length < byLength.Length - 1; length++)
            Array.Sort(heads, placed, byLength[length], byLength[length + 1] - byLength[length]);
        for (int start = 0, end; start < Count; start = end)
        {
            var length = this[placed[start]].Length;
            for (end = start + 1; end < Count && heads[end] == heads[start] && this[placed[end]].Length == length;) end++;
            if (end - start > 1) placed.AsSpan(start, end - start).Sort((a, b) => this[a].SequenceCompareTo(this[b]));
        }
        return placed;
    }
}
