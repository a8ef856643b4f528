using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Privacy.Anonymity;

/// <summary>A sensitive column as codes, with the measures that l-diversity and t-closeness take of a group of its rows. A null is a value.</summary>
internal sealed class Sensitive
{
    private readonly int[] _codes;
    private readonly double[] _overall;
    private readonly bool _ordered;

    public Sensitive(string name, Column column)
    {
        Name = name;
        _ordered = column is not (TextColumn or Column<bool>);
        var raw = EquivalenceClasses.Codes(column);
        var distinct = new Dictionary<int, int>();
        foreach (var row in Rows(column)) distinct.TryAdd(raw[row], distinct.Count);
        _codes = Array.ConvertAll(raw, code => distinct[code]);
        _overall = new double[distinct.Count];
        foreach (var code in _codes) _overall[code] += 1.0 / _codes.Length;
    }

    public string Name { get; }

    /// <summary>Distinct values, entropy-l (e to the entropy) and the distance of the group's distribution from that of all rows.</summary>
    /// <remarks>The distance is the earth mover's of Li, Li and Venkatasubramanian (2007): between numbers and times the ordered distance, each step
    /// from a value to the next costing 1/(m − 1) for m distinct values; between categories the equal distance.</remarks>
    public (int Distinct, double EntropyL, double Closeness) Measure(ReadOnlySpan<int> rows)
    {
        var counts = new int[_overall.Length];
        foreach (var row in rows) counts[_codes[row]]++;
        var (distinct, entropy, carried, moved) = (0, 0.0, 0.0, 0.0);
        for (var code = 0; code < counts.Length; code++)
        {
            var share = counts[code] / (double)rows.Length;
            if (share > 0) (distinct, entropy) = (distinct + 1, entropy - share * Math.Log(share));
            carried += share - _overall[code];
            moved += _ordered ? Math.Abs(carried) : Math.Abs(share - _overall[code]) / 2;
        }
        return (distinct, Math.Exp(entropy), _ordered ? counts.Length < 2 ? 0 : moved / (counts.Length - 1) : moved);
    }

    /// <summary>Rows by value where values have an order; a null last.</summary>
    private IEnumerable<int> Rows(Column column)
    {
        var rows = Enumerable.Range(0, column.Length);
        if (!_ordered) return rows;
        var values = column.ToDoubles();
        return rows.OrderBy(row => column.IsNull(row) ? double.PositiveInfinity : values[row]).ThenBy(row => row);
    }
}
