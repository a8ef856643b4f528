using System.Collections.Immutable;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Evaluation;

/// <summary>Two ways of grouping the same rows, matched group by group. Immutable.</summary>
/// <param name="Labels">Shape (n): the second labels, called like the reference groups they were matched with; −1 is noise.</param>
/// <param name="References">The distinct reference labels, rising; −1 first where there is noise.</param>
/// <param name="Groups">The distinct second labels as they were given, rising; −1 first where there is noise.</param>
/// <param name="Called">Shape (<paramref name="Groups"/>): what each of them is called in <paramref name="Labels"/>.</param>
/// <param name="Confusion">Shape (<paramref name="References"/>, <paramref name="Groups"/>): rows that carry both labels.</param>
public sealed record LabelMatch(ImmutableArray<int> Labels, ImmutableArray<int> References, ImmutableArray<int> Groups, ImmutableArray<int> Called,
    Matrix Confusion)
{
    /// <summary>Share of rows with the same label after matching, noise with noise included. In [0, 1]. Unlike <see cref="AdjustedRand"/> it is
    /// not corrected for chance: one large group alone makes it high.</summary>
    public double Agreement
    {
        get
        {
            var same = 0.0;
            for (var group = 0; group < Groups.Length; group++)
                if (References.BinarySearch(Called[group]) is var reference and >= 0) same += Confusion[reference, group];
            return same / Labels.Length;
        }
    }

    /// <summary>One row a pair of labels that share rows: <c>reference</c>, <c>label</c> (as given), <c>called</c> (as matched), <c>rows</c>.</summary>
    public DataFrame Tidy()
    {
        var cells = Enumerable.Range(0, References.Length).SelectMany(i => Enumerable.Range(0, Groups.Length).Select(j => (i, j))).Where(at => Confusion[at.i, at.j] > 0).ToArray();
        Column Whole(Func<int, int, double> value) => new Column<long>(ColumnKind.Integer, [.. cells.Select(at => (long)value(at.i, at.j))]);
        return DataFrame.FromColumns(("reference", Whole((i, _) => References[i])), ("label", Whole((_, j) => Groups[j])), ("called", Whole((_, j) => Called[j])),
            ("rows", Whole((i, j) => Confusion[i, j])));
    }
}

/// <summary>Gives the groups of one clustering the labels of another, so that as many rows as possible have the same label in both.</summary>
/// <remarks>Labels of clusters are arbitrary: to compare two clusterings row by row, or to colour them alike, their groups must be paired first.
/// The pairs are an optimal assignment on the table of shared rows, each group in one pair at most; the largest overlap group by group would
/// miss it, as a pair chosen early can cost two later. Groups that share no row are not paired. Of equally good assignments it is always the
/// same one. Cost: O(n + a²·b) time and O(a·b) memory for a ≤ b groups.
/// Sources: Kuhn (1955), Naval Research Logistics Quarterly 2; shortest augmenting paths by Jonker and Volgenant (1987), Computing 38.</remarks>
public static class LabelMatching
{
    /// <summary>Matches the groups of <paramref name="labels"/> with those of <paramref name="reference"/>.</summary>
    /// <param name="reference">A label a row, at least one row; below 0 is noise.</param>
    /// <param name="labels">A label a row, as many rows; below 0 is noise, which stays −1 and is matched with nothing else.</param>
    /// <returns>Groups beyond those that find a partner are called by further numbers, after the largest reference label, the largest group first.</returns>
    /// <exception cref="ArgumentException">No rows, or numbers of rows that differ.</exception>
    public static LabelMatch Compute(IReadOnlyList<int> reference, IReadOnlyList<int> labels)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(labels);
        if (reference.Count == 0 || reference.Count != labels.Count)
            throw new ArgumentException($"LabelMatching takes two labels a row and at least one row. Got {reference.Count} and {labels.Count} labels.");
        var (references, groups) = (Distinct(reference), Distinct(labels));
        var confusion = new double[references.Length * groups.Length];
        for (var row = 0; row < labels.Count; row++)
            confusion[references.BinarySearch(Math.Max(-1, reference[row])) * groups.Length + groups.BinarySearch(Math.Max(-1, labels[row]))]++;
        var table = Matrix.Wrap(references.Length, groups.Length, confusion);
        var called = Call(references, groups, table);
        return new LabelMatch([.. labels.Select(label => called[groups.BinarySearch(Math.Max(-1, label))])], references, groups, called, table);
    }

    private static ImmutableArray<int> Distinct(IReadOnlyList<int> labels) => [.. labels.Select(label => Math.Max(-1, label)).Distinct().Order()];

    /// <summary>What every group is called.</summary>
    private static ImmutableArray<int> Call(ImmutableArray<int> references, ImmutableArray<int> groups, Matrix confusion)
    {
        var (above, left) = (references[0] < 0 ? 1 : 0, groups[0] < 0 ? 1 : 0); // noise takes no part
        var (rows, columns) = (references.Length - above, groups.Length - left);
        var called = groups.ToArray();
        Array.Fill(called, int.MinValue, left, columns);
        if (rows <= columns)
        {
            var partner = Assign(Matrix.Create(rows, columns, (i, j) => confusion[i + above, j + left]));
            for (var i = 0; i < rows; i++) Pair(i, partner[i]);
        }
        else
        {
            var partner = Assign(Matrix.Create(columns, rows, (j, i) => confusion[i + above, j + left]));
            for (var j = 0; j < columns; j++) Pair(partner[j], j);
        }
        var further = Math.Max(-1, references[^1]);
        foreach (var group in Enumerable.Range(left, columns).Where(group => called[group] == int.MinValue).OrderByDescending(group => confusion.Column(group).Sum()))
            called[group] = ++further;
        return [.. called];

        void Pair(int i, int j)
        {
            if (confusion[i + above, j + left] > 0) called[j + left] = references[i + above];
        }
    }

    /// <summary>The column of each row in the assignment of the largest sum, for rows ≤ columns.</summary>
    /// <remarks>Row by row, along the shortest path of reduced costs from the new row to a free column, nearest column first and free ones before
    /// others as near. Potentials keep every reduced cost at or above 0 and those of chosen pairs at 0, which proves the assignment optimal.
    /// In the form of Crouse (2016), IEEE Trans. Aerosp. Electron. Syst. 52(4).</remarks>
    private static int[] Assign(Matrix worth)
    {
        var (rows, columns) = (worth.Rows, worth.Columns);
        var (rowPotential, columnPotential) = (new double[rows], new double[columns]);
        var (columnOf, rowOf, before, shortest, open) = (new int[rows], new int[columns], new int[columns], new double[columns], new int[columns]);
        Array.Fill(rowOf, -1);
        for (var start = 0; start < rows; start++)
        {
            Array.Fill(shortest, double.PositiveInfinity);
            for (var column = 0; column < columns; column++) open[column] = column;
            var (row, left, path, end) = (start, columns, 0.0, -1);
            while (end < 0)
            {
                var values = worth.Row(row);
                var (lowest, next) = (double.PositiveInfinity, -1);
                for (var at = 0; at < left; at++)
                {
                    var column = open[at];
                    var length = path - values[column] - rowPotential[row] - columnPotential[column];
                    if (length < shortest[column]) (shortest[column], before[column]) = (length, row);
                    if (shortest[column] < lowest || (shortest[column] == lowest && rowOf[column] < 0 && rowOf[open[next]] >= 0)) (lowest, next) = (shortest[column], at);
                }
                path = lowest;
                var reached = open[next];
                left--;
                (open[next], open[left]) = (open[left], reached);
                if (rowOf[reached] < 0) end = reached;
                else row = rowOf[reached];
            }
            rowPotential[start] += path;
            foreach (var column in open.AsSpan(left)) // those reached, the end with them
            {
                if (rowOf[column] >= 0) rowPotential[rowOf[column]] += path - shortest[column];
                columnPotential[column] -= path - shortest[column];
            }
            for (var (column, done) = (end, false); !done;)
            {
                row = before[column];
                rowOf[column] = row;
                done = row == start;
                (columnOf[row], column) = (column, columnOf[row]);
            }
        }
        return columnOf;
    }
}
