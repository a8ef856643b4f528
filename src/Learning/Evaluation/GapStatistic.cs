using System.Collections.Immutable;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Learning.Clustering;
using MarketingNotebooks.Learning.Decomposition;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Evaluation;

/// <summary>Settings of <see cref="GapStatistic"/>.</summary>
public sealed record GapStatisticOptions
{
    /// <summary>Sets of rows without groups that the inertia is compared with. Range: ≥ 2. Default: 50.</summary>
    public int References { get; init; } = 50;

    /// <summary>Draw those rows from a box along the principal components of the data, which follows its correlations; false: along its
    /// columns. Default: true.</summary>
    public bool Aligned { get; init; } = true;

    /// <summary>How each set is clustered; its number of clusters, seed and threads are not used. Default: 10 restarts.</summary>
    public KMeansOptions KMeans { get; init; } = new();

    /// <summary>Seed of every random draw. Default: 42.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>Most threads; the result is the same at any number. Range: ≥ 1; null for all processors. Default: null.</summary>
    public int? Threads { get; init; }
}

/// <summary>How far the inertia lies below what rows without groups would have, at one number of clusters.</summary>
/// <param name="Clusters">k.</param>
/// <param name="LogInertia">Natural logarithm of the inertia of the rows.</param>
/// <param name="Expected">Mean of that over the references.</param>
/// <param name="Gap"><paramref name="Expected"/> − <paramref name="LogInertia"/>. Infinite where the inertia is 0.</param>
/// <param name="StandardError">Of the gap, for the references are a sample: their standard deviation · √(1 + 1/B).</param>
public sealed record GapPoint(int Clusters, double LogInertia, double Expected, double Gap, double StandardError);

/// <summary>The gap at each number of clusters.</summary>
/// <param name="Points">By rising k.</param>
/// <param name="Clusters">The smallest k whose gap is not clearly below that of the next one; null when gaps rise to the end.</param>
/// <param name="Reason">How it was chosen, or what to try.</param>
public sealed record GapCurve(ImmutableArray<GapPoint> Points, int? Clusters, string Reason)
{
    /// <summary>One row a k: <c>clusters, log_inertia, expected, gap, standard_error</c>.</summary>
    public DataFrame ToFrame()
    {
        Column Numbers(Func<GapPoint, double> value) => new Column<double>(ColumnKind.Number, [.. Points.Select(value)]);
        return DataFrame.FromColumns(("clusters", new Column<long>(ColumnKind.Integer, [.. Points.Select(point => (long)point.Clusters)])),
            ("log_inertia", Numbers(point => point.LogInertia)), ("expected", Numbers(point => point.Expected)),
            ("gap", Numbers(point => point.Gap)), ("standard_error", Numbers(point => point.StandardError)));
    }
}

/// <summary>Chooses the number of clusters by comparison with rows that have none; unlike the silhouette it can also answer 1.</summary>
/// <remarks>Each k is tried on the rows and on <see cref="GapStatisticOptions.References"/> sets of as many rows drawn evenly from a box around
/// them. Chosen is the smallest k with Gap(k) ≥ Gap(k + 1) − s(k + 1). Cost: (references + 1) · numbers of k fits of k-means.
/// Not for: clusters of very unequal size or width, which are split before small ones are found.
/// Source: Tibshirani, Walther and Hastie (2001), J. R. Stat. Soc. B 63(2).</remarks>
public static class GapStatistic
{
    /// <summary>Computes the gaps of <paramref name="rows"/>.</summary>
    /// <param name="rows">Shape (n, d), finite, not all equal, n ≥ 3.</param>
    /// <param name="clusters">Numbers of clusters, each one more than the last. Range: [1, n − 1].</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="progress">Told the share of the sets done, in (0, 1].</param>
    /// <param name="cancellationToken">Looked at many times a fit.</param>
    /// <exception cref="ArgumentException">Too few or equal rows, a non-finite value, or numbers or options outside their range.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static GapCurve Compute(Matrix rows, IEnumerable<int> clusters, GapStatisticOptions? options = null, IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new GapStatisticOptions();
        int[] ks = [.. clusters];
        Check(rows, ks, options);
        var box = new ReferenceBox(rows, options.Aligned);
        // Set 0 are the rows themselves.
        var logs = new double[options.References + 1][];
        var done = 0;
        Parallelism.For(logs.Length, 1, (set, _) =>
        {
            var sample = set == 0 ? rows : box.Draw(Rng.Stream(options.Seed, set));
            logs[set] = Array.ConvertAll(ks, k => Math.Log(KMeans.Fit(sample, options.KMeans with { Clusters = k, Seed = options.Seed, Threads = 1 },
                cancellationToken: cancellationToken).Inertia));
            progress?.Report((double)Interlocked.Increment(ref done) / logs.Length);
        }, options.Threads, cancellationToken);
        return Choose([.. ks.Select((k, at) => Point(k, logs[0][at], [.. logs.Skip(1).Select(log => log[at])]))]);
    }

    private static GapPoint Point(int k, double log, double[] references)
    {
        var (mean, count) = (references.Average(), references.Length);
        var deviation = Math.Sqrt(references.Sum(value => (value - mean) * (value - mean)) / count);
        return new GapPoint(k, log, mean, mean - log, deviation * Math.Sqrt(1 + 1.0 / count));
    }

    private static GapCurve Choose(ImmutableArray<GapPoint> points)
    {
        for (var i = 0; i + 1 < points.Length; i++)
        {
            var (here, next) = (points[i], points[i + 1]);
            if (here.Gap >= next.Gap - next.StandardError)
                return new GapCurve(points, here.Clusters, $"k = {here.Clusters} is the smallest whose gap, {here.Gap:0.000}, is not below the next one's, {next.Gap:0.000}, by more than its standard error, {next.StandardError:0.000}.");
        }
        return new GapCurve(points, null, $"The gap still rises at k = {points[^1].Clusters}: try larger k, or the data has no round groups.");
    }

    private static void Check(Matrix rows, int[] ks, GapStatisticOptions options)
    {
        FitChecks.Rows(rows, "GapStatistic.Compute", leastRows: 3);
        new OptionChecks(nameof(GapStatisticOptions)).AtLeast(nameof(options.References), options.References, 2).Threads(options.Threads).ThrowIfAny();
        if (ks.Length < 2 || ks[0] < 1 || ks[^1] >= rows.Rows || Enumerable.Range(1, Math.Max(ks.Length - 1, 0)).Any(i => ks[i] != ks[i - 1] + 1))
            throw new ArgumentException($"GapStatistic.Compute needs two or more numbers of clusters in [1, {rows.Rows - 1}], each one more than the last, e.g. Enumerable.Range(1, 8). Got {(ks.Length == 0 ? "none" : string.Join(", ", ks))}.");
        if (Enumerable.Range(1, rows.Rows - 1).All(i => rows.Row(i).SequenceEqual(rows.Row(0))))
            throw new ArgumentException("GapStatistic.Compute needs rows that differ. All rows are equal: they are one cluster.");
    }

    /// <summary>A box around rows, along their columns or along their principal components.</summary>
    private sealed class ReferenceBox
    {
        private readonly double[] _lows;
        private readonly double[] _highs;
        private readonly int _rows;

        public ReferenceBox(Matrix rows, bool aligned)
        {
            _rows = rows.Rows;
            var scores = aligned ? PrincipalComponents.Fit(rows).Scores : rows;
            (_lows, _highs) = ([.. scores.Row(0)], [.. scores.Row(0)]);
            for (var i = 1; i < scores.Rows; i++)
            {
                var row = scores.Row(i);
                for (var j = 0; j < row.Length; j++) (_lows[j], _highs[j]) = (Math.Min(_lows[j], row[j]), Math.Max(_highs[j], row[j]));
            }
        }

        /// <summary>Rows drawn evenly from the box. Along components they need no turning back: k-means depends on distances alone.</summary>
        public Matrix Draw(Rng rng) => Matrix.Create(_rows, _lows.Length, (_, j) => _lows[j] + (_highs[j] - _lows[j]) * rng.NextDouble());
    }
}
