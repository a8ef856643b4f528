using System.Numerics;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines.DuckDb.Reading;

/// <summary>Values that both sides store alike.</summary>
internal sealed class SameSink<T>(ColumnKind kind) : ColumnSink
    where T : unmanaged
{
    private readonly ValidityBits _validity = new();
    private Growing<T> _values = new();

    public override void Append(Vector vector)
    {
        vector.Span<T>().CopyTo(_values.Extend(vector.Count));
        _validity.Append(vector);
    }

    public override Column Build() => new Column<T>(kind, _values.ToArray(), _validity.Build());
}

/// <summary>Integers of 32 bits and less.</summary>
internal sealed class IntegerSink<T> : ColumnSink
    where T : unmanaged, IBinaryInteger<T>
{
    private readonly ValidityBits _validity = new();
    private Growing<long> _values = new();

    public override void Append(Vector vector)
    {
        var source = vector.Span<T>();
        var target = _values.Extend(source.Length);
        for (var row = 0; row < target.Length; row++) target[row] = long.CreateTruncating(source[row]);
        _validity.Append(vector);
    }

    public override Column Build() => new Column<long>(ColumnKind.Integer, _values.ToArray(), _validity.Build());
}

/// <summary>Numbers of 32 bits.</summary>
internal sealed class FloatSink : ColumnSink
{
    private readonly ValidityBits _validity = new();
    private Growing<double> _values = new();

    public override void Append(Vector vector)
    {
        var source = vector.Span<float>();
        var target = _values.Extend(source.Length);
        for (var row = 0; row < target.Length; row++) target[row] = source[row];
        _validity.Append(vector);
    }

    public override Column Build() => new Column<double>(ColumnKind.Number, _values.ToArray(), _validity.Build());
}

/// <summary>Integers beyond 64 bits with a sign, such as sums: integers as long as all fit, else numbers.</summary>
internal sealed class WideSink<T>(string name) : ColumnSink
    where T : unmanaged, IBinaryInteger<T>
{
    private readonly ValidityBits _validity = new();
    private Growing<long> _integers = new();
    private Growing<double> _numbers = new();
    private bool _isNumber;

    public override void Append(Vector vector)
    {
        var source = vector.Span<T>();
        if (!_isNumber && !Fit(vector, source)) Widen();
        if (_isNumber)
        {
            var numbers = _numbers.Extend(source.Length);
            for (var row = 0; row < numbers.Length; row++) numbers[row] = double.CreateTruncating(source[row]);
        }
        else
        {
            var integers = _integers.Extend(source.Length);
            for (var row = 0; row < integers.Length; row++) integers[row] = long.CreateTruncating(source[row]);
        }
        _validity.Append(vector);
    }

    public override Column Build() => _isNumber
        ? new Column<double>(ColumnKind.Number, _numbers.ToArray(), _validity.Build())
        : new Column<long>(ColumnKind.Integer, _integers.ToArray(), _validity.Build());

    private static bool Fit(Vector vector, ReadOnlySpan<T> source)
    {
        for (var row = 0; row < source.Length; row++)
            if (T.CreateTruncating(long.CreateTruncating(source[row])) != source[row] || (T.IsPositive(source[row]) && long.CreateTruncating(source[row]) < 0))
                if (vector.IsValid(row)) return false;
        return true;
    }

    private void Widen()
    {
        _isNumber = true;
        var numbers = _numbers.Extend(_integers.Count);
        for (var row = 0; row < numbers.Length; row++) numbers[row] = _integers.Items[row];
        _integers = new();
        Note = $"Column '{name}' holds integers beyond 64 bits, so it is a number column: about 15 digits are kept.";
    }
}
