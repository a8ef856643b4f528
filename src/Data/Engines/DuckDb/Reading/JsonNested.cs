using System.Text.Json;
using MarketingNotebooks.Data.Engines.DuckDb.Native;

namespace MarketingNotebooks.Data.Engines.DuckDb.Reading;

/// <summary>A list of any length as an array.</summary>
internal sealed class JsonList(JsonValue item) : JsonValue
{
    private protected override void Write(Utf8JsonWriter writer, Vector vector, int row)
    {
        var entry = vector.Span<NativeListEntry>()[row];
        var (start, end) = ((int)entry.Offset, (int)(entry.Offset + entry.Length));
        var items = new Vector(Api.ListChild(vector.Handle), end);
        writer.WriteStartArray();
        for (var i = start; i < end; i++) item.WriteOrNull(writer, items, i);
        writer.WriteEndArray();
    }
}

/// <summary>A list of fixed length as an array.</summary>
internal sealed class JsonArray(JsonValue item, int length) : JsonValue
{
    private protected override void Write(Utf8JsonWriter writer, Vector vector, int row)
    {
        var items = new Vector(Api.ArrayChild(vector.Handle), vector.Count * length);
        writer.WriteStartArray();
        for (var i = 0; i < length; i++) item.WriteOrNull(writer, items, row * length + i);
        writer.WriteEndArray();
    }
}

/// <summary>A struct as an object.</summary>
internal sealed class JsonStruct((string Name, JsonValue Value)[] members) : JsonValue
{
    private protected override void Write(Utf8JsonWriter writer, Vector vector, int row)
    {
        writer.WriteStartObject();
        for (var i = 0; i < members.Length; i++)
        {
            writer.WritePropertyName(members[i].Name);
            members[i].Value.WriteOrNull(writer, new Vector(Api.StructChild(vector.Handle, (ulong)i), vector.Count), row);
        }
        writer.WriteEndObject();
    }
}

/// <summary>A map as an object whose names are the keys' texts.</summary>
internal sealed class JsonMap(JsonValue key, JsonValue value) : JsonValue
{
    private protected override void Write(Utf8JsonWriter writer, Vector vector, int row)
    {
        // A map is a list of structs of key and value.
        var entry = vector.Span<NativeListEntry>()[row];
        var (start, end) = ((int)entry.Offset, (int)(entry.Offset + entry.Length));
        var pairs = Api.ListChild(vector.Handle);
        var (keys, values) = (new Vector(Api.StructChild(pairs, 0), end), new Vector(Api.StructChild(pairs, 1), end));
        writer.WriteStartObject();
        for (var i = start; i < end; i++)
        {
            var name = key.ToText(keys, i);
            writer.WritePropertyName(name.StartsWith('"') ? JsonSerializer.Deserialize<string>(name)! : name);
            value.WriteOrNull(writer, values, i);
        }
        writer.WriteEndObject();
    }
}
