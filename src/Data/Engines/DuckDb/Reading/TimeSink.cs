using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Text;

namespace MarketingNotebooks.Data.Engines.DuckDb.Reading;

/// <summary>Dates and timestamps of any unit as timestamps in microseconds.</summary>
internal abstract class TimeSink(string name) : ColumnSink
{
    private readonly ValidityBits _validity = new();
    private Growing<long> _values = new();

    public static TimeSink Dates(string name) => new Scaled<int>(name, days => days, Times.Day, int.MaxValue);

    public static TimeSink Micros(string name) => new Scaled<long>(name, micros => micros, 1, long.MaxValue);

    public static TimeSink Seconds(string name) => new Scaled<long>(name, seconds => seconds, Times.Second, long.MaxValue);

    public static TimeSink Milliseconds(string name) => new Scaled<long>(name, milliseconds => milliseconds, 1000, long.MaxValue);

    public static TimeSink Nanoseconds(string name) => new Nano(name);

    public override void Append(Vector vector)
    {
        var start = _values.Count;
        var target = _values.Extend(vector.Count);
        Convert(vector, target);
        for (var row = 0; row < target.Length; row++)
            if ((ulong)(target[row] - Times.MinValue) > (ulong)(Times.MaxValue - Times.MinValue) && vector.IsValid(row)) throw Outside(start + row, vector, row);
        _validity.Append(vector);
    }

    public override Column Build() => new Column<long>(ColumnKind.Timestamp, _values.ToArray(), _validity.Build());

    private protected abstract void Convert(Vector vector, Span<long> target);

    private protected abstract bool IsInfinite(Vector vector, int row);

    private DuckDbException Outside(int at, Vector vector, int row) => new($"Row {at}, column '{name}' is {(IsInfinite(vector, row) ? "infinity" : "a date")}"
        + $", outside the years 0001 to 9999 that a frame holds. Limit it in SQL, e.g. where \"{name}\" < date '9999-12-31', or cast it to varchar.");

    private sealed class Scaled<T>(string name, Func<T, long> widen, long unit, long infinity) : TimeSink(name)
        where T : unmanaged
    {
        private protected override void Convert(Vector vector, Span<long> target)
        {
            var source = vector.Span<T>();
            // Too large a value becomes one that is surely outside, never one that wraps into the range.
            for (var row = 0; row < target.Length; row++)
            {
                var value = widen(source[row]);
                target[row] = unit == 1 ? value : Math.Abs((double)value * unit) < long.MaxValue / 2 ? value * unit : long.MaxValue;
            }
        }

        private protected override bool IsInfinite(Vector vector, int row) => widen(vector.Span<T>()[row]) is var value && (value == infinity || value == -infinity);
    }

    private sealed class Nano(string name) : TimeSink(name)
    {
        private readonly string _name = name;

        private protected override void Convert(Vector vector, Span<long> target)
        {
            var source = vector.Span<long>();
            for (var row = 0; row < target.Length; row++)
            {
                var (micros, rest) = Math.DivRem(source[row], 1000);
                target[row] = source[row] is long.MaxValue or -long.MaxValue ? long.MaxValue : rest < 0 ? micros - 1 : micros;
                if (rest != 0 && Note is null && vector.IsValid(row)) Note = $"Column '{_name}' is in nanoseconds; whole microseconds are kept.";
            }
        }

        private protected override bool IsInfinite(Vector vector, int row) => true;
    }
}
