using System.Numerics;

namespace MarketingNotebooks.Data.Engines;

/// <summary>Gives different 64-bit keys the numbers 0, 1, 2, … in order of arrival. Open addressing, linear probing.</summary>
internal sealed class LongIndex
{
    private long[] _keys;
    private int[] _ids;
    private int _mask;

    public LongIndex(int expected = 16)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, Math.Min(expected, 1 << 28) * 2L));
        _keys = new long[size];
        _ids = new int[size];
        _mask = size - 1;
    }

    /// <summary>Number of different keys so far.</summary>
    public int Count { get; private set; }

    public int GetOrAdd(long key)
    {
        var slot = Slot(key);
        while (_ids[slot] != 0)
        {
            if (_keys[slot] == key) return _ids[slot] - 1;
            slot = (slot + 1) & _mask;
        }
        _keys[slot] = key;
        _ids[slot] = ++Count;
        if (Count > _mask / 2) Grow();
        return Count - 1;
    }

    /// <summary>The key's number, or −1. Safe on several threads while nobody adds.</summary>
    public int Find(long key)
    {
        for (var slot = Slot(key); _ids[slot] != 0; slot = (slot + 1) & _mask)
            if (_keys[slot] == key) return _ids[slot] - 1;
        return -1;
    }

    // Fibonacci hashing after a fold of the high bits (Knuth, TAOCP vol. 3, section 6.4).
    private int Slot(long key) => (int)((((ulong)key ^ ((ulong)key >> 32)) * 0x9E3779B97F4A7C15UL) >> 32) & _mask;

    private void Grow()
    {
        var (keys, ids) = (_keys, _ids);
        _keys = new long[keys.Length * 2];
        _ids = new int[_keys.Length];
        _mask = _keys.Length - 1;
        for (var old = 0; old < ids.Length; old++)
        {
            if (ids[old] == 0) continue;
            var slot = Slot(keys[old]);
            while (_ids[slot] != 0) slot = (slot + 1) & _mask;
            _keys[slot] = keys[old];
            _ids[slot] = ids[old];
        }
    }
}
