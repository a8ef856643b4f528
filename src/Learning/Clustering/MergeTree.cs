using System.Collections.Immutable;

namespace MarketingNotebooks.Learning.Clustering;

/// <summary>Two rows whose clusters are joined.</summary>
/// <param name="A">A row of the one cluster.</param>
/// <param name="B">A row of the other.</param>
/// <param name="Height">Distance of the clusters.</param>
internal readonly record struct Join(int A, int B, double Height);

/// <summary>From joins of rows to a numbered tree, and from a tree to labels.</summary>
internal static class MergeTree
{
    /// <summary>The joins by rising height (equal ones in the order given), in terms of the clusters they made.</summary>
    public static ImmutableArray<Merge> Order(IEnumerable<Join> joins, int rows)
    {
        var parents = Singles(2 * rows - 1);
        var sizes = new int[2 * rows - 1];
        Array.Fill(sizes, 1, 0, rows);
        var merges = ImmutableArray.CreateBuilder<Merge>(rows - 1);
        foreach (var join in joins.OrderBy(join => join.Height))
        {
            var (a, b) = (Root(parents, join.A), Root(parents, join.B));
            var made = rows + merges.Count;
            parents[a] = parents[b] = made;
            sizes[made] = sizes[a] + sizes[b];
            merges.Add(new Merge(Math.Min(a, b), Math.Max(a, b), join.Height, sizes[made]));
        }
        return merges.MoveToImmutable();
    }

    /// <summary>Clusters after some merges, numbered by their first row.</summary>
    public static ImmutableArray<int> Labels(ReadOnlySpan<Merge> merges, int rows)
    {
        var parents = Singles(rows + merges.Length);
        for (var m = 0; m < merges.Length; m++) parents[merges[m].First] = parents[merges[m].Second] = rows + m;
        var names = new Dictionary<int, int>();
        var labels = ImmutableArray.CreateBuilder<int>(rows);
        for (var i = 0; i < rows; i++)
        {
            var root = Root(parents, i);
            if (!names.TryGetValue(root, out var name)) names.Add(root, name = names.Count);
            labels.Add(name);
        }
        return labels.MoveToImmutable();
    }

    private static int[] Singles(int count) => [.. Enumerable.Range(0, count)];

    /// <summary>The cluster that a node is in now; paths are halved on the way.</summary>
    private static int Root(int[] parents, int node)
    {
        while (parents[node] != node) node = parents[node] = parents[parents[node]];
        return node;
    }
}
