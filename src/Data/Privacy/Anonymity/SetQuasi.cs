using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Privacy.Anonymity;

/// <summary>Categories ordered by their letters: published as the set of values present.</summary>
internal sealed class SetQuasi : QuasiColumn
{
    private readonly int[] _ranks;
    private readonly string[] _values;
    private readonly int[] _seenIn; // the last round in which each rank was seen
    private int _round;

    public SetQuasi(string name, TextColumn column)
        : base(name, Nulls(column))
    {
        var used = new bool[column.Dictionary.Length];
        foreach (var code in column.Codes)
            if (code >= 0) used[code] = true;
        var dictionary = column.Dictionary.ToArray();
        var codes = Enumerable.Range(0, used.Length).Where(code => used[code]).OrderBy(code => dictionary[code], StringComparer.Ordinal).ToArray();
        var rankOf = new int[used.Length];
        for (var rank = 0; rank < codes.Length; rank++) rankOf[codes[rank]] = rank;
        _values = Array.ConvertAll(codes, code => dictionary[code]);
        _ranks = Array.ConvertAll(column.Codes.ToArray(), code => code < 0 ? -1 : rankOf[code]);
        _seenIn = new int[_values.Length];
    }

    public override double Width(ReadOnlySpan<int> rows) => _values.Length < 2 ? 0 : (Distinct(rows).Count - 1.0) / (_values.Length - 1);

    public override List<int[]> Split(int[] rows) => AtMedian(rows, _ranks);

    public override string Publish(ReadOnlySpan<int> rows)
    {
        var present = Distinct(rows);
        present.Sort();
        return present.Count == 1 ? _values[present[0]] : present.Count == _values.Length ? Hierarchy.Any
            : "{" + string.Join(", ", present.Select(rank => _values[rank])) + "}";
    }

    private List<int> Distinct(ReadOnlySpan<int> rows)
    {
        var ranks = new List<int>();
        _round++;
        foreach (var row in rows)
        {
            var rank = _ranks[row];
            if (_seenIn[rank] == _round) continue;
            _seenIn[rank] = _round;
            ranks.Add(rank);
        }
        return ranks;
    }
}
