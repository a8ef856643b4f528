using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MarketingNotebooks.Data.Engines.DuckDb.Native;

/// <summary><c>duckdb_result</c>; only the last field is in use, the others are deprecated.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeResult
{
    public ulong ColumnCount;
    public ulong RowCount;
    public ulong RowsChanged;
    public nint Columns;
    public nint ErrorMessage;
    public nint InternalData;
}

/// <summary><c>duckdb_string_t</c>: up to 12 bytes lie inside, longer texts behind a pointer with their first 4 bytes repeated.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal unsafe struct NativeString
{
    /// <summary>Most bytes that lie inside.</summary>
    public const int Inside = 12;

    [FieldOffset(0)]
    public int Length;

    [FieldOffset(4)]
    public uint Prefix;

    [FieldOffset(8)]
    public byte* Pointer;

    [FieldOffset(0)]
    public ulong Low;

    [FieldOffset(8)]
    public ulong High;

    /// <summary>The bytes of a string that stays where it is while they are read.</summary>
    public static ReadOnlySpan<byte> Bytes(NativeString* text) =>
        text->Length <= Inside ? new ReadOnlySpan<byte>((byte*)text + 4, text->Length) : new ReadOnlySpan<byte>(text->Pointer, text->Length);

    /// <summary>A string of bytes; those of a long one must stay at <paramref name="bytes"/> as long as it is used.</summary>
    public static NativeString Of(byte* bytes, int length)
    {
        var text = default(NativeString);
        text.Length = length;
        if (length <= Inside)
        {
            new ReadOnlySpan<byte>(bytes, length).CopyTo(new Span<byte>((byte*)&text + 4, Inside));
        }
        else
        {
            text.Prefix = Unsafe.ReadUnaligned<uint>(bytes);
            text.Pointer = bytes;
        }
        return text;
    }
}

/// <summary><c>duckdb_interval</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeInterval
{
    public int Months;
    public int Days;
    public long Micros;
}

/// <summary><c>duckdb_decimal</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeDecimal
{
    public byte Width;
    public byte Scale;
    public ulong Lower;
    public long Upper;
}

/// <summary><c>duckdb_list_entry</c>: where a row's values lie in the child vector.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeListEntry
{
    public ulong Offset;
    public ulong Length;
}
