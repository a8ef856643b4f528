using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Privacy.Anonymity;

/// <summary>A sensitive column as codes, with the measures that l-diversity and t-closeness take of a group of its rows. A null is a value.</summary>
internal sealed class Sensitive
{
    private readonly int[] _codes;
    private readonly double[] _shares;

    /// <summary>Share of values up to each, and Σ of those shares before each; both only where values have an order.</summary>
    private readonly double[] _upTo;
    private readonly double[] _sums;
    private readonly bool _ordered;

    /// <param name="column">The column.</param>
    /// <param name="rows">The rows that "everybody" means; only they may be measured.</param>
    public Sensitive(Column column, int[] rows)
    {
        _ordered = column is not (TextColumn or Column<bool>);
        var raw = ColumnCodes.Of(column);
        var place = new int[raw.Count + 1];
        var distinct = 0;
        foreach (var row in InOrder(column, rows))
        {
            ref var code = ref place[raw.Codes[row] + 1];
            if (code == 0) code = ++distinct;
        }
        _codes = Array.ConvertAll(raw.Codes, code => place[code + 1] - 1);
        _shares = new double[distinct];
        foreach (var row in rows) _shares[_codes[row]]++;
        for (var code = 0; code < distinct; code++) _shares[code] /= rows.Length;
        (_upTo, _sums) = (new double[distinct], new double[distinct + 1]);
        for (var code = 0; code < distinct; code++)
        {
            _upTo[code] = _shares[code] + (code == 0 ? 0 : _upTo[code - 1]);
            _sums[code + 1] = _sums[code] + _upTo[code];
        }
    }

    /// <summary>Distinct values, entropy-l (e to the entropy) and the distance of the group's distribution from everybody's.</summary>
    /// <remarks>The distance is the earth mover's of Li, Li and Venkatasubramanian (2007): between numbers and times the ordered distance, each step
    /// from a value to the next costing 1/(m − 1) for m distinct values; between categories the equal distance. Cost: O(group · log group),
    /// however many values the column has: between two values of the group its cumulative share stands still, so sums looked up do.</remarks>
    public (int Distinct, double EntropyL, double Closeness) Measure(ReadOnlySpan<int> rows)
    {
        var codes = new int[rows.Length];
        for (var i = 0; i < codes.Length; i++) codes[i] = _codes[rows[i]];
        Array.Sort(codes);
        var (distinct, entropy, moved, absent, carried, next) = (0, 0.0, 0.0, 1.0, 0.0, 0);
        for (var (start, end) = (0, 0); start < codes.Length; start = end)
        {
            var code = codes[start];
            while (end < codes.Length && codes[end] == code) end++;
            var share = (end - start) / (double)codes.Length;
            (distinct, entropy, absent) = (distinct + 1, entropy - share * Math.Log(share), absent - _shares[code]);
            moved += _ordered ? Gap(carried, next, code) : Math.Abs(share - _shares[code]) / 2;
            (carried, next) = (end / (double)codes.Length, code);
        }
        moved += _ordered ? Gap(carried, next, _shares.Length) : Math.Max(0, absent) / 2;
        return (distinct, Math.Exp(entropy), !_ordered ? moved : _shares.Length < 2 ? 0 : moved / (_shares.Length - 1));
    }

    /// <summary>Σ |carried − share up to j| over the values j from <paramref name="from"/> to before <paramref name="to"/>.</summary>
    private double Gap(double carried, int from, int to)
    {
        var (low, high) = (from, to); // the first value whose share lies above
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_upTo[middle] > carried) high = middle;
            else low = middle + 1;
        }
        return Math.Max(0, carried * (low - from) - (_sums[low] - _sums[from])) + Math.Max(0, _sums[to] - _sums[low] - carried * (to - low));
    }

    /// <summary>Rows by value where values have an order; a null last.</summary>
    private int[] InOrder(Column column, int[] rows)
    {
        if (!_ordered) return rows;
        var (values, sorted) = (column.ToDoubles(), (int[])rows.Clone());
        Array.Sort(Array.ConvertAll(rows, row => column.IsNull(row) ? double.PositiveInfinity : values[row]), sorted);
        return sorted;
    }
}
