namespace MarketingNotebooks.Learning.Association;

/// <summary>Finds the child of a node while a tree is made: open addressing, at most half full. Trees made one after another share one, since
/// a finished tree is walked from below only.</summary>
internal sealed class FpChildren
{
    private const int FewestSlots = 64;

    private ulong[] _keys = new ulong[FewestSlots]; // (parent, item) + 1; 0 for a free slot
    private int[] _nodes = new int[FewestSlots];
    private int _mask = FewestSlots - 1;
    private ulong[] _added = new ulong[FewestSlots / 2]; // the key of each node

    /// <summary>The node added last; nodes are numbered from 1 on, 0 is the root.</summary>
    public int Last { get; private set; }

    /// <summary>Forgets the tree before.</summary>
    public void Clear()
    {
        Array.Clear(_keys, 0, _mask + 1);
        (_mask, Last) = (FewestSlots - 1, 0);
    }

    /// <summary>The child of <paramref name="parent"/> for an item; added where there is none.</summary>
    public int FindOrAdd(int parent, int item)
    {
        var key = (((ulong)(uint)parent << 32) | (uint)item) + 1;
        var slot = First(key);
        for (; _keys[slot] != 0; slot = (slot + 1) & _mask)
            if (_keys[slot] == key) return _nodes[slot];
        if (++Last == _added.Length) Array.Resize(ref _added, 2 * Last);
        _added[Last] = key;
        (_keys[slot], _nodes[slot]) = (key, Last);
        if (2 * Last >= _mask) Grow();
        return Last;
    }

    private int First(ulong key) => (int)((key * 0x9E3779B97F4A7C15UL) >> 33) & _mask;

    private void Grow()
    {
        _mask = 2 * _mask + 1;
        if (_mask >= _keys.Length)
        {
            _keys = new ulong[_mask + 1];
            _nodes = new int[_mask + 1];
        }
        else
        {
            Array.Clear(_keys, 0, _mask + 1);
        }
        for (var node = 1; node <= Last; node++)
        {
            var slot = First(_added[node]);
            while (_keys[slot] != 0) slot = (slot + 1) & _mask;
            (_keys[slot], _nodes[slot]) = (_added[node], node);
        }
    }
}
