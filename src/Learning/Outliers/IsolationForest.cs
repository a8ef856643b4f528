using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Outliers;

/// <summary>Settings of <see cref="IsolationForest"/>. Vary one with <c>options with { Seed = 7 }</c>.</summary>
public sealed record IsolationForestOptions
{
    /// <summary>Trees grown. Scores settle at about 100. Range: ≥ 1. Default: 100.</summary>
    public int Trees { get; init; } = 100;

    /// <summary>Rows drawn for each tree, without replacement; all rows where there are fewer. Small samples keep outliers from hiding
    /// in one another's company. Range: ≥ 2. Default: 256.</summary>
    public int SampleSize { get; init; } = 256;

    /// <summary>Share of the training rows to call outliers. Range: (0, 0.5]; null calls those with a score above 0.5. Default: null.
    /// </summary>
    public double? Contamination { get; init; }

    /// <summary>Seed of every random draw: same rows and seed give the same model at any thread count. Default: 42.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>Most threads. Range: ≥ 1; null for all processors. Default: null.</summary>
    public int? Threads { get; init; }
}

/// <summary>Finds rows that few random cuts set apart from the rest.</summary>
/// <remarks>
/// <para>Each tree cuts a sample at a random value of a random column that still varies, until rows are alone or ⌈log₂ sample⌉ cuts
/// deep. The score of a row is 2^(−E[h] / c(sample)), with h its depth and c the mean depth of an unsuccessful search in a binary search tree:
/// near 1 for outliers, well below 0.5 for ordinary rows, about 0.5 for all rows where none stands out. The units of columns do not matter.</para>
/// <para>Cost: O(trees·sample·log sample) time to fit and O(n·trees·log sample) to score, O(trees·sample) memory. Draws differ from
/// scikit-learn's, so scores agree with it on average, not digit for digit. Not for: outliers only in the combination of many columns.</para>
/// <para>Sources: Liu, Ting and Zhou (2008), ICDM; Liu, Ting and Zhou (2012), ACM TKDD 6(1).</para>
/// </remarks>
public static class IsolationForest
{
    /// <summary>Grows a forest on <paramref name="rows"/> and scores them.</summary>
    /// <param name="rows">Shape (n, d), finite, n ≥ 2. Not changed.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="progress">Told the share of the work done, in (0, 1].</param>
    /// <param name="cancellationToken">Looked at every tree and every few rows.</param>
    /// <exception cref="ArgumentException">Fewer than two rows, a non-finite value, or an option outside its range.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IsolationForestModel Fit(Matrix rows, IsolationForestOptions? options = null, IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new IsolationForestOptions();
        FitChecks.Rows(rows, "IsolationForest.Fit", leastRows: 2);
        new OptionChecks(nameof(IsolationForestOptions))
            .AtLeast(nameof(options.Trees), options.Trees, 1)
            .AtLeast(nameof(options.SampleSize), options.SampleSize, 2)
            .Require(options.Contamination is null or > 0 and <= 0.5, nameof(options.Contamination), "in (0, 0.5], or null", options.Contamination)
            .Threads(options.Threads)
            .ThrowIfAny();
        cancellationToken.ThrowIfCancellationRequested();
        var sample = Math.Min(options.SampleSize, rows.Rows);
        var trees = new IsolationTree[options.Trees];
        Parallelism.For(trees.Length, 1, (start, _) =>
        {
            var rng = Rng.Stream(options.Seed, start);
            trees[start] = IsolationTree.Grow(rows, rng.Sample(rows.Rows, sample), rng);
        }, options.Threads, cancellationToken);
        progress?.Report(0.5);
        var columns = Matrix.Zeros(0, rows.Columns).WithColumnNames(rows.ColumnNames);
        var scores = IsolationTree.Score(trees, sample, rows, options.Threads, cancellationToken);
        progress?.Report(1);
        return new IsolationForestModel(trees, sample, columns, [.. scores], Threshold(scores, options.Contamination));
    }

    /// <summary>The score that outliers exceed: as many rows as the share asks for do, fewer where scores tie.</summary>
    private static double Threshold(double[] scores, double? contamination)
    {
        if (contamination is null) return 0.5;
        var falling = scores.OrderDescending().ToArray();
        return falling[Math.Min((int)Math.Round(contamination.Value * scores.Length), scores.Length - 1)];
    }
}
