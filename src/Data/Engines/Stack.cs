using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines;

/// <summary>Puts columns of one kind under each other.</summary>
internal static class Stack
{
    public static Column Columns(Column first, Column second) => (first, second) switch
    {
        (TextColumn a, TextColumn b) => Texts(a, b),
        (Column<double> a, Column<double> b) => Values(a, b),
        (Column<bool> a, Column<bool> b) => Values(a, b),
        _ => Values((Column<long>)first, (Column<long>)second),
    };

    private static Column<T> Values<T>(Column<T> a, Column<T> b)
        where T : unmanaged
    {
        T[] values = [.. a.Values, .. b.Values];
        if (a.Validity is null && b.Validity is null) return new Column<T>(a.Kind, values);
        var valid = new bool[values.Length];
        for (var row = 0; row < valid.Length; row++) valid[row] = row < a.Length ? !a.IsNull(row) : !b.IsNull(row - a.Length);
        return new Column<T>(a.Kind, values, Validity.FromFlags(valid));
    }

    private static TextColumn Texts(TextColumn a, TextColumn b)
    {
        var (dictionary, codeOf) = TextFunctions.Merge(a.DictionaryArray, b.DictionaryArray);
        return TextColumn.Coded([.. a.CodeArray, .. b.CodeArray.Select(code => code < 0 ? -1 : codeOf[code])], dictionary);
    }
}
