using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using MarketingNotebooks.Data.Engines.DuckDb.Native;

namespace MarketingNotebooks.Data.Engines.DuckDb.Reading;

/// <summary>Writes values of one type, nested ones too, as JSON.</summary>
internal abstract class JsonValue
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A writer for a type.</summary>
    /// <param name="column">The column's name, for messages.</param>
    /// <param name="type">The logical type; stays the caller's.</param>
    /// <exception cref="DuckDbException">The type has no usual text.</exception>
    public static JsonValue Of(string column, nint type)
    {
        var id = Api.TypeId(type);
        return id switch
        {
            DuckDbType.List => new JsonList(Child(column, Api.ListType(type))),
            DuckDbType.Array => new JsonArray(Child(column, Api.ArrayType(type)), (int)Api.ArraySize(type)),
            DuckDbType.Map => new JsonMap(Child(column, Api.MapKeyType(type)), Child(column, Api.MapValueType(type))),
            DuckDbType.Struct => new JsonStruct([.. Enumerable.Range(0, (int)Api.StructSize(type)).Select(i =>
                (Api.TakeText(Api.StructName(type, (ulong)i)), Child(column, Api.StructType(type, (ulong)i))))]),
            _ => new JsonScalar(JsonScalar.Writer(type) ?? throw new DuckDbException(
                $"Column '{column}' is of a type ({id}) that no frame holds. Cast it, e.g. \"{column}\"::varchar.")),
        };
    }

    /// <summary>One value as text.</summary>
    public string ToText(Vector vector, int row)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Readable)) Write(writer, vector, row);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes one value, or null.</summary>
    public void WriteOrNull(Utf8JsonWriter writer, Vector vector, int row)
    {
        if (vector.IsValid(row)) Write(writer, vector, row);
        else writer.WriteNullValue();
    }

    private protected abstract void Write(Utf8JsonWriter writer, Vector vector, int row);

    private static JsonValue Child(string column, nint type)
    {
        try
        {
            return Of(column, type);
        }
        finally
        {
            Api.DestroyType(ref type);
        }
    }
}
