namespace MarketingNotebooks.Data.Tests.Datasets.Truth;

/// <summary>Linear regression of a handful of terms, with instruments where they are given, as simple as can be.</summary>
/// <param name="Estimates">One a term.</param>
/// <param name="Errors">Their standard errors, robust to unequal variance (White 1980).</param>
internal sealed record LeastSquares(double[] Estimates, double[] Errors)
{
    /// <summary>Fits y on the columns; add a column of ones for a constant.</summary>
    /// <param name="y">What is explained.</param>
    /// <param name="columns">The terms.</param>
    /// <param name="instruments">As many columns as terms; null for ordinary least squares.</param>
    public static LeastSquares Fit(double[] y, double[][] columns, double[][]? instruments = null)
    {
        instruments ??= columns;
        var (n, k) = (y.Length, columns.Length);
        var inverse = Inverse(Table(k, k, (i, j) => Enumerable.Range(0, n).Sum(row => instruments[i][row] * columns[j][row])));
        var moments = instruments.Select(column => column.Zip(y, (a, b) => a * b).Sum()).ToArray();
        var estimates = Enumerable.Range(0, k).Select(i => Enumerable.Range(0, k).Sum(j => inverse[i][j] * moments[j])).ToArray();
        var rests = y.Select((value, row) => value - Enumerable.Range(0, k).Sum(j => columns[j][row] * estimates[j])).ToArray();
        var meat = Table(k, k, (i, j) => Enumerable.Range(0, n).Sum(row => instruments[i][row] * instruments[j][row] * rests[row] * rests[row]));
        var errors = Enumerable.Range(0, k).Select(i => Math.Sqrt(Enumerable.Range(0, k).Sum(a => Enumerable.Range(0, k).Sum(b => inverse[i][a] * meat[a][b] * inverse[i][b]))));
        return new LeastSquares(estimates, [.. errors.Select(error => error * Math.Sqrt((double)n / (n - k)))]);
    }

    private static double[][] Table(int rows, int columns, Func<int, int, double> value) =>
        [.. Enumerable.Range(0, rows).Select(i => Enumerable.Range(0, columns).Select(j => value(i, j)).ToArray())];

    /// <summary>Gauss–Jordan with exchange of rows.</summary>
    private static double[][] Inverse(double[][] matrix)
    {
        var k = matrix.Length;
        var work = Table(k, 2 * k, (i, j) => j < k ? matrix[i][j] : j - k == i ? 1 : 0);
        for (var pivot = 0; pivot < k; pivot++)
        {
            var best = Enumerable.Range(pivot, k - pivot).MaxBy(row => Math.Abs(work[row][pivot]));
            (work[pivot], work[best]) = (work[best], work[pivot]);
            var scale = work[pivot][pivot];
            for (var j = 0; j < 2 * k; j++) work[pivot][j] /= scale;
            for (var row = 0; row < k; row++)
            {
                if (row == pivot) continue;
                var factor = work[row][pivot];
                for (var j = 0; j < 2 * k; j++) work[row][j] -= factor * work[pivot][j];
            }
        }
        return [.. work.Select(row => row[k..])];
    }
}
