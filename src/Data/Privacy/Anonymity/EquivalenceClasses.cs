using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Privacy.Anonymity;

/// <summary>Rows that agree in all of some columns, numbered by first appearance. A null agrees with nulls.</summary>
internal sealed class EquivalenceClasses
{
    private EquivalenceClasses(int[] classOf, int count)
    {
        ClassOf = classOf;
        Sizes = new int[count];
        foreach (var each in classOf) Sizes[each]++;
    }

    /// <summary>The class of each row.</summary>
    public int[] ClassOf { get; }

    /// <summary>Rows of each class.</summary>
    public int[] Sizes { get; }

    public static EquivalenceClasses Of(DataFrame frame, IReadOnlyList<string> columns)
    {
        var (classOf, count) = (new int[frame.RowCount], Math.Min(1, frame.RowCount));
        foreach (var name in columns)
        {
            var codes = Codes(frame.Column(name));
            var classes = new Dictionary<(int, int), int>();
            for (var row = 0; row < classOf.Length; row++)
            {
                var key = (classOf[row], codes[row]);
                if (!classes.TryGetValue(key, out var found)) classes.Add(key, found = classes.Count);
                classOf[row] = found;
            }
            count = classes.Count;
        }
        return new EquivalenceClasses(classOf, count);
    }

    /// <summary>A number for each distinct value of a column; −1 for null.</summary>
    public static int[] Codes(Column column)
    {
        if (column is TextColumn text) return text.Codes.ToArray();
        var (codes, codeOf) = (new int[column.Length], new Dictionary<double, int>());
        if (column is Column<long> integers)
        {
            var whole = new Dictionary<long, int>();
            for (var row = 0; row < codes.Length; row++) codes[row] = column.IsNull(row) ? -1 : Code(whole, integers.Span[row]);
            return codes;
        }
        var numbers = column.ToDoubles();
        for (var row = 0; row < codes.Length; row++) codes[row] = column.IsNull(row) ? -1 : Code(codeOf, numbers[row]);
        return codes;
    }

    private static int Code<T>(Dictionary<T, int> codeOf, T value)
        where T : notnull
    {
        if (!codeOf.TryGetValue(value, out var code)) codeOf.Add(value, code = codeOf.Count);
        return code;
    }
}
