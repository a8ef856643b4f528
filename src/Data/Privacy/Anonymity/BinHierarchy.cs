using System.Globalization;

namespace MarketingNotebooks.Data.Privacy.Anonymity;

/// <summary>Half-open bins [low, high) that start at multiples of their width.</summary>
internal sealed class BinHierarchy : Hierarchy
{
    private readonly double[] _widths;

    public BinHierarchy(double[] widths)
    {
        if (widths.Length == 0) throw new ArgumentException("Hierarchy.Bins needs at least one width. Got none.", nameof(widths));
        for (var i = 0; i < widths.Length; i++)
            if (!(widths[i] > 0 && double.IsFinite(widths[i])) || (i > 0 && (widths[i] <= widths[i - 1] || Math.Abs(Math.IEEERemainder(widths[i], widths[i - 1])) > 1e-9 * widths[i])))
                throw new ArgumentException($"Widths of Hierarchy.Bins must be above 0, each a multiple of the one before. Got {string.Join(", ", widths.Select(Number))}.", nameof(widths));
        _widths = [.. widths];
    }

    public override int Height => _widths.Length + 1;

    private protected override string Coarser(string value, int level)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            throw new ArgumentException($"'{value}' is not a finite number, so it has no bin. Fill or drop it before generalising.");
        var low = Math.Floor(number / _widths[level - 1]) * _widths[level - 1];
        return $"[{Number(low)}, {Number(low + _widths[level - 1])})";
    }
}
