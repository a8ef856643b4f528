using MarketingNotebooks.Learning.Clustering;

namespace MarketingNotebooks.Charts.Segmentation;

/// <summary>The upper part of a tree of merges laid out on a page: branches at 0, 1, 2, … in an order without crossings, brackets over them.</summary>
internal sealed class DendrogramTree
{
    private readonly HierarchicalModel _model;
    private readonly int _hidden;
    private readonly int[] _cluster;
    private readonly List<Bracket> _brackets = [];
    private readonly List<Leaf> _leaves = [];

    /// <param name="model">At least two rows.</param>
    /// <param name="clusters">Clusters of the cut. Range: [1, leaves].</param>
    /// <param name="leaves">Branches drawn. Range: [2, rows].</param>
    public DendrogramTree(HierarchicalModel model, int clusters, int leaves)
    {
        _model = model;
        _hidden = model.Rows - leaves;
        _cluster = Clusters(model, clusters);
        Walk();
    }

    /// <summary>A branch as drawn.</summary>
    /// <param name="Place">Where among the branches it lies.</param>
    /// <param name="Top">Where its own join is; 0 for the lower end of a branch.</param>
    /// <param name="Cluster">Label of the cluster that it is a part of; −1 for a join of clusters.</param>
    public readonly record struct Branch(double Place, double Top, int Cluster);

    /// <summary>A bracket over two branches.</summary>
    /// <param name="First">The branch that lies lower in the order.</param>
    /// <param name="Second">The other.</param>
    /// <param name="Both">What they become.</param>
    /// <param name="Height">Their distance.</param>
    /// <param name="Size">Rows of both.</param>
    public readonly record struct Bracket(Branch First, Branch Second, Branch Both, double Height, int Size);

    /// <summary>The lower end of a branch.</summary>
    /// <param name="Row">A row of it.</param>
    /// <param name="Size">Rows in it.</param>
    public readonly record struct Leaf(int Row, int Size);

    /// <summary>Joins drawn, each after those below it.</summary>
    public IReadOnlyList<Bracket> Brackets => _brackets;

    /// <summary>Lower ends in order.</summary>
    public IReadOnlyList<Leaf> Leaves => _leaves;

    /// <summary>The cluster of every node, by its first row in the cut; −1 above the cut.</summary>
    private static int[] Clusters(HierarchicalModel model, int clusters)
    {
        var (rows, labels) = (model.Rows, model.Cut(clusters));
        var cluster = new int[2 * rows - 1];
        for (var node = 0; node < cluster.Length; node++)
            cluster[node] = node < rows ? labels[node] : node - rows < rows - clusters ? cluster[model.Merges[node - rows].First] : -1;
        return cluster;
    }

    /// <summary>From the root down, first before second, without recursion: a tree of single linkage can be as deep as it has rows.</summary>
    private void Walk()
    {
        var rows = _model.Rows;
        var placed = new Dictionary<int, Branch>();
        var open = new Stack<(int Node, bool Done)>([(2 * rows - 2, false)]);
        while (open.TryPop(out var next))
        {
            var (node, done) = next;
            if (node - rows < _hidden)
            {
                placed[node] = new Branch(_leaves.Count, 0, _cluster[node]);
                _leaves.Add(new Leaf(FirstRow(node), node < rows ? 1 : _model.Merges[node - rows].Size));
            }
            else if (!done)
            {
                open.Push((node, true));
                open.Push((_model.Merges[node - rows].Second, false));
                open.Push((_model.Merges[node - rows].First, false));
            }
            else
            {
                var merge = _model.Merges[node - rows];
                var (first, second) = (placed[merge.First], placed[merge.Second]);
                placed[node] = new Branch((first.Place + second.Place) / 2, merge.Height, _cluster[node]);
                _brackets.Add(new Bracket(first, second, placed[node], merge.Height, merge.Size));
            }
        }
    }

    private int FirstRow(int node)
    {
        while (node >= _model.Rows) node = _model.Merges[node - _model.Rows].First;
        return node;
    }
}
