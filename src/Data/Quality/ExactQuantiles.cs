namespace MarketingNotebooks.Data.Quality;

/// <summary>Exact quantiles of many values without sorting them: values are counted in narrow bins, and only the bins that hold an asked rank are sorted.</summary>
/// <remarks>Cost: two passes and the sort of a few bins, O(n) unless most values fall into one bin of 65,536, as beside an extreme outlier: then O(n log n).</remarks>
internal sealed class ExactQuantiles
{
    private const int Bins = 1 << 16;
    private readonly double[] _values;
    private readonly int[] _ends = new int[Bins];
    private readonly double _low, _scale;

    /// <summary>Counts values; NaN and infinities are passed over.</summary>
    public ExactQuantiles(double[] values)
    {
        _values = values;
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values)
            if (double.IsFinite(value)) (low, high) = (Math.Min(low, value), Math.Max(high, value));
        (_low, High) = (low, high);
        _scale = high > low ? (Bins - 1) / (high - low) : 0;
        if (!(_scale > 0 && double.IsFinite(_scale))) _scale = 0;
        foreach (var value in values)
            if (double.IsFinite(value)) _ends[Bin(value)]++;
        for (var bin = 1; bin < Bins; bin++) _ends[bin] += _ends[bin - 1];
    }

    /// <summary>Finite values.</summary>
    public int Count => _ends[^1];

    /// <summary>The least value; +∞ when there is none.</summary>
    public double Low => _low;

    /// <summary>The greatest value; −∞ when there is none.</summary>
    public double High { get; }

    /// <summary>The quantiles at <paramref name="shares"/>, interpolated linearly (type 7); NaN without values.</summary>
    public double[] At(params ReadOnlySpan<double> shares)
    {
        var wanted = new SortedDictionary<int, double[]>();
        foreach (var share in shares)
            if (Count > 0)
                foreach (var rank in new[] { (int)(share * (Count - 1)), Math.Min((int)(share * (Count - 1)) + 1, Count - 1) }) wanted.TryAdd(BinOf(rank), []);
        Collect(wanted);
        var quantiles = new double[shares.Length];
        for (var i = 0; i < quantiles.Length; i++)
        {
            if (Count == 0)
            {
                quantiles[i] = double.NaN;
                continue;
            }
            var position = shares[i] * (Count - 1);
            var below = (int)position;
            var (low, high) = (Ranked(below), Ranked(Math.Min(below + 1, Count - 1)));
            quantiles[i] = low == high ? low : low + (position - below) * (high - low);
        }
        return quantiles;

        double Ranked(int rank)
        {
            var bin = BinOf(rank);
            return wanted[bin][rank - (bin == 0 ? 0 : _ends[bin - 1])];
        }
    }

    /// <summary>The values in bars of equal width.</summary>
    public int[] Histogram(int bars)
    {
        var counts = new int[bars];
        if (Count == 0) return counts;
        var scale = High > _low ? bars / (High - _low) : 0;
        foreach (var value in _values)
            if (double.IsFinite(value)) counts[Math.Clamp((int)((value - _low) * scale), 0, bars - 1)]++;
        return counts;
    }

    private int Bin(double value) => (int)((value - _low) * _scale);

    private int BinOf(int rank)
    {
        // The first bin whose end lies above the rank.
        var (low, high) = (0, Bins - 1);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (_ends[middle] > rank) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    private void Collect(SortedDictionary<int, double[]> wanted)
    {
        var slots = new short[Bins];
        var (held, next) = (new double[wanted.Count][], new int[wanted.Count]);
        var slot = 0;
        foreach (var bin in wanted.Keys.ToArray())
        {
            held[slot] = wanted[bin] = new double[_ends[bin] - (bin == 0 ? 0 : _ends[bin - 1])];
            slots[bin] = (short)++slot;
        }
        if (slot == 0) return;
        foreach (var value in _values)
            if (double.IsFinite(value) && slots[Bin(value)] is > 0 and var at) held[at - 1][next[at - 1]++] = value;
        foreach (var values in held) Array.Sort(values);
    }
}
