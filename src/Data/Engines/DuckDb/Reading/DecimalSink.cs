using System.Globalization;
using MarketingNotebooks.Data.Engines.DuckDb.Native;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines.DuckDb.Reading;

/// <summary>Decimals as the nearest numbers of 64 bits.</summary>
internal sealed class DecimalSink(string name, DuckDbType storage, int scale) : ColumnSink
{
    // Both exact as doubles, so the quotient is the nearest double (IEEE division rounds once).
    private const long MostExact = 1L << 53;
    private const int MostExactScale = 22;

    private readonly ValidityBits _validity = new();
    private readonly double _unit = double.Parse($"1E{scale}", CultureInfo.InvariantCulture);
    private Growing<double> _values = new();

    public override void Append(Vector vector)
    {
        switch (storage)
        {
            case DuckDbType.SmallInt: Append(vector.Span<short>()); break;
            case DuckDbType.Integer: Append(vector.Span<int>()); break;
            case DuckDbType.BigInt: Append(vector, vector.Span<long>()); break;
            default: Append(vector, vector.Span<Int128>()); break;
        }
        _validity.Append(vector);
    }

    public override Column Build() => new Column<double>(ColumnKind.Number, _values.ToArray(), _validity.Build());

    private void Append(ReadOnlySpan<short> source)
    {
        var target = _values.Extend(source.Length);
        for (var row = 0; row < target.Length; row++) target[row] = source[row] / _unit;
    }

    private void Append(ReadOnlySpan<int> source)
    {
        var target = _values.Extend(source.Length);
        for (var row = 0; row < target.Length; row++) target[row] = source[row] / _unit;
    }

    private void Append(Vector vector, ReadOnlySpan<long> source)
    {
        var target = _values.Extend(source.Length);
        for (var row = 0; row < target.Length; row++)
            target[row] = Math.Abs(source[row] / 2) < MostExact / 2 ? source[row] / _unit : Inexact(vector, row, source[row]);
    }

    private void Append(Vector vector, ReadOnlySpan<Int128> source)
    {
        var target = _values.Extend(source.Length);
        for (var row = 0; row < target.Length; row++)
            target[row] = scale <= MostExactScale && source[row] < MostExact && source[row] > -MostExact ? (double)(long)source[row] / _unit : Inexact(vector, row, source[row]);
    }

    private double Inexact(Vector vector, int row, Int128 unscaled)
    {
        if (!vector.IsValid(row)) return 0;
        Note ??= $"Column '{name}' holds decimals of more digits than a number keeps: about 15 are kept.";
        return double.Parse($"{unscaled}E-{scale}", CultureInfo.InvariantCulture);
    }
}
