using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines.DuckDb.Reading;

/// <summary>Collects the validity bits of chunks of any length.</summary>
internal sealed class ValidityBits
{
    private ulong[]? _words;
    private int _rows;

    /// <summary>Adds the bits of a vector.</summary>
    public unsafe void Append(Vector vector)
    {
        var start = _rows;
        _rows += vector.Count;
        if (vector.Validity is null)
        {
            if (_words is not null) Ensure();
            return;
        }
        Ensure();
        // Words that are there are all set beyond the rows so far: only nulls need writing.
        for (var row = 0; row < vector.Count; row += 64)
        {
            var nulls = ~vector.Validity[row >> 6];
            if (vector.Count - row < 64) nulls &= (1UL << (vector.Count - row)) - 1;
            if (nulls == 0) continue;
            var (word, bit) = (start + row >> 6, start + row & 63);
            _words![word] &= ~(nulls << bit);
            if (bit != 0 && nulls >> (64 - bit) is not 0 and var rest) _words[word + 1] &= ~rest;
        }
    }

    /// <summary>The bits of all rows; null when every row holds a value.</summary>
    public Validity? Build()
    {
        if (_words is not null) Array.Resize(ref _words, Validity.WordCount(_rows));
        return Validity.FromWords(_words, _rows);
    }

    private void Ensure()
    {
        var needed = Validity.WordCount(_rows);
        var length = _words?.Length ?? 0;
        if (needed <= length) return;
        Array.Resize(ref _words, Math.Max(needed, Math.Max(32, length * 2)));
        _words.AsSpan(length).Fill(ulong.MaxValue);
    }
}
