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
        var width = _widths[level - 1];
        // In decimals, where 0.3 is three bins of 0.1 and not a little less; doubles where decimals end.
        if (Math.Abs(number) < 1e15 && width is > 1e-9 and < 1e15)
        {
            var bin = Math.Floor((decimal)number / (decimal)width);
            return string.Create(CultureInfo.InvariantCulture, $"[{bin * (decimal)width:G29}, {(bin + 1) * (decimal)width:G29})");
        }
        return $"[{Number(Math.Floor(number / width) * width)}, {Number((Math.Floor(number / width) + 1) * width)})";
    }
}
