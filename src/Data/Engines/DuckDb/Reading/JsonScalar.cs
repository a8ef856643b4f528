using System.Globalization;
using System.Text.Json;
using MarketingNotebooks.Data.Engines.DuckDb.Native;
using MarketingNotebooks.Data.Text;

namespace MarketingNotebooks.Data.Engines.DuckDb.Reading;

/// <summary>A value that is no list and no struct: a JSON number, boolean or text.</summary>
internal sealed class JsonScalar(Action<Utf8JsonWriter, Vector, int> write) : JsonValue
{
    /// <summary>How values of a type are written, or null when there is no usual way.</summary>
    public static unsafe Action<Utf8JsonWriter, Vector, int>? Writer(nint type)
    {
        var id = Api.TypeId(type);
        switch (id)
        {
            case DuckDbType.Boolean: return (writer, vector, row) => writer.WriteBooleanValue(vector.Span<bool>()[row]);
            case DuckDbType.TinyInt: return (writer, vector, row) => writer.WriteNumberValue(vector.Span<sbyte>()[row]);
            case DuckDbType.SmallInt: return (writer, vector, row) => writer.WriteNumberValue(vector.Span<short>()[row]);
            case DuckDbType.Integer: return (writer, vector, row) => writer.WriteNumberValue(vector.Span<int>()[row]);
            case DuckDbType.BigInt: return (writer, vector, row) => writer.WriteNumberValue(vector.Span<long>()[row]);
            case DuckDbType.UTinyInt: return (writer, vector, row) => writer.WriteNumberValue(vector.Span<byte>()[row]);
            case DuckDbType.USmallInt: return (writer, vector, row) => writer.WriteNumberValue(vector.Span<ushort>()[row]);
            case DuckDbType.UInteger: return (writer, vector, row) => writer.WriteNumberValue(vector.Span<uint>()[row]);
            case DuckDbType.UBigInt: return (writer, vector, row) => writer.WriteNumberValue(vector.Span<ulong>()[row]);
            case DuckDbType.HugeInt: return (writer, vector, row) => writer.WriteRawValue(vector.Span<Int128>()[row].ToString(CultureInfo.InvariantCulture));
            case DuckDbType.UHugeInt: return (writer, vector, row) => writer.WriteRawValue(vector.Span<UInt128>()[row].ToString(CultureInfo.InvariantCulture));
            case DuckDbType.Float: return (writer, vector, row) => Number(writer, vector.Span<float>()[row], vector.Span<float>()[row].ToString("R", CultureInfo.InvariantCulture));
            case DuckDbType.Double: return (writer, vector, row) => Number(writer, vector.Span<double>()[row], vector.Span<double>()[row].ToString("R", CultureInfo.InvariantCulture));
            case DuckDbType.Decimal: return Decimal(Api.DecimalStorage(type), Api.DecimalScale(type));
            case DuckDbType.Varchar: return (writer, vector, row) => writer.WriteStringValue(NativeString.Bytes(vector.Pointer<NativeString>() + row));
            case DuckDbType.Blob: return (writer, vector, row) => writer.WriteStringValue(Values.Hexadecimal(vector, row));
            case DuckDbType.Uuid: return (writer, vector, row) => writer.WriteStringValue(Values.Uuid(vector.Span<UInt128>()[row]));
            case DuckDbType.Enum: return Enumeration(type);
            case DuckDbType.SqlNull: return (writer, _, _) => writer.WriteNullValue();
            case DuckDbType.Date: return (writer, vector, row) => Time(writer, (long)vector.Span<int>()[row] * Times.Day);
            case DuckDbType.Timestamp or DuckDbType.TimestampWithZone: return (writer, vector, row) => Time(writer, vector.Span<long>()[row]);
            case DuckDbType.TimestampSeconds: return (writer, vector, row) => Time(writer, vector.Span<long>()[row] * Times.Second);
            case DuckDbType.TimestampMilliseconds: return (writer, vector, row) => Time(writer, vector.Span<long>()[row] * 1000);
            case DuckDbType.TimestampNanoseconds: return (writer, vector, row) => Time(writer, vector.Span<long>()[row] / 1000);
            case DuckDbType.Time: return (writer, vector, row) => writer.WriteStringValue(Times.DurationToText(vector.Span<long>()[row]));
            default: return null;
        }
    }

    private protected override void Write(Utf8JsonWriter writer, Vector vector, int row) => write(writer, vector, row);

    // JSON has no NaN and no infinities.
    private static void Number(Utf8JsonWriter writer, double value, string text)
    {
        if (double.IsFinite(value)) writer.WriteRawValue(text);
        else writer.WriteStringValue(text);
    }

    private static void Time(Utf8JsonWriter writer, long micros)
    {
        if (micros >= Times.MinValue && micros <= Times.MaxValue) writer.WriteStringValue(Times.ToText(micros));
        else writer.WriteNumberValue(micros);
    }

    private static Action<Utf8JsonWriter, Vector, int> Decimal(DuckDbType storage, int scale) => (writer, vector, row) =>
    {
        Int128 unscaled = storage switch
        {
            DuckDbType.SmallInt => vector.Span<short>()[row],
            DuckDbType.Integer => vector.Span<int>()[row],
            DuckDbType.BigInt => vector.Span<long>()[row],
            _ => vector.Span<Int128>()[row],
        };
        writer.WriteRawValue(Values.Decimal(unscaled, scale));
    };

    private static Action<Utf8JsonWriter, Vector, int> Enumeration(nint type)
    {
        var texts = new string[Api.EnumSize(type)];
        for (var i = 0; i < texts.Length; i++) texts[i] = Api.TakeText(Api.EnumValue(type, (ulong)i));
        var storage = Api.EnumStorage(type);
        return (writer, vector, row) => writer.WriteStringValue(texts[storage switch
        {
            DuckDbType.UTinyInt => vector.Span<byte>()[row],
            DuckDbType.USmallInt => vector.Span<ushort>()[row],
            _ => (int)vector.Span<uint>()[row],
        }]);
    }
}
