using System.Runtime.InteropServices;

namespace MarketingNotebooks.Learning.Association;

/// <summary>Sets of one length, of ranks rising within a set, in lexicographic order.</summary>
/// <param name="length">Items a set.</param>
internal sealed class ItemsetLevel(int length)
{
    private readonly List<int> _ranks = [];

    public int Length => length;

    public int Count => Counts.Count;

    public List<int> Counts { get; } = [];

    public ReadOnlySpan<int> this[int set] => CollectionsMarshal.AsSpan(_ranks).Slice(set * length, length);

    /// <summary>Adds a set greater than those before it.</summary>
    public void Add(ReadOnlySpan<int> ranks, int count)
    {
        _ranks.AddRange(ranks);
        Counts.Add(count);
    }

    /// <summary>The sets of one item more all of whose sets of this length are here: two that differ in the last item make one.</summary>
    /// <param name="most">About how many sets a part; the next part is made when it is asked for.</param>
    /// <param name="token">Looked at between sets with other beginnings.</param>
    public IEnumerable<ItemsetLevel> Join(int most, CancellationToken token)
    {
        var joined = new ItemsetLevel(length + 1);
        var (both, part) = (new int[length + 1], new int[length]);
        for (int start = 0, end; start < Count; start = end)
        {
            token.ThrowIfCancellationRequested();
            for (end = start + 1; end < Count && this[end][..^1].SequenceEqual(this[start][..^1]);) end++;
            for (var a = start; a < end; a++)
            {
                this[a].CopyTo(both);
                for (var b = a + 1; b < end; b++)
                {
                    both[^1] = this[b][^1];
                    if (HasAllParts(both, part)) joined.Add(both, 0);
                }
                if (joined.Count < most) continue;
                yield return joined;
                joined = new ItemsetLevel(length + 1);
            }
        }
        if (joined.Count > 0) yield return joined;
    }

    /// <summary>Parts without one of the first items; those without one of the last two are what was joined.</summary>
    private bool HasAllParts(int[] both, int[] part)
    {
        both.AsSpan(1).CopyTo(part);
        for (var left = 0; left < both.Length - 2; left++)
        {
            if (left > 0) part[left - 1] = both[left - 1];
            if (!Contains(part)) return false;
        }
        return true;
    }

    private bool Contains(ReadOnlySpan<int> ranks)
    {
        for (int low = 0, high = Count - 1; low <= high;)
        {
            var middle = (low + high) >>> 1;
            var order = this[middle].SequenceCompareTo(ranks);
            if (order == 0) return true;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }
        return false;
    }
}
