using MarketingNotebooks.Data.Engines.DuckDb.Native;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Text;

namespace MarketingNotebooks.Data.Engines.DuckDb.Reading;

/// <summary>Intervals of days and microseconds as durations; months have no fixed length.</summary>
internal sealed class IntervalSink(string name) : ColumnSink
{
    private readonly ValidityBits _validity = new();
    private Growing<long> _values = new();

    public override void Append(Vector vector)
    {
        var start = _values.Count;
        var source = vector.Span<NativeInterval>();
        var target = _values.Extend(source.Length);
        for (var row = 0; row < target.Length; row++)
        {
            var interval = source[row];
            var micros = (Int128)interval.Days * Times.Day + interval.Micros;
            if ((interval.Months != 0 || micros > long.MaxValue || micros < long.MinValue) && vector.IsValid(row)) throw Fault(start + row, interval);
            target[row] = unchecked((long)micros);
        }
        _validity.Append(vector);
    }

    public override Column Build() => new Column<long>(ColumnKind.Duration, _values.ToArray(), _validity.Build());

    private DuckDbException Fault(int row, NativeInterval interval) => interval.Months == 0
        ? new($"Row {row}, column '{name}' is an interval of {interval.Days:N0} days, longer than a duration holds. Select it in days, e.g. extract(day from \"{name}\").")
        : new($"Row {row}, column '{name}' is an interval of {interval.Months:N0} months, whose length in days is not fixed. "
            + "Count days instead, e.g. date_diff('day', a, b), or cast it to varchar.");
}

/// <summary>Times of day in nanoseconds as durations since midnight.</summary>
internal sealed class NanosecondSink(string name) : ColumnSink
{
    private readonly ValidityBits _validity = new();
    private Growing<long> _values = new();

    public override void Append(Vector vector)
    {
        var source = vector.Span<long>();
        var target = _values.Extend(source.Length);
        for (var row = 0; row < target.Length; row++)
        {
            target[row] = source[row] / 1000;
            if (source[row] % 1000 != 0 && Note is null && vector.IsValid(row)) Note = $"Column '{name}' is in nanoseconds; whole microseconds are kept.";
        }
        _validity.Append(vector);
    }

    public override Column Build() => new Column<long>(ColumnKind.Duration, _values.ToArray(), _validity.Build());
}
