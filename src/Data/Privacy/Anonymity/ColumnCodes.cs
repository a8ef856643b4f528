using System.Runtime.InteropServices;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Privacy.Anonymity;

/// <summary>A column as numbers: equal values have equal codes, −1 stands for null.</summary>
/// <param name="Codes">One a row, below <paramref name="Count"/>.</param>
/// <param name="Count">Codes that may occur; some need not.</param>
internal sealed record ColumnCodes(int[] Codes, int Count)
{
    public static ColumnCodes Of(Column column) => column switch
    {
        TextColumn text => new ColumnCodes(text.Codes.ToArray(), text.Dictionary.Length),
        Column<long> whole => Number(column, whole.Span),
        _ => Number<double>(column, column.ToDoubles()),
    };

    private static ColumnCodes Number<T>(Column column, ReadOnlySpan<T> values)
        where T : notnull
    {
        var (codes, codeOf) = (new int[values.Length], new Dictionary<T, int>());
        for (var row = 0; row < codes.Length; row++)
        {
            codes[row] = -1;
            if (column.IsNull(row)) continue;
            ref var code = ref CollectionsMarshal.GetValueRefOrAddDefault(codeOf, values[row], out var seen);
            if (!seen) code = codeOf.Count - 1;
            codes[row] = code;
        }
        return new ColumnCodes(codes, codeOf.Count);
    }
}
