using System.Text;
using MarketingNotebooks.Data.Engines.DuckDb.Native;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Sources;

namespace MarketingNotebooks.Data.Engines.DuckDb.Reading;

/// <summary>Text, each distinct string stored once.</summary>
internal sealed unsafe class TextSink : ColumnSink
{
    private const int CacheSize = 1024;
    private readonly Utf8Dictionary _dictionary = new();

    // Codes of short strings by their 16 bytes, which tell all about them: most columns repeat a few.
    private readonly (ulong Low, ulong High, int Code)[] _cache = new (ulong, ulong, int)[CacheSize];
    private Growing<int> _codes = new();

    public TextSink() => _cache.AsSpan().Fill((ulong.MaxValue, 0, 0));

    public override void Append(Vector vector)
    {
        var texts = vector.Pointer<NativeString>();
        var codes = _codes.Extend(vector.Count);
        for (var row = 0; row < codes.Length; row++) codes[row] = vector.IsValid(row) ? Code(texts + row) : -1;
    }

    public override Column Build()
    {
        var texts = new string[_dictionary.Count];
        for (var code = 0; code < texts.Length; code++) texts[code] = Encoding.UTF8.GetString(_dictionary[code]);
        return TextColumn.Coded(_codes.ToArray(), texts);
    }

    private int Code(NativeString* text)
    {
        if (text->Length > NativeString.Inside) return _dictionary.Code(NativeString.Bytes(text));
        ref var cached = ref _cache[(int)((text->Low ^ text->High * 0x9E3779B97F4A7C15) * 0xD6E8FEB86659FD93 >> 54)];
        if (cached.Low != text->Low || cached.High != text->High) cached = (text->Low, text->High, _dictionary.Code(NativeString.Bytes(text)));
        return cached.Code;
    }
}

/// <summary>Enumerations: their dictionary and codes are those of a text column.</summary>
internal sealed class EnumSink : ColumnSink
{
    private readonly string[] _values;
    private readonly DuckDbType _storage;
    private Growing<int> _codes = new();

    public EnumSink(nint type)
    {
        _values = new string[Api.EnumSize(type)];
        for (var i = 0; i < _values.Length; i++) _values[i] = Api.TakeText(Api.EnumValue(type, (ulong)i));
        _storage = Api.EnumStorage(type);
    }

    public override void Append(Vector vector)
    {
        var codes = _codes.Extend(vector.Count);
        for (var row = 0; row < codes.Length; row++)
            codes[row] = !vector.IsValid(row) ? -1 : _storage switch
            {
                DuckDbType.UTinyInt => vector.Span<byte>()[row],
                DuckDbType.USmallInt => vector.Span<ushort>()[row],
                _ => (int)vector.Span<uint>()[row],
            };
    }

    public override Column Build() => new TextColumn(_codes.ToArray(), _values);
}

/// <summary>A column that is null in all rows and of no type, e.g. <c>select null</c>: text.</summary>
internal sealed class NullSink : ColumnSink
{
    private Growing<int> _codes = new();

    public override void Append(Vector vector) => _codes.Extend(vector.Count).Fill(-1);

    public override Column Build() => TextColumn.Coded(_codes.ToArray(), []);
}
