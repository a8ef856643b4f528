using MarketingNotebooks.Data.Engines;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Quality;

namespace MarketingNotebooks.Data.Cleaning;

/// <summary>Rows numbered by the values of columns, with a text for each number that means the same in every frame.</summary>
/// <param name="Slots">A number a row.</param>
/// <param name="Names">The text of each number; null for one that no row has, and for a single column's null.</param>
internal readonly record struct RowKeys(int[] Slots, string?[] Names)
{
    private const char Between = '\u001F';

    /// <summary>Keys by several columns; no column puts all rows under one key.</summary>
    public static RowKeys Of(DataFrame frame, IReadOnlyList<string> columns)
    {
        var keys = columns.Select(frame.Column).ToArray();
        var groups = Grouping.Of(keys, frame.RowCount);
        var names = new string?[groups.SlotCount];
        foreach (var row in groups.FirstRows)
            if (row < groups.Slots.Length)
                names[groups.Slots[row]] = keys.Length == 1 ? CellText.Of(keys[0], row) : string.Join(Between, keys.Select(key => CellText.Of(key, row) ?? "\u0000"));
        return new RowKeys(groups.Slots, names);
    }

    /// <summary>Categories of one column of text, integers, booleans or times.</summary>
    public static RowKeys Categories(DataFrame frame, string column, string method) => frame.Schema[column].Kind is ColumnKind.Number
        ? throw new ArgumentException($"{method} takes categories: text, integers, booleans or times. '{column}' is number. Cut it into classes or convert it with ToText() first.")
        : Of(frame, [column]);

    /// <summary>The value of each row's key, looked up once a key.</summary>
    public T[] Look<T>(Func<string?, T> value)
    {
        var (slots, names) = (Slots, Names);
        var values = new T[names.Length];
        var known = new bool[names.Length];
        var rows = new T[slots.Length];
        for (var row = 0; row < rows.Length; row++)
        {
            var slot = slots[row];
            if (!known[slot]) (values[slot], known[slot]) = (value(names[slot]), true);
            rows[row] = values[slot];
        }
        return rows;
    }

    /// <summary>Rows of each key that has any.</summary>
    public long[] Counts()
    {
        var counts = new long[Names.Length];
        foreach (var slot in Slots) counts[slot]++;
        return counts;
    }
}
