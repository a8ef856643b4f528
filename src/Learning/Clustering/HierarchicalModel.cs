using System.Collections.Immutable;

namespace MarketingNotebooks.Learning.Clustering;

/// <summary>One join of two clusters.</summary>
/// <param name="First">Below n: that row; n + m: the cluster that merge m made. Less than <paramref name="Second"/>.</param>
/// <param name="Second">The other cluster, numbered alike.</param>
/// <param name="Height">How far apart they were, in row units. ≥ 0.</param>
/// <param name="Size">Rows of the joined cluster. ≥ 2.</param>
public readonly record struct Merge(int First, int Second, double Height, int Size);

/// <summary>A tree of joined clusters (a dendrogram). Immutable.</summary>
/// <param name="Merges">Shape (n − 1): from the lowest join to the highest, in SciPy's numbering.</param>
/// <param name="Linkage">How distances of clusters were measured.</param>
public sealed record HierarchicalModel(ImmutableArray<Merge> Merges, Linkage Linkage)
{
    /// <summary>Number of rows n. ≥ 1.</summary>
    public int Rows => Merges.Length + 1;

    /// <summary>Rows from left to right so that no branches of the drawn tree cross; of each join the first cluster is on the left.
    /// Shape (n).</summary>
    public ImmutableArray<int> LeafOrder
    {
        get
        {
            var order = ImmutableArray.CreateBuilder<int>(Rows);
            var open = new Stack<int>([2 * Rows - 2]);
            while (open.TryPop(out var node))
            {
                if (node < Rows)
                {
                    order.Add(node);
                    continue;
                }
                open.Push(Merges[node - Rows].Second);
                open.Push(Merges[node - Rows].First);
            }
            return order.MoveToImmutable();
        }
    }

    /// <summary>Cuts the tree into a number of clusters. O(n).</summary>
    /// <param name="clusters">Number of clusters k. Range: [1, n].</param>
    /// <returns>Shape (n): clusters 0 … k − 1, numbered by their first row.</returns>
    /// <exception cref="ArgumentException">The number is outside its range.</exception>
    public ImmutableArray<int> Cut(int clusters)
    {
        if (clusters < 1 || clusters > Rows)
            throw new ArgumentException($"HierarchicalModel.Cut needs clusters in [1, {Rows}] for {Rows} row{(Rows == 1 ? "" : "s")}. Got {clusters}.");
        return MergeTree.Labels(Merges.AsSpan(..(Rows - clusters)), Rows);
    }

    /// <summary>Cuts the tree at a height: clusters that are farther apart stay apart. O(n).</summary>
    /// <param name="height">In row units; joins at exactly this height are made. Range: ≥ 0; ∞ joins all.</param>
    /// <returns>Shape (n): clusters 0, 1, …, numbered by their first row.</returns>
    /// <exception cref="ArgumentException">The height is negative or NaN.</exception>
    public ImmutableArray<int> CutAt(double height)
    {
        if (!(height >= 0)) throw new ArgumentException($"HierarchicalModel.CutAt needs a height ≥ 0. Got {height}.");
        return MergeTree.Labels(Merges.AsSpan(..Merges.Count(merge => merge.Height <= height)), Rows);
    }
}
