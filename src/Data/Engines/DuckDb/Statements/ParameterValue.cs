using System.Collections;
using System.Text;
using MarketingNotebooks.Data.Engines.DuckDb.Native;
using MarketingNotebooks.Data.Text;

namespace MarketingNotebooks.Data.Engines.DuckDb.Statements;

/// <summary>Values of .NET as values of DuckDB, for parameters.</summary>
internal static class ParameterValue
{
    private static readonly DateOnly Epoch = new(1970, 1, 1);

    /// <summary>A value of DuckDB, to be destroyed by the caller.</summary>
    /// <param name="name">The parameter's name, for messages.</param>
    /// <param name="value">A value of .NET or null.</param>
    /// <exception cref="DuckDbException">The type has no counterpart.</exception>
    public static nint Of(string name, object? value) => value switch
    {
        null or DBNull => Api.NullValue(),
        bool flag => Api.BooleanValue(flag ? (byte)1 : (byte)0),
        Enum member => Text(member.ToString()),
        sbyte or byte or short or ushort or int or uint or long => Api.IntegerValue(Convert.ToInt64(value, null)),
        ulong whole => Api.UnsignedValue(whole),
        float number => Api.DoubleValue(number),
        double number => Api.DoubleValue(number),
        decimal number => Decimal(number),
        string text => Text(text),
        char letter => Text(letter.ToString()),
        Guid id => Text(id.ToString()),
        DateTime time => Api.TimestampValue(Times.FromDateTime(time)),
        DateTimeOffset time => Api.TimestampValue(Times.FromDateTime(time.UtcDateTime)),
        DateOnly date => Api.DateValue(date.DayNumber - Epoch.DayNumber),
        TimeOnly time => Api.TimeValue(time.Ticks / TimeSpan.TicksPerMicrosecond),
        TimeSpan span => Interval(span),
        IEnumerable list => List(name, list),
        _ => throw new DuckDbException($"The value {name} is {value.GetType().Name}, which SQL has no type for. "
            + "Give a number, text, a boolean, a date or time, or a list of one of these; a DataFrame stands where a table does."),
    };

    private static unsafe nint Text(string text)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(text) + 1]; // never empty: DuckDB takes no null pointer
        var length = Encoding.UTF8.GetBytes(text, bytes);
        fixed (byte* first = bytes) return Api.TextValue(first, (ulong)length);
    }

    private static nint Decimal(decimal value)
    {
        var bits = decimal.GetBits(value);
        var whole = new Int128(0, (uint)bits[1] | (ulong)(uint)bits[2] << 32) << 32 | (uint)bits[0];
        if (value < 0) whole = -whole;
        return Api.DecimalValue(new NativeDecimal { Width = 38, Scale = value.Scale, Lower = (ulong)whole, Upper = (long)(whole >> 64) });
    }

    private static nint Interval(TimeSpan span)
    {
        var (days, micros) = Math.DivRem(Times.FromTimeSpan(span), Times.Day);
        return Api.IntervalValue(new NativeInterval { Days = (int)days, Micros = micros });
    }

    private static unsafe nint List(string name, IEnumerable list)
    {
        var items = list.Cast<object?>().ToList();
        var type = Api.CreateType(ItemType(name, items));
        var values = new nint[items.Count + 1]; // never empty: DuckDB takes no null pointer
        try
        {
            for (var i = 0; i < items.Count; i++) values[i] = Of(name, items[i]);
            fixed (nint* first = values) return Api.ListValue(type, first, (ulong)items.Count);
        }
        finally
        {
            Api.DestroyType(ref type);
            for (var i = 0; i < values.Length; i++)
                if (values[i] != 0) Api.DestroyValue(ref values[i]);
        }
    }

    private static DuckDbType ItemType(string name, List<object?> items)
    {
        var types = items.OfType<object>().Select(item => item switch
        {
            bool => DuckDbType.Boolean,
            sbyte or byte or short or ushort or int or uint or long => DuckDbType.BigInt,
            ulong => DuckDbType.UBigInt,
            float or double => DuckDbType.Double,
            string or char or Guid or Enum => DuckDbType.Varchar,
            DateTime or DateTimeOffset => DuckDbType.Timestamp,
            DateOnly => DuckDbType.Date,
            TimeOnly => DuckDbType.Time,
            TimeSpan => DuckDbType.Interval,
            _ => throw new DuckDbException($"The list {name} holds {item.GetType().Name}, which SQL has no type for. Give numbers, texts, booleans, dates or times."),
        }).Distinct().ToList();
        return types.Count switch
        {
            0 => DuckDbType.Varchar,
            1 => types[0],
            _ when types.TrueForAll(type => type is DuckDbType.BigInt or DuckDbType.Double or DuckDbType.UBigInt) => DuckDbType.Double,
            _ => throw new DuckDbException($"The list {name} mixes {string.Join(" and ", types)}. Give values of one type."),
        };
    }
}
