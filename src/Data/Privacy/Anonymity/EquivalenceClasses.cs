using System.Runtime.InteropServices;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Privacy.Anonymity;

/// <summary>Rows that agree in all of some columns, numbered by first appearance. A null agrees with nulls, NaN with NaN.</summary>
internal sealed class EquivalenceClasses
{
    /// <summary>Pairs of class and value are numbered in a table up to this many, beyond it in a dictionary.</summary>
    private const long MostCells = 1 << 22;

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
        var all = OfAll(frame.RowCount);
        foreach (var name in columns) all = all.Within(ColumnCodes.Of(frame.Column(name)));
        return all;
    }

    /// <summary>One class of all rows.</summary>
    public static EquivalenceClasses OfAll(int rows) => new(new int[rows], Math.Min(1, rows));

    /// <summary>The rows of each class, in their order.</summary>
    public List<int[]> Rows()
    {
        var (rows, filled) = (Array.ConvertAll(Sizes, size => new int[size]), new int[Sizes.Length]);
        for (var row = 0; row < ClassOf.Length; row++) rows[ClassOf[row]][filled[ClassOf[row]]++] = row;
        return [.. rows];
    }

    /// <summary>These classes, parted further by a column. Cost: O(rows).</summary>
    public EquivalenceClasses Within(ColumnCodes column)
    {
        var width = column.Count + 1L;
        var (classOf, count) = (new int[ClassOf.Length], 0);
        if (Sizes.Length * width <= MostCells)
        {
            var numbers = new int[Sizes.Length * width]; // number + 1; 0 is not seen yet
            for (var row = 0; row < classOf.Length; row++)
            {
                ref var number = ref numbers[ClassOf[row] * width + column.Codes[row] + 1];
                if (number == 0) number = ++count;
                classOf[row] = number - 1;
            }
        }
        else
        {
            var numbers = new Dictionary<long, int>();
            for (var row = 0; row < classOf.Length; row++)
            {
                ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, ClassOf[row] * width + column.Codes[row] + 1, out var seen);
                if (!seen) number = count++;
                classOf[row] = number;
            }
        }
        return new EquivalenceClasses(classOf, count);
    }
}
