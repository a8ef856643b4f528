using MarketingNotebooks.Data.Engines;

namespace MarketingNotebooks.Data.Frames;

/// <summary>A column of strings: a dictionary of distinct values and a code a row.</summary>
public sealed class TextColumn : Column
{
    private readonly int[] _codes;
    private readonly string[] _dictionary;

    /// <summary>Takes over <paramref name="codes"/> and <paramref name="dictionary"/> without copying.</summary>
    /// <param name="codes">One index into <paramref name="dictionary"/> a row; −1 where the row is null.</param>
    /// <param name="dictionary">Distinct strings; entries that no row uses are allowed.</param>
    /// <exception cref="ArgumentException">A code lies outside the dictionary, or a string of it is null or occurs twice.</exception>
    public TextColumn(int[] codes, string[] dictionary)
        : this(codes, dictionary, _: false)
    {
        var seen = new HashSet<string>(dictionary.Length, StringComparer.Ordinal);
        for (var code = 0; code < dictionary.Length; code++)
            if (dictionary[code] is not { } text || !seen.Add(text))
                throw new ArgumentException($"Entry {code} of the dictionary is {(dictionary[code] is { } twice ? $"'{twice}', which stands there already" : "null")}. "
                    + "Give each string once, or encode the rows with TextColumn.From.", nameof(dictionary));
    }

    private TextColumn(int[] codes, string[] dictionary, bool _)
        : base(ColumnKind.Text, codes.Length, ValidityOf(codes, dictionary.Length))
    {
        _codes = codes;
        _dictionary = dictionary;
    }

    /// <summary>A code a row, no copy: an index into <see cref="Dictionary"/>, or −1 where the row is null.</summary>
    public ReadOnlySpan<int> Codes => _codes;

    /// <summary>The distinct strings, no copy, in order of first appearance or as a verb left them.</summary>
    public ReadOnlySpan<string> Dictionary => _dictionary;

    internal int[] CodeArray => _codes;

    internal string[] DictionaryArray => _dictionary;

    /// <summary>As the constructor, for dictionaries that are known to hold distinct strings.</summary>
    internal static TextColumn Coded(int[] codes, string[] dictionary) => new(codes, dictionary, _: true);

    /// <summary>Encodes strings; null stays null.</summary>
    /// <param name="values">One string a row.</param>
    public static TextColumn From(IEnumerable<string?> values)
    {
        var builder = new TextBuilder();
        foreach (var value in values) builder.Add(value);
        return builder.Build();
    }

    /// <summary>The string of one row, or null.</summary>
    /// <param name="row">Range: 0 ≤ row &lt; <see cref="Column.Length"/>.</param>
    public string? Text(int row) => _codes[row] < 0 ? null : _dictionary[_codes[row]];

    /// <summary>A copy as strings, one a row; null where the row is null.</summary>
    public string?[] ToStrings() => Array.ConvertAll(_codes, code => code < 0 ? null : _dictionary[code]);

    /// <summary>The same rows with a dictionary of about their number at most: a verb may leave one far longer than the rows it keeps.</summary>
    internal TextColumn Compact()
    {
        if (_dictionary.Length <= 2 * _codes.Length + 16) return this;
        var index = new LongIndex(_codes.Length);
        var kept = new List<string>();
        var codes = Array.ConvertAll(_codes, code =>
        {
            if (code < 0) return -1;
            var compact = index.GetOrAdd(code);
            if (compact == kept.Count) kept.Add(_dictionary[code]);
            return compact;
        });
        return Coded(codes, [.. kept]);
    }

    /// <inheritdoc/>
    public override Column Take(ReadOnlySpan<int> rows)
    {
        var codes = new int[rows.Length];
        Taking.Codes(_codes, rows, codes);
        return Coded(codes, _dictionary);
    }

    /// <inheritdoc/>
    public override double[] ToDoubles() =>
        throw new InvalidOperationException("A text column has no numbers. Encode it first, e.g. ToMatrix(oneHot: [\"channel\"]).");

    private protected override object Value(int row) => _dictionary[_codes[row]];

    private static Validity? ValidityOf(int[] codes, int count)
    {
        ulong[]? words = null;
        for (var row = 0; row < codes.Length; row++)
        {
            if ((uint)codes[row] < (uint)count) continue;
            if (codes[row] != -1)
                throw new ArgumentException($"Row {row} has code {codes[row]}, outside the dictionary of {count} strings.", nameof(codes));
            if (words is null)
            {
                words = new ulong[Validity.WordCount(codes.Length)];
                words.AsSpan().Fill(ulong.MaxValue);
            }
            words[row >> 6] &= ~(1UL << (row & 63));
        }
        return Validity.FromWords(words, codes.Length);
    }
}
