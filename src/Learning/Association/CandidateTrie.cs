namespace MarketingNotebooks.Learning.Association;

/// <summary>Candidate sets of one length as a tree of shared beginnings, to count those that a basket holds in one walk.</summary>
internal sealed class CandidateTrie
{
    private readonly int _length;
    private readonly int[] _first; // node of the first item of each rank + 1; 0 for none
    private readonly List<int>[] _ranks;
    private readonly List<int>[] _ends; // past the last child of each node; children of a level stand in one row

    public CandidateTrie(ItemsetLevel candidates, int ranks)
    {
        _length = candidates.Length;
        _ranks = [.. Enumerable.Range(0, _length).Select(_ => new List<int>())];
        _ends = [.. Enumerable.Range(0, _length).Select(_ => new List<int>())];
        Counts = new int[candidates.Count];
        for (var set = 0; set < candidates.Count; set++)
        {
            var items = candidates[set];
            var shared = set == 0 ? 0 : items.CommonPrefixLength(candidates[set - 1]);
            for (var depth = shared; depth < _length; depth++)
            {
                _ranks[depth].Add(items[depth]);
                _ends[depth].Add(0);
            }
            for (var depth = 0; depth < _length - 1; depth++) _ends[depth][^1] = _ranks[depth + 1].Count;
        }
        _first = new int[ranks];
        for (var node = 0; node < _ranks[0].Count; node++) _first[_ranks[0][node]] = node + 1;
    }

    /// <summary>Baskets that held each candidate.</summary>
    public int[] Counts { get; }

    /// <summary>Counts the candidates that a basket holds.</summary>
    /// <param name="basket">Ranks, rising.</param>
    public void Count(ReadOnlySpan<int> basket)
    {
        for (var at = 0; at <= basket.Length - _length; at++)
            if (_first[basket[at]] is var node and > 0) Descend(0, node - 1, basket[(at + 1)..]);
    }

    private void Descend(int depth, int node, ReadOnlySpan<int> rest)
    {
        if (depth == _length - 1)
        {
            Counts[node]++;
            return;
        }
        var ranks = _ranks[depth + 1];
        var (child, end, at) = (node == 0 ? 0 : _ends[depth][node - 1], _ends[depth][node], 0);
        while (child < end && at <= rest.Length - (_length - 1 - depth))
        {
            var gap = ranks[child] - rest[at];
            if (gap == 0) Descend(depth + 1, child, rest[(at + 1)..]);
            if (gap <= 0) child++;
            if (gap >= 0) at++;
        }
    }
}
