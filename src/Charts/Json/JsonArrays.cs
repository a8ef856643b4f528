using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace MarketingNotebooks.Charts.Json;

/// <summary>Arrays in Plotly's JSON: plain when small, base64 of the bytes when large.</summary>
internal static class JsonArrays
{
    /// <summary>From this length on numbers are written as <c>{dtype, bdata}</c>, which plotly.js reads since 2.35.</summary>
    public const int TypedFrom = 5_000;

    /// <summary>Numbers; NaN and infinities become null (NaN in a typed array, which Plotly leaves out just the same).</summary>
    public static JsonNode Of(ReadOnlySpan<double> values) => values.Length >= TypedFrom ? Typed(values) : Plain(values);

    /// <summary>Numbers as a JSON array at any length.</summary>
    public static JsonArray Plain(ReadOnlySpan<double> values)
    {
        var array = new JsonArray();
        foreach (var value in values) array.Add(double.IsFinite(value) ? JsonValue.Create(value) : null);
        return array;
    }

    /// <summary>Strings; null stays null.</summary>
    public static JsonArray Of(IEnumerable<string?> values)
    {
        var array = new JsonArray();
        foreach (var value in values) array.Add(value is null ? null : JsonValue.Create(value));
        return array;
    }

    /// <summary>A matrix as an array of rows.</summary>
    public static JsonArray Of(double[,] values)
    {
        var rows = new JsonArray();
        for (var i = 0; i < values.GetLength(0); i++)
        {
            var row = new double[values.GetLength(1)];
            for (var j = 0; j < row.Length; j++) row[j] = values[i, j];
            rows.Add(Plain(row));
        }
        return rows;
    }

    /// <summary>The smallest of int8, int16, int32 and float64 that holds every value exactly, little-endian, in base64.</summary>
    private static JsonObject Typed(ReadOnlySpan<double> values)
    {
        var least = 0.0;
        var most = 0.0;
        var whole = true;
        foreach (var value in values)
        {
            if (Math.Floor(value) != value || double.IsInfinity(value))
            {
                whole = false; // NaN lands here too
                break;
            }
            least = Math.Min(least, value);
            most = Math.Max(most, value);
        }
        if (whole && least >= sbyte.MinValue && most <= sbyte.MaxValue) return Packed("i1", Convert(values, v => (sbyte)v));
        if (whole && least >= short.MinValue && most <= short.MaxValue) return Packed("i2", Convert(values, v => (short)v));
        if (whole && least >= int.MinValue && most <= int.MaxValue) return Packed("i4", Convert(values, v => (int)v));
        return Packed("f8", Convert(values, v => double.IsFinite(v) ? v : double.NaN));
    }

    private static T[] Convert<T>(ReadOnlySpan<double> values, Func<double, T> convert)
    {
        var converted = new T[values.Length];
        for (var i = 0; i < converted.Length; i++) converted[i] = convert(values[i]);
        return converted;
    }

    private static JsonObject Packed<T>(string dtype, T[] values)
        where T : unmanaged => new()
        {
            ["dtype"] = dtype,
            ["bdata"] = System.Convert.ToBase64String(MemoryMarshal.AsBytes(values.AsSpan())),
        };
}
