using MarketingNotebooks.Data.Engines.DuckDb.Native;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines.DuckDb.Reading;

/// <summary>Types that a frame has no column for, as text: lists, structs and maps as JSON, UUIDs as usual, bytes in hexadecimal.</summary>
internal sealed class ConvertedSink : ColumnSink
{
    private readonly TextBuilder _texts = new();
    private readonly Func<Vector, int, string> _text;

    /// <summary>Text of values of a type.</summary>
    /// <exception cref="DuckDbException">There is no usual text for it.</exception>
    public ConvertedSink(string name, nint type)
    {
        switch (Api.TypeId(type))
        {
            case DuckDbType.Uuid:
                _text = (vector, row) => Values.Uuid(vector.Span<UInt128>()[row]);
                break;
            case DuckDbType.Blob:
                _text = Values.Hexadecimal;
                Note = $"Column '{name}' holds bytes, shown in hexadecimal.";
                break;
            default:
                var json = JsonValue.Of(name, type);
                _text = json.ToText;
                Note = $"Column '{name}' holds lists or structs, kept as JSON text.";
                break;
        }
    }

    public override void Append(Vector vector)
    {
        for (var row = 0; row < vector.Count; row++) _texts.Add(vector.IsValid(row) ? _text(vector, row) : null);
    }

    public override Column Build() => _texts.Build();
}
