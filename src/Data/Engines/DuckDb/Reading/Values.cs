using System.Globalization;
using MarketingNotebooks.Data.Engines.DuckDb.Native;

namespace MarketingNotebooks.Data.Engines.DuckDb.Reading;

/// <summary>Texts of single values.</summary>
internal static unsafe class Values
{
    /// <summary>A UUID; DuckDB stores it with the highest bit flipped, so that it sorts as a number with a sign.</summary>
    public static string Uuid(UInt128 stored)
    {
        var hex = (stored ^ ((UInt128)1 << 127)).ToString("x32", CultureInfo.InvariantCulture);
        return $"{hex[..8]}-{hex[8..12]}-{hex[12..16]}-{hex[16..20]}-{hex[20..]}";
    }

    /// <summary>Bytes in lower-case hexadecimal.</summary>
    public static string Hexadecimal(Vector vector, int row) => Convert.ToHexStringLower(NativeString.Bytes(vector.Pointer<NativeString>() + row));

    /// <summary>A decimal with all its digits.</summary>
    public static string Decimal(Int128 unscaled, int scale)
    {
        if (scale == 0) return unscaled.ToString(CultureInfo.InvariantCulture);
        var digits = Int128.Abs(unscaled).ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        return $"{(unscaled < 0 ? "-" : "")}{digits[..^scale]}.{digits[^scale..]}";
    }
}
