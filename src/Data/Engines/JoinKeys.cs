using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines;

/// <summary>Gives equal keys of both sides of a join equal numbers.</summary>
internal static class JoinKeys
{
    /// <summary>A number a row, −1 where a key is null; on the left also −1 where the right has no such key.</summary>
    public static (int[] Left, int[] Right, int Slots) Number(IReadOnlyList<(string Left, string Right)> keys, Table left, Table right)
    {
        var (lefts, rights, slots) = (Array.Empty<int>(), Array.Empty<int>(), 0);
        for (var key = 0; key < keys.Count; key++)
        {
            var (l, r, s) = Column(left[keys[key].Left], right[keys[key].Right]);
            (lefts, rights, slots) = key == 0 ? (l, r, s) : Combine(lefts, rights, l, r, s);
        }
        return (lefts, rights, slots);
    }

    private static (int[] Left, int[] Right, int Slots) Column(Column left, Column right)
    {
        switch (left, right)
        {
            case (TextColumn a, TextColumn b):
                // Codes of the right stand for themselves; a left string that the right lacks gets none.
                var codeOf = TextFunctions.Merge(b.DictionaryArray, a.DictionaryArray).CodeOf;
                var known = b.DictionaryArray.Length;
                return (Array.ConvertAll(a.CodeArray, code => code < 0 || codeOf[code] >= known ? -1 : codeOf[code]), b.CodeArray, known);
            case (Column<double> a, Column<double> b): return Bits(a, b, Coding.Bits);
            case (Column<bool> a, Column<bool> b): return Bits(a, b, flag => flag ? 1 : 0);
            default: return Bits((Column<long>)left, (Column<long>)right, value => value);
        }
    }

    private static (int[] Left, int[] Right, int Slots) Bits<T>(Column<T> left, Column<T> right, Func<T, long> bits)
        where T : unmanaged
    {
        var index = new LongIndex(right.Length);
        var rights = new int[right.Length];
        for (var row = 0; row < rights.Length; row++) rights[row] = right.IsNull(row) ? -1 : index.GetOrAdd(bits(right.Values[row]));
        var lefts = new int[left.Length];
        Ranges.For(lefts.Length, (start, end) =>
        {
            for (var row = start; row < end; row++) lefts[row] = left.IsNull(row) ? -1 : index.Find(bits(left.Values[row]));
        });
        return (lefts, rights, index.Count);
    }

    private static (int[] Left, int[] Right, int Slots) Combine(int[] left, int[] right, int[] nextLeft, int[] nextRight, int slots)
    {
        var index = new LongIndex(right.Length);
        var rights = new int[right.Length];
        for (var row = 0; row < rights.Length; row++)
            rights[row] = right[row] < 0 || nextRight[row] < 0 ? -1 : index.GetOrAdd((long)right[row] * slots + nextRight[row]);
        var lefts = new int[left.Length];
        Ranges.For(lefts.Length, (start, end) =>
        {
            for (var row = start; row < end; row++)
                lefts[row] = left[row] < 0 || nextLeft[row] < 0 ? -1 : index.Find((long)left[row] * slots + nextLeft[row]);
        });
        return (lefts, rights, index.Count);
    }
}
