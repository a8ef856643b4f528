using System.Runtime.InteropServices;
using System.Text;
using MarketingNotebooks.Data.Engines.DuckDb.Native;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines.DuckDb.Scanning;

/// <summary>Text as DuckDB reads it: each distinct string in UTF-8 once, and a copy of its 16-byte head a row.</summary>
internal sealed unsafe class ScanText : ScanColumn
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly TextColumn _column;
    private readonly NativeString[] _heads;
    private byte* _bytes;

    /// <summary>Encodes the strings.</summary>
    /// <exception cref="DuckDbException">One of them is not valid Unicode.</exception>
    public ScanText(string name, TextColumn column)
        : base(column.Validity, DuckDbType.Varchar)
    {
        _column = column;
        var texts = column.Dictionary;
        var used = Used(column);
        var lengths = new int[texts.Length];
        var total = 0L;
        for (var code = 0; code < texts.Length; code++)
        {
            if (used is not null && !used[code]) continue;
            total += lengths[code] = Length(name, texts[code]);
        }
        // The heads of short strings hold the strings; the bytes are kept all the same, it is simpler.
        _bytes = (byte*)NativeMemory.Alloc((nuint)Math.Max(total, 1));
        _heads = new NativeString[texts.Length];
        var at = _bytes;
        for (var code = 0; code < texts.Length; code++)
        {
            if (lengths[code] == 0) continue;
            Encoding.UTF8.GetBytes(texts[code], new Span<byte>(at, lengths[code]));
            _heads[code] = NativeString.Of(at, lengths[code]);
            at += lengths[code];
        }
    }

    ~ScanText() => Free();

    public override void Dispose()
    {
        base.Dispose();
        Free();
        GC.SuppressFinalize(this);
    }

    private protected override void Copy(void* target, int start, int count)
    {
        var texts = (NativeString*)target;
        var heads = _heads;
        var codes = _column.Codes.Slice(start, count);
        for (var row = 0; row < codes.Length; row++) texts[row] = codes[row] < 0 ? default : heads[codes[row]];
    }

    /// <summary>The entries that rows use, where a few rows share a large dictionary; null: take all.</summary>
    private static bool[]? Used(TextColumn column)
    {
        if (column.Dictionary.Length <= column.Length) return null;
        var used = new bool[column.Dictionary.Length];
        foreach (var code in column.Codes)
            if (code >= 0) used[code] = true;
        return used;
    }

    private static int Length(string name, string text)
    {
        try
        {
            return Strict.GetByteCount(text);
        }
        catch (EncoderFallbackException error)
        {
            throw new DuckDbException($"Column '{name}' holds text that is not valid Unicode: half of a surrogate pair at character {error.Index} of a value of "
                + $"{text.Length:N0}. Repair the text before SQL reads it.", error);
        }
    }

    private void Free()
    {
        NativeMemory.Free(_bytes);
        _bytes = null;
    }
}
