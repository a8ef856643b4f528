using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Learning.Association;

/// <summary>Baskets out of frames.</summary>
public static class BasketSetFrames
{
    /// <summary>Baskets from a long table: one row an item in a basket.</summary>
    /// <remarks>Collects the two columns. Baskets stand in order of first appearance, items in the ordinal order of their names. Blanks around
    /// the name of an item are dropped; letter case is kept, and where it means nothing <c>lines.With(("item", c =&gt; c["item"].Lower()))</c> drops it.</remarks>
    /// <param name="lines">One row an item in a basket; repeats count once.</param>
    /// <param name="basket">The column that says which basket: an order, a customer, a session.</param>
    /// <param name="item">The column that says which item; numbers become text. A null or blank item makes a basket without adding to it.</param>
    /// <exception cref="ArgumentException">A column is missing, or a row has no basket.</exception>
    public static BasketSet ToBaskets(this DataFrame lines, string basket, string item)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var read = lines.Select(("basket", c => c[basket]), ("item", c => c[item].ToText())).Collect();
        var keys = read["basket"];
        if (keys.NullCount > 0)
        {
            var row = Enumerable.Range(0, keys.Length).First(keys.IsNull);
            throw new ArgumentException($"Row {row}, column '{basket}' is null: the row belongs to no basket. Drop such rows first, e.g. lines.Where(c => !c[\"{basket}\"].IsNull()).");
        }
        var rows = new int[keys.Length];
        var first = keys is TextColumn text ? Number(text.Codes, rows) : keys is Column<long> whole ? Number(whole.Span, rows)
            : Number<string>(read.Select(("basket", c => c["basket"].ToText())).Text("basket").ToStrings()!, rows);
        var items = read.Text("item");
        var (names, codes) = Trimmed(items.Dictionary);
        return BasketSet.FromCodes(first.Count, rows, Array.ConvertAll(items.Codes.ToArray(), code => code < 0 ? -1 : codes[code]), names, keys.Take([.. first]));
    }

    /// <summary>Baskets from a table of one row a basket whose items stand in one column.</summary>
    /// <param name="baskets">One row a basket; null and empty text are empty baskets.</param>
    /// <param name="items">The column of text that lists the items.</param>
    /// <param name="separator">What stands between two items. Blanks around an item are dropped, as are empty items. Default: a comma.</param>
    /// <exception cref="ArgumentException">The column is missing or holds no text.</exception>
    public static BasketSet ToBasketsFromLists(this DataFrame baskets, string items, char separator = ',')
    {
        ArgumentNullException.ThrowIfNull(baskets);
        return BasketSet.From(baskets.Text(items).ToStrings().Select(list =>
            (list ?? "").Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)));
    }

    /// <summary>Names without blanks around them, each once, and which of them each entry is; −1 for blank ones.</summary>
    private static (IReadOnlyList<string> Names, int[] Codes) Trimmed(ReadOnlySpan<string> entries)
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        var codes = new int[entries.Length];
        for (var entry = 0; entry < codes.Length; entry++)
        {
            var name = entries[entry].Trim();
            if (name.Length > 0) index.TryAdd(name, index.Count);
            codes[entry] = name.Length > 0 ? index[name] : -1;
        }
        return ([.. index.Keys], codes);
    }

    /// <summary>Numbers distinct values in order of appearance; returns the row where each came first.</summary>
    private static List<int> Number<T>(ReadOnlySpan<T> values, int[] numbers) where T : notnull
    {
        var seen = new Dictionary<T, int>();
        var first = new List<int>();
        for (var row = 0; row < values.Length; row++)
        {
            if (!seen.TryGetValue(values[row], out var number))
            {
                seen.Add(values[row], number = first.Count);
                first.Add(row);
            }
            numbers[row] = number;
        }
        return first;
    }
}
