using System.Collections.Immutable;

namespace MarketingNotebooks.Learning.Clustering;

/// <summary>A hierarchy in which only branches of some size are clusters, and rows fall away from them as density is raised.</summary>
internal sealed class CondensedTree
{
    private readonly ImmutableArray<Merge> _merges;
    private readonly int _rows;
    private readonly int _least;
    private readonly double _highest; // the λ of a distance of 0
    private readonly List<Branch> _branches = []; // the root first; children after their parent
    private readonly int[] _branchOf; // of rows: the branch that the row falls from
    private readonly double[] _lambdas; // of rows: when

    /// <summary>Condenses a tree.</summary>
    /// <param name="merges">From the lowest to the highest, of n rows.</param>
    /// <param name="rows">n ≥ 1.</param>
    /// <param name="least">Fewest rows of a cluster. ≥ 2.</param>
    public CondensedTree(ImmutableArray<Merge> merges, int rows, int least)
    {
        (_merges, _rows, _least) = (merges, rows, least);
        _highest = 1 / merges.Select(merge => merge.Height).Where(height => height > 0).DefaultIfEmpty(1).First();
        (_branchOf, _lambdas) = (new int[rows], new double[rows]);
        _branches.Add(new Branch(-1, 0));
        Condense();
    }

    /// <summary>Keeps clusters none of which lies in another, and labels the rows.</summary>
    public HdbscanModel Select(ClusterSelection selection, bool allowOne, ImmutableArray<double> core)
    {
        var keep = selection == ClusterSelection.Leaf ? Leaves(allowOne) : ExcessOfMass(allowOne);
        var top = new int[_branches.Count]; // the kept branch that a branch is in; −1: none
        var deepest = _branches.Select(branch => branch.Last).ToArray(); // the highest λ in a branch and below
        for (var b = 0; b < top.Length; b++) top[b] = keep[b] ? b : _branches[b].Parent < 0 ? -1 : top[_branches[b].Parent];
        for (var b = top.Length - 1; b > 0; b--) deepest[_branches[b].Parent] = Math.Max(deepest[_branches[b].Parent], deepest[b]);
        var names = new Dictionary<int, int>();
        var (labels, probabilities, scores) = (new int[_rows], new double[_rows], new double[_rows]);
        for (var row = 0; row < _rows; row++)
        {
            scores[row] = deepest[_branchOf[row]] == 0 ? 0 : 1 - _lambdas[row] / deepest[_branchOf[row]];
            var branch = top[_branchOf[row]];
            labels[row] = branch < 0 ? DbscanModel.Noise : names.TryGetValue(branch, out var name) ? name : names[branch] = names.Count;
            if (branch >= 0) probabilities[row] = _branches[branch].Last == 0 ? 1 : Math.Min(_lambdas[row] / _branches[branch].Last, 1);
        }
        return new HdbscanModel([.. labels], [.. probabilities], [.. scores], [.. names.OrderBy(pair => pair.Value).Select(pair => _branches[pair.Key].Stability)], core);
    }

    private void Condense()
    {
        var open = new Stack<(int Node, int Branch)>([(2 * _rows - 2, 0)]);
        while (open.TryPop(out var at))
        {
            if (at.Node < _rows) continue; // a table of one row: it never leaves the root
            var height = _merges[at.Node - _rows].Height;
            var lambda = height > 0 ? 1 / height : _highest;
            var parts = Parts(at.Node, height);
            var large = parts.Count(part => Size(part) >= _least);
            foreach (var part in parts)
            {
                if (Size(part) < _least) Fall(part, at.Branch, lambda);
                else open.Push((part, large > 1 ? Split(at.Branch, lambda, Size(part)) : at.Branch));
            }
        }
    }

    /// <summary>What a cluster falls into when all edges of one length are cut at once: rows often have several edges as long as their core
    /// distance, and the result must not hang on which of them the spanning tree took.</summary>
    private List<int> Parts(int node, double height)
    {
        var parts = new List<int>();
        var open = new Stack<int>([node]);
        while (open.TryPop(out var at))
        {
            if (at < _rows || _merges[at - _rows].Height != height)
            {
                parts.Add(at);
                continue;
            }
            open.Push(_merges[at - _rows].Second);
            open.Push(_merges[at - _rows].First);
        }
        return parts;
    }

    private int Size(int node) => node < _rows ? 1 : _merges[node - _rows].Size;

    /// <summary>All rows below a node leave their branch.</summary>
    private void Fall(int node, int branch, double lambda)
    {
        _branches[branch].Leave(Size(node), lambda);
        var open = new Stack<int>([node]);
        while (open.TryPop(out var at))
        {
            if (at < _rows)
            {
                (_branchOf[at], _lambdas[at]) = (branch, lambda);
                continue;
            }
            open.Push(_merges[at - _rows].First);
            open.Push(_merges[at - _rows].Second);
        }
    }

    private int Split(int parent, double lambda, int size)
    {
        _branches[parent].Leave(size, lambda);
        _branches[parent].IsSplit = true;
        _branches.Add(new Branch(parent, lambda));
        return _branches.Count - 1;
    }

    private bool[] Leaves(bool allowOne) => [.. _branches.Select((branch, b) => !branch.IsSplit && (b > 0 || allowOne))];

    private bool[] ExcessOfMass(bool allowOne)
    {
        var keep = new bool[_branches.Count];
        var best = new double[_branches.Count]; // the most that a branch and those below it can give
        var below = new double[_branches.Count];
        for (var b = _branches.Count - 1; b >= 0; b--)
        {
            keep[b] = (b > 0 || allowOne) && _branches[b].Stability >= below[b];
            best[b] = keep[b] ? _branches[b].Stability : below[b];
            if (b > 0) below[_branches[b].Parent] += best[b];
        }
        for (var b = 1; b < keep.Length; b++)
            if (IsInKept(_branches[b].Parent, keep)) keep[b] = false;
        return keep;
    }

    private bool IsInKept(int branch, bool[] keep)
    {
        for (; branch >= 0; branch = _branches[branch].Parent)
            if (keep[branch]) return true;
        return false;
    }

    private sealed class Branch(int parent, double birth)
    {
        public int Parent => parent;

        public double Stability { get; private set; }

        /// <summary>The highest λ at which rows left it.</summary>
        public double Last { get; private set; }

        public bool IsSplit { get; set; }

        public void Leave(int rows, double lambda)
        {
            Stability += rows * (lambda - birth);
            Last = Math.Max(Last, lambda);
        }
    }
}
