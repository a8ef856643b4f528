using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Privacy.Anonymity;

/// <summary>Numbers and times: published as a range. What is not finite counts as missing.</summary>
internal sealed class OrderedQuasi : QuasiColumn
{
    private readonly double[] _values;
    private readonly TextColumn _texts;
    private readonly double _domain;

    public OrderedQuasi(string name, Column column)
        : base(name, Nulls(column))
    {
        _values = column.ToDoubles();
        _texts = TextMapping.Texts(DataFrame.FromColumns((name, column)), name);
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var row = 0; row < _values.Length; row++)
        {
            Missing[row] |= !double.IsFinite(_values[row]);
            if (!Missing[row]) (low, high) = (Math.Min(low, _values[row]), Math.Max(high, _values[row]));
        }
        _domain = low > high ? 0 : high - low;
    }

    public override double Width(ReadOnlySpan<int> rows)
    {
        var (low, high) = Ends(rows);
        return _domain == 0 ? 0 : (_values[high] - _values[low]) / _domain;
    }

    public override List<int[]> Split(int[] rows) => AtMedian(rows, _values);

    public override string Publish(ReadOnlySpan<int> rows)
    {
        var (low, high) = Ends(rows);
        return _values[low] == _values[high] ? _texts.Text(low)! : $"[{_texts.Text(low)}, {_texts.Text(high)}]";
    }

    private (int Low, int High) Ends(ReadOnlySpan<int> rows)
    {
        var (low, high) = (rows[0], rows[0]);
        foreach (var row in rows)
        {
            if (_values[row] < _values[low]) low = row;
            if (_values[row] > _values[high]) high = row;
        }
        return (low, high);
    }
}
