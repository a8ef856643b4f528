namespace MarketingNotebooks.Numerics.Spatial;

/// <summary>Sets that grow together: each element knows the lowest of its set. Two threads may work on elements whose sets never meet.</summary>
internal readonly struct DisjointSets
{
    private readonly int[] _parents;

    /// <summary>Sets of one element each.</summary>
    public DisjointSets(int count) => _parents = [.. Enumerable.Range(0, count)];

    /// <summary>Takes an element out, which stands alone and has no root from then on.</summary>
    public void Exclude(int element) => _parents[element] = -1;

    /// <summary>Whether an element was not taken out.</summary>
    public bool Holds(int element) => _parents[element] >= 0;

    /// <summary>The lowest element of the element's set; paths are halved on the way.</summary>
    public int Root(int element)
    {
        while (_parents[element] != element) element = _parents[element] = _parents[_parents[element]];
        return element;
    }

    /// <summary>Makes one set of two, named by their roots. Returns its root.</summary>
    public int Join(int a, int b)
    {
        var root = Math.Min(a, b);
        return _parents[Math.Max(a, b)] = root;
    }

    /// <summary>The array of the sets, cleared. There are no sets any more.</summary>
    public int[] Reuse()
    {
        Array.Clear(_parents);
        return _parents;
    }
}
