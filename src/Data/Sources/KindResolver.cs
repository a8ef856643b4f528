using System.Globalization;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Sources;

/// <summary>How often each pattern occurs in a column.</summary>
internal sealed class PatternCounts
{
    private readonly long[] _counts = new long[ValuePatterns.Count];
    private readonly string?[] _examples = new string?[ValuePatterns.Count];

    /// <summary>Values counted, nulls not among them.</summary>
    public long Values { get; private set; }

    /// <summary>How many values have one of the patterns.</summary>
    public long Of(params ReadOnlySpan<ValuePattern> patterns)
    {
        var sum = 0L;
        foreach (var pattern in patterns) sum += _counts[(int)pattern];
        return sum;
    }

    /// <summary>Counts values of one pattern.</summary>
    public void Add(ValuePattern pattern, long count, ReadOnlySpan<byte> example)
    {
        if (pattern == ValuePattern.Empty || count == 0) return;
        if (_counts[(int)pattern] == 0) _examples[(int)pattern] = System.Text.Encoding.UTF8.GetString(example[..Math.Min(example.Length, 64)]).Trim();
        _counts[(int)pattern] += count;
        Values += count;
    }

    /// <summary>A value of one of the patterns.</summary>
    public string Example(params ReadOnlySpan<ValuePattern> patterns)
    {
        foreach (var pattern in patterns)
            if (_examples[(int)pattern] is { } example) return example;
        return "";
    }

    /// <summary>A value whose pattern is none of <paramref name="patterns"/>.</summary>
    public string ExampleBeside(ReadOnlySpan<ValuePattern> patterns)
    {
        for (var i = ValuePatterns.Count - 1; i >= 0; i--)
            if (_examples[i] is { } example && !patterns.Contains((ValuePattern)i)) return example;
        return "";
    }
}

/// <summary>A column's reading and, where it may surprise, the reason.</summary>
internal readonly record struct Resolution(Reading Reading, string? Note, bool Ambiguous = false);

/// <summary>Decides what a column holds from the patterns of all its values.</summary>
internal static class KindResolver
{
    private static ReadOnlySpan<ValuePattern> ByPoint => [ValuePattern.Integer, ValuePattern.Point, ValuePattern.CommaGroups, ValuePattern.EitherPoint,
        ValuePattern.EitherComma, ValuePattern.Unmarked];

    private static ReadOnlySpan<ValuePattern> ByComma => [ValuePattern.Integer, ValuePattern.Comma, ValuePattern.PointGroups, ValuePattern.EitherPoint,
        ValuePattern.EitherComma, ValuePattern.Unmarked];

    private static ReadOnlySpan<ValuePattern> Dates => [ValuePattern.DayMonth, ValuePattern.MonthDay, ValuePattern.DayOrMonth];

    /// <summary>The decimal mark that the column's values show: true comma, false point, null when they could be either.</summary>
    public static bool? CommaEvidence(PatternCounts counts)
    {
        var (point, comma) = (counts.Of(ValuePattern.Point, ValuePattern.CommaGroups), counts.Of(ValuePattern.Comma, ValuePattern.PointGroups));
        return point == comma ? null : comma > point;
    }

    /// <summary>The kind that at least <c>1 − mostRejects</c> of the values have; else text.</summary>
    /// <param name="counts">Patterns of all values of the column.</param>
    /// <param name="comma">True when numbers have a decimal comma: as given, as <see cref="CommaEvidence"/> says, or as the rest of the file.</param>
    /// <param name="quotedText">True when the file quotes this column's values and not others': then digits are text.</param>
    /// <param name="mostRejects">Share of values that may be of another kind.</param>
    public static Resolution Resolve(PatternCounts counts, bool comma, bool quotedText, double mostRejects)
    {
        if (counts.Values == 0) return new(Reading.Text, "no values");
        var marks = comma ? ByComma : ByPoint;
        var fraction = counts.Of(comma ? ValuePattern.Comma : ValuePattern.Point, comma ? ValuePattern.EitherComma : ValuePattern.EitherPoint, ValuePattern.Unmarked) > 0;
        var numbers = counts.Of(marks) + (fraction ? counts.Of(ValuePattern.BigInteger) : 0);
        var (iso, dates) = (counts.Of(ValuePattern.Timestamp), counts.Of(Dates));
        var (flags, spans) = (counts.Of(ValuePattern.Boolean), counts.Of(ValuePattern.Duration));
        var most = Math.Max(Math.Max(numbers, Math.Max(iso, dates)), Math.Max(flags, spans));
        var identifiers = counts.Of(ValuePattern.Identifier) + (fraction ? 0 : counts.Of(ValuePattern.BigInteger));
        if (identifiers > 0 && numbers + identifiers >= (counts.Values - numbers - identifiers))
            return new(Reading.Text, counts.Of(ValuePattern.Identifier) > 0
                ? $"'{counts.Example(ValuePattern.Identifier)}' has leading zeros, which a number would lose"
                : $"'{counts.Example(ValuePattern.BigInteger)}' does not fit 64 bits");
        if (most == 0) return new(Reading.Text, null);
        var misfits = counts.Values - most;
        if (misfits > mostRejects * counts.Values) return new(Reading.Text, most * 2 > counts.Values ? TooMany(counts, most, misfits, marks, iso, dates, numbers) : null);
        if (most == numbers)
        {
            if (quotedText) return new(Reading.Text, "its digits are quoted where other columns are not");
            var grouped = counts.Of(ValuePattern.CommaGroups, ValuePattern.PointGroups, comma ? ValuePattern.EitherPoint : ValuePattern.EitherComma) > 0;
            return new(new(fraction ? ColumnKind.Number : ColumnKind.Integer, comma), comma && (fraction || grouped) ? "decimal comma" : grouped ? "commas group digits" : null);
        }
        if (most == iso) return new(new(ColumnKind.Timestamp), null);
        if (most == dates) return Order(counts);
        return new(new(most == flags ? ColumnKind.Boolean : ColumnKind.Duration), null);
    }

    /// <summary>The order of day and month, when all dates of the column allow one and not the other.</summary>
    public static Resolution Order(PatternCounts counts)
    {
        var (day, month) = (counts.Of(ValuePattern.DayMonth), counts.Of(ValuePattern.MonthDay));
        if (day > 0 && month > 0)
            return new(Reading.Text, $"dates mix day/month ('{counts.Example(ValuePattern.DayMonth)}') and month/day ('{counts.Example(ValuePattern.MonthDay)}'); give CsvOptions.DateFormats", Ambiguous: true);
        if (day == 0 && month == 0)
            return new(Reading.Text, $"'{counts.Example(ValuePattern.DayOrMonth)}' may be day/month or month/day; give CsvOptions.DateFormats, e.g. [\"dd/MM/yyyy\"]", Ambiguous: true);
        return new(new(ColumnKind.Timestamp, DayFirst: day > 0), day > 0 ? "day/month/year" : "month/day/year");
    }

    private static string TooMany(PatternCounts counts, long most, long misfits, ReadOnlySpan<ValuePattern> marks, long iso, long dates, long numbers)
    {
        var noun = "durations";
        ReadOnlySpan<ValuePattern> fit = [ValuePattern.Duration];
        if (most == numbers)
        {
            noun = "numbers";
            fit = marks;
        }
        else if (most == iso || most == dates)
        {
            noun = "dates";
            fit = most == iso ? [ValuePattern.Timestamp] : Dates;
        }
        else if (most == counts.Of(ValuePattern.Boolean))
        {
            noun = "true or false";
            fit = [ValuePattern.Boolean];
        }
        return string.Create(CultureInfo.InvariantCulture,
            $"{misfits:N0} of {counts.Values:N0} values are not {noun}, such as '{counts.ExampleBeside(fit)}'; name it in CsvOptions.NullValues to read it as null");
    }
}
