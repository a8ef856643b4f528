using System.Runtime.InteropServices;

namespace MarketingNotebooks.Data.Engines.DuckDb.Native;

internal static partial class Api
{
    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_destroy_value")]
    public static partial void DestroyValue(ref nint value);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_create_null_value")]
    public static partial nint NullValue();

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_create_bool")]
    public static partial nint BooleanValue(byte value);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_create_int64")]
    public static partial nint IntegerValue(long value);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_create_uint64")]
    public static partial nint UnsignedValue(ulong value);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_create_double")]
    public static partial nint DoubleValue(double value);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_create_decimal")]
    public static partial nint DecimalValue(NativeDecimal value);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_create_varchar_length")]
    public static unsafe partial nint TextValue(byte* text, ulong length);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_create_date")]
    public static partial nint DateValue(int days);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_create_time")]
    public static partial nint TimeValue(long micros);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_create_timestamp")]
    public static partial nint TimestampValue(long micros);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_create_interval")]
    public static partial nint IntervalValue(NativeInterval value);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_create_list_value")]
    public static unsafe partial nint ListValue(nint type, nint* values, ulong count);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_get_int64")]
    public static partial long GetInteger(nint value);
}
