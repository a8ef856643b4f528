namespace MarketingNotebooks.Numerics.Spatial;

/// <summary>The best of the rows met so far: nearer first, and of equally near ones the lower row number. A heap, its worst on top.</summary>
internal ref struct NearestRows(Span<(double Square, int Row)> places)
{
    private readonly Span<(double Square, int Row)> _heap = places;
    private int _count;

    /// <summary>Whether a row at this squared distance could still get in.</summary>
    public readonly bool Wants(double square) => _count < _heap.Length || square <= _heap[0].Square;

    /// <summary>Takes a row in, if it is better than the worst.</summary>
    public void Offer(double square, int row)
    {
        var offered = (square, row);
        if (_count < _heap.Length) Rise(_count++, offered);
        else if (offered.CompareTo(_heap[0]) < 0) Sink(offered);
    }

    private readonly void Rise(int at, (double Square, int Row) entry)
    {
        while (at > 0 && entry.CompareTo(_heap[(at - 1) / 2]) > 0)
        {
            _heap[at] = _heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        _heap[at] = entry;
    }

    private readonly void Sink((double Square, int Row) entry)
    {
        var at = 0;
        while (2 * at + 1 < _count)
        {
            var child = 2 * at + 1;
            if (child + 1 < _count && _heap[child + 1].CompareTo(_heap[child]) > 0) child++;
            if (entry.CompareTo(_heap[child]) >= 0) break;
            _heap[at] = _heap[child];
            at = child;
        }
        _heap[at] = entry;
    }
}
