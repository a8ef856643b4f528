using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Sources;

/// <summary>A column read as text: a code a row into one dictionary in order of first appearance.</summary>
/// <param name="Codes">−1 where the row is null.</param>
/// <param name="Dictionary">The distinct texts.</param>
internal sealed record TextMerge(int[] Codes, Utf8Dictionary Dictionary)
{
    /// <summary>Joins the pieces of all blocks, whose codes belong to the dictionaries of different workers.</summary>
    public static TextMerge Of(Chunk[] chunks, int column, int rows)
    {
        var codes = GC.AllocateUninitializedArray<int>(rows);
        var dictionaries = chunks.Select(chunk => chunk.Pieces[column]?.Dictionary).OfType<Utf8Dictionary>().Distinct().ToList();
        // One worker takes the blocks in order, so its codes are in order of first appearance already.
        var merged = dictionaries.Count == 1 ? dictionaries[0] : new Utf8Dictionary();
        var maps = dictionaries.ToDictionary(each => each, each => new int[each.Count]);
        foreach (var map in maps.Values) map.AsSpan().Fill(-1);
        var at = 0;
        foreach (var chunk in chunks)
        {
            if (chunk.Pieces[column] is not { Dictionary: { } own } piece) continue;
            var local = ((int[])piece.Values).AsSpan(0, chunk.Rows);
            chunk.Pieces[column] = null;
            if (dictionaries.Count == 1) local.CopyTo(codes.AsSpan(at));
            else
            {
                var map = maps[own];
                for (var row = 0; row < local.Length; row++)
                {
                    var code = local[row];
                    if (code >= 0)
                    {
                        if (map[code] < 0) map[code] = merged.Code(own[code]);
                        code = map[code];
                    }
                    codes[at + row] = code;
                }
            }
            at += local.Length;
        }
        return new(codes, merged);
    }

    /// <summary>Patterns of all values.</summary>
    public PatternCounts Count(DateFormats formats)
    {
        var uses = new int[Dictionary.Count];
        foreach (var code in Codes)
            if (code >= 0) uses[code]++;
        var counts = new PatternCounts();
        for (var code = 0; code < uses.Length; code++) counts.Add(ValuePatterns.Of(Dictionary[code], formats), uses[code], Dictionary[code]);
        return counts;
    }

    /// <summary>The column as text.</summary>
    public Column ToText()
    {
        var texts = new string[Dictionary.Count];
        for (var code = 0; code < texts.Length; code++) texts[code] = System.Text.Encoding.UTF8.GetString(Dictionary[code]);
        return TextColumn.Coded(Codes, texts);
    }

    /// <summary>The column as values: each distinct text is converted once.</summary>
    /// <param name="reading">How.</param>
    /// <param name="formats">Date formats of the user.</param>
    /// <param name="misfits">Gets the rows whose text does not convert.</param>
    public Column ToValues(Reading reading, DateFormats formats, List<Misfit> misfits)
    {
        const byte valid = 1, wrong = 2;
        var bits = new long[Dictionary.Count];
        var states = new byte[bits.Length];
        for (var code = 0; code < bits.Length; code++)
        {
            var text = Dictionary[code].Trim(" \t"u8);
            if (!text.IsEmpty) states[code] = reading.TryConvert(text, formats, out bits[code]) ? valid : wrong;
        }
        var values = new long[Codes.Length];
        ulong[]? validity = null;
        for (var row = 0; row < values.Length; row++)
        {
            var code = Codes[row];
            var state = code < 0 ? 0 : states[code];
            if (state == valid)
            {
                values[row] = bits[code];
                continue;
            }
            if (state == wrong) misfits.Add(new Misfit(row, CsvPass.Shorten(Dictionary[code].Trim(" \t"u8), 80)));
            if (validity is null)
            {
                validity = new ulong[Validity.WordCount(values.Length)];
                validity.AsSpan().Fill(ulong.MaxValue);
            }
            validity[row >> 6] &= ~(1UL << (row & 63));
        }
        var present = Validity.FromWords(validity, values.Length);
        return reading.Kind switch
        {
            ColumnKind.Number => new Column<double>(ColumnKind.Number, Array.ConvertAll(values, BitConverter.Int64BitsToDouble), present),
            ColumnKind.Boolean => new Column<bool>(ColumnKind.Boolean, Array.ConvertAll(values, each => each != 0), present),
            _ => new Column<long>(reading.Kind, values, present),
        };
    }
}
