using System.Numerics;

namespace MarketingNotebooks.Learning.Association;

/// <summary>Finds sets by their items: open addressing over the sets' own storage, at most half full.</summary>
internal sealed class ItemsetIndex
{
    private readonly Itemsets _sets;
    private readonly int[] _slots;

    public ItemsetIndex(Itemsets sets)
    {
        _sets = sets;
        _slots = new int[BitOperations.RoundUpToPowerOf2((uint)sets.Count * 2 + 1)];
        for (var set = 0; set < sets.Count; set++)
        {
            var slot = First(sets[set]);
            while (_slots[slot] != 0) slot = (slot + 1) & (_slots.Length - 1);
            _slots[slot] = set + 1;
        }
    }

    /// <summary>The position of the set, or −1.</summary>
    public int Find(ReadOnlySpan<int> items)
    {
        for (var slot = First(items); _slots[slot] != 0; slot = (slot + 1) & (_slots.Length - 1))
            if (_sets[_slots[slot] - 1].SequenceEqual(items)) return _slots[slot] - 1;
        return -1;
    }

    private int First(ReadOnlySpan<int> items)
    {
        var hash = 14695981039346656037UL;
        foreach (var item in items) hash = (hash ^ (uint)item) * 1099511628211UL;
        return (int)((hash * 0x9E3779B97F4A7C15UL) >> 33) & (_slots.Length - 1);
    }
}
