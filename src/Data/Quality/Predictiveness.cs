using MarketingNotebooks.Data.Cleaning;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Data.Quality;

/// <summary>How well one column alone predicts another: learnt on one half of the rows, scored on the other, so that keys, which are different in every row, score nothing.</summary>
internal static class Predictiveness
{
    private const int Bins = 50;

    /// <summary>The share of the target's variance (numbers) or of the majority guess's errors (categories) that goes away. Range: [0, 1]; null when it cannot be told.</summary>
    /// <param name="frame">A sample.</param>
    /// <param name="column">The predictor; a missing value is a class of its own.</param>
    /// <param name="target">What to predict; rows without it are left out.</param>
    /// <param name="seed">Seed of the halves.</param>
    public static double? Score(DataFrame frame, string column, string target, int seed)
    {
        var classes = Classes(frame, column);
        var goal = frame.Column(target);
        var shuffled = new Rng(seed).Permutation(frame.RowCount);
        var rows = Array.FindAll(shuffled, row => !NumberCells.Missing(goal, row));
        if (rows.Length < 20) return null;
        var (train, test) = (rows[..(rows.Length / 2)], rows[(rows.Length / 2)..]);
        if (goal.Kind is not (ColumnKind.Text or ColumnKind.Boolean) && !IsFlag(goal, rows)) return Variance(classes, goal.ToDoubles(), train, test);
        return Errors(classes, RowKeys.Of(frame, [target]).Slots, train, test);
    }

    private static double? Variance(int[] classes, double[] y, int[] train, int[] test)
    {
        var mean = train.Average(row => y[row]);
        var means = train.GroupBy(row => classes[row]).ToDictionary(same => same.Key, same => same.Average(row => y[row]));
        var (left, total) = (0.0, 0.0);
        foreach (var row in test)
        {
            var error = y[row] - means.GetValueOrDefault(classes[row], mean);
            (left, total) = (left + error * error, total + (y[row] - mean) * (y[row] - mean));
        }
        return total > 0 ? Math.Max(0, 1 - left / total) : null;
    }

    private static double? Errors(int[] classes, int[] y, int[] train, int[] test)
    {
        var majority = Most(train);
        var guesses = train.GroupBy(row => classes[row]).ToDictionary(same => same.Key, same => Most(same));
        var (wrong, naive) = (test.Count(row => guesses.GetValueOrDefault(classes[row], majority) != y[row]), test.Count(row => majority != y[row]));
        return naive > 0 ? Math.Max(0, 1 - wrong / (double)naive) : null;

        int Most(IEnumerable<int> rows) => rows.GroupBy(row => y[row]).OrderByDescending(same => same.Count()).ThenBy(same => same.Key).First().Key;
    }

    /// <summary>Numbers of many values cut at quantiles; everything else as it is.</summary>
    private static int[] Classes(DataFrame frame, string column)
    {
        var values = frame.Column(column);
        if (values.Kind is ColumnKind.Text or ColumnKind.Boolean) return RowKeys.Of(frame, [column]).Slots;
        var numbers = values.ToDoubles();
        var sorted = NumberCells.Sorted(numbers);
        if (sorted.Length == 0) return new int[numbers.Length];
        var edges = Enumerable.Range(1, Bins - 1).Select(i => OrderStatistics.Quantile(sorted, i / (double)Bins)).Distinct().ToArray();
        return Array.ConvertAll(numbers, value => double.IsNaN(value) ? -1 : Array.BinarySearch(edges, value) is var at && at < 0 ? 2 * ~at : 2 * at + 1);
    }

    private static bool IsFlag(Column column, int[] rows) => column.Kind == ColumnKind.Integer && rows.All(row => ((Column<long>)column).Values[row] is 0 or 1);
}
