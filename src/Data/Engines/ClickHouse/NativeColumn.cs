using System.Text;
using MarketingNotebooks.Data.Engines.DuckDb.Reading;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Sources;

namespace MarketingNotebooks.Data.Engines.ClickHouse;

/// <summary>Takes one column of a result block by block.</summary>
internal abstract class NativeColumn(Field field)
{
    private ulong[]? _valid;
    private int _rows;

    protected Field Field { get; } = field;

    public static NativeColumn Of(Field field) => field.Kind switch
    {
        ColumnKind.Boolean => new Flags(field),
        ColumnKind.Number => new Numbers(field),
        ColumnKind.Text => new Texts(field),
        _ => new Integers(field),
    };

    /// <summary>Adds a block's rows.</summary>
    public void Read(NativeStream stream, string type, int rows)
    {
        var nulls = ReadOnlySpan<byte>.Empty;
        if (type.StartsWith("Nullable(", StringComparison.Ordinal))
        {
            var map = new byte[rows];
            stream.Values<byte>(map);
            nulls = map;
            type = type[9..^1];
        }
        Values(stream, type, rows, nulls);
        if (nulls.IndexOf((byte)1) >= 0 || _valid is not null) Mark(nulls, rows);
        _rows += rows;
    }

    public abstract Column Build();

    protected abstract void Values(NativeStream stream, string type, int rows, ReadOnlySpan<byte> nulls);

    protected Validity? Valid => Validity.FromWords(_valid?[..Validity.WordCount(_rows)], _rows);

    protected InvalidDataException Unexpected(string type) => new($"Column '{Field.Name}' came as {type}, which is not read as {Field.Kind.Word()}.");

    private void Mark(ReadOnlySpan<byte> nulls, int rows)
    {
        var words = Validity.WordCount(_rows + rows);
        if (_valid is null || _valid.Length < words)
        {
            var old = _valid?.Length ?? 0;
            Array.Resize(ref _valid, Math.Max(words, old * 2));
            _valid.AsSpan(old).Fill(ulong.MaxValue);
        }
        for (var row = 0; row < nulls.Length; row++)
            if (nulls[row] != 0) _valid[(_rows + row) >> 6] &= ~(1UL << ((_rows + row) & 63));
    }

    private sealed class Integers(Field field) : NativeColumn(field)
    {
        private Growing<long> _values = new();

        public override Column Build() => new Column<long>(Field.Kind, _values.ToArray(), Valid);

        protected override void Values(NativeStream stream, string type, int rows, ReadOnlySpan<byte> nulls)
        {
            var target = _values.Extend(rows);
            switch (type)
            {
                case "Int64" or "UInt64": stream.Values(target); break;
                case "Int32": Widen<int>(stream, target); break;
                case "UInt32": Widen<uint>(stream, target); break;
                case "Int16": Widen<short>(stream, target); break;
                case "UInt16": Widen<ushort>(stream, target); break;
                case "Int8": Widen<sbyte>(stream, target); break;
                case "UInt8" or "Nothing": Widen<byte>(stream, target); break;
                default: throw Unexpected(type);
            }
        }

        private static void Widen<T>(NativeStream stream, Span<long> target)
            where T : unmanaged, System.Numerics.INumber<T>
        {
            var narrow = new T[target.Length];
            stream.Values<T>(narrow);
            for (var i = 0; i < narrow.Length; i++) target[i] = long.CreateTruncating(narrow[i]);
        }
    }

    private sealed class Numbers(Field field) : NativeColumn(field)
    {
        private Growing<double> _values = new();

        public override Column Build() => new Column<double>(Field.Kind, _values.ToArray(), Valid);

        protected override void Values(NativeStream stream, string type, int rows, ReadOnlySpan<byte> nulls)
        {
            var target = _values.Extend(rows);
            if (type == "Float64") stream.Values(target);
            else if (type == "Nothing") stream.Values<byte>(new byte[rows]);
            else throw Unexpected(type);
        }
    }

    private sealed class Flags(Field field) : NativeColumn(field)
    {
        private Growing<bool> _values = new();

        public override Column Build() => new Column<bool>(Field.Kind, _values.ToArray(), Valid);

        protected override void Values(NativeStream stream, string type, int rows, ReadOnlySpan<byte> nulls)
        {
            var width = type switch { "UInt8" or "Int8" or "Nothing" or "Bool" => 1, "UInt16" or "Int16" => 2, "UInt32" or "Int32" => 4, "UInt64" or "Int64" => 8, _ => throw Unexpected(type) };
            var bytes = new byte[rows * width];
            stream.Values<byte>(bytes);
            var target = _values.Extend(rows);
            for (var row = 0; row < rows; row++) target[row] = bytes.AsSpan(row * width, width).ContainsAnyExcept((byte)0);
        }
    }

    private sealed class Texts(Field field) : NativeColumn(field)
    {
        private static readonly UTF8Encoding Lenient = new(false, false);
        private readonly Utf8Dictionary _texts = new();
        private Growing<int> _codes = new();

        public override Column Build()
        {
            var texts = new string[_texts.Count];
            for (var code = 0; code < texts.Length; code++) texts[code] = Lenient.GetString(_texts[code]);
            // Bytes that are no UTF-8 may become one text: then codes are given anew.
            return texts.Distinct(StringComparer.Ordinal).Count() == texts.Length ? TextColumn.Coded(_codes.ToArray(), texts)
                : TextColumn.From(_codes.ToArray().Select(code => code < 0 ? null : texts[code]));
        }

        protected override void Values(NativeStream stream, string type, int rows, ReadOnlySpan<byte> nulls)
        {
            if (type is not ("String" or "Nothing")) throw Unexpected(type);
            var codes = _codes.Extend(rows);
            for (var row = 0; row < rows; row++)
            {
                var text = type == "Nothing" ? stream.Bytes(1) : stream.Bytes(checked((int)stream.Varint()));
                codes[row] = nulls.Length > 0 && nulls[row] != 0 ? -1 : _texts.Code(text);
            }
        }
    }
}
