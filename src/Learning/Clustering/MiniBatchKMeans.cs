using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Clustering;

/// <summary>Settings of <see cref="MiniBatchKMeans"/>. Vary one with <c>options with { Seed = 7 }</c>.</summary>
public sealed record MiniBatchKMeansOptions
{
    /// <summary>Number of clusters k. Range: 1 ≤ k ≤ rows. Default: 3.</summary>
    public int Clusters { get; init; } = 3;

    /// <summary>Rows from the beginning of the stream that the first centroids are fitted to, by <see cref="KMeans"/>. They should look
    /// like the rest: shuffle a stream that is sorted. Range: ≥ 1; at least <see cref="Clusters"/> are taken. Default: 5,000.</summary>
    public int SeedRows { get; init; } = 5_000;

    /// <summary>Times that the stream is read. Range: ≥ 1; above 1 only for batches that can be enumerated again. Default: 1.</summary>
    public int Passes { get; init; } = 1;

    /// <summary>A centroid that has had less than this share of the rows of the largest one is starved, and moves to a row of the next
    /// batch that is far from all centroids. Smaller clusters than that cannot be found. Range: [0, 1); 0 never moves one.
    /// Default: 0.01.</summary>
    public double StarvedShare { get; init; } = 0.01;

    /// <summary>Seed of every random draw: same batches and seed give the same model at any thread count. Default: 42.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>Most threads. Range: ≥ 1; null for all processors. Default: null.</summary>
    public int? Threads { get; init; }
}

/// <summary>k-means over a stream of batches: for tables larger than memory.</summary>
/// <remarks>
/// <para>Each row pulls its centroid towards it by one over the number of rows that the centroid has had, so a centroid is the mean of
/// its rows as they came. Cost: O(n·k·d) time a pass; memory for one batch, the seed rows and k·d centroids.
/// Inertia ends within a few per cent of <see cref="KMeans"/>, which is better wherever the rows fit into memory.</para>
/// <para>Batches come from a frame that is not read, part by part (<see cref="Batches.ToBatches(Data.Frames.DataFrame, IEnumerable{string}, string, int, Data.Frames.Missing)"/>),
/// from a database reader, from the files of a folder, or from any other enumeration. The widest feature dominates: scale every
/// batch by the same scaler.</para>
/// <para>Source: Sculley (2010), WWW; starved centroids as in scikit-learn, but drawn in proportion to squared distances.</para>
/// </remarks>
/// <example><code>
/// var visits = DataFrame.ScanParquet("visits/*.parquet");                       // not read
/// var model = MiniBatchKMeans.Fit(visits.ToBatches(["minutes", "pages"], by: "visit_id", parts: 50), new() { Clusters = 6 });
/// </code></example>
public static class MiniBatchKMeans
{
    /// <summary>Fits k centroids to all rows of all batches.</summary>
    /// <param name="batches">Each of shape (any, d), finite, below 1E150 in size, with the same columns; empty ones are passed over. Read
    /// one at a time, <see cref="MiniBatchKMeansOptions.Passes"/> times.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="progress">Told the share of batches done, in (0, 1], where their number is known, else only 1 at the end.</param>
    /// <param name="cancellationToken">Looked at between batches and within them.</param>
    /// <exception cref="ArgumentException">No rows, a non-finite or huge value, columns that change, or an option outside its range.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static MiniBatchKMeansModel Fit(IEnumerable<Matrix> batches, MiniBatchKMeansOptions? options = null,
        IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batches);
        options ??= new MiniBatchKMeansOptions();
        Check(options);
        cancellationToken.ThrowIfCancellationRequested();
        var all = batches.TryGetNonEnumeratedCount(out var count) ? (double)count * options.Passes : double.NaN;
        MiniBatchKMeansModel? model = null;
        var done = 0;
        for (var pass = 0; pass < options.Passes; pass++)
        {
            using var stream = batches.GetEnumerator();
            if (model is null) model = Start(stream, options, ref done, cancellationToken);
            while (stream.MoveNext())
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (stream.Current.Rows > 0) model = model.Update(stream.Current, options.Threads, cancellationToken);
                if (++done < all) progress?.Report(done / all);
            }
        }
        progress?.Report(1);
        return model!;
    }

    /// <summary>Fits the first centroids to the beginning of the stream.</summary>
    private static MiniBatchKMeansModel Start(IEnumerator<Matrix> stream, MiniBatchKMeansOptions options, ref int done, CancellationToken token)
    {
        var (wanted, rows, first, empty) = (Math.Max(options.SeedRows, options.Clusters), 0, new List<Matrix>(), (Matrix?)null);
        while (rows < wanted && stream.MoveNext())
        {
            token.ThrowIfCancellationRequested();
            done++;
            empty = stream.Current;
            if (empty.Rows == 0) continue;
            FitChecks.Rows(empty, "MiniBatchKMeans.Fit");
            if (first.Count > 0) FitChecks.SameColumns(empty, first[0], "MiniBatchKMeans.Fit");
            first.Add(empty);
            rows += empty.Rows;
        }
        if (rows == 0) FitChecks.Rows(empty ?? Matrix.Zeros(0, 0), "MiniBatchKMeans.Fit");
        new OptionChecks(nameof(MiniBatchKMeansOptions))
            .Require(options.Clusters <= rows, nameof(options.Clusters), $"in [1, {rows}] for {rows} rows", options.Clusters)
            .ThrowIfAny();
        var seeds = first.Count == 1 ? first[0] : Stack(first, rows);
        FitChecks.Squarable(seeds, "MiniBatchKMeans.Fit");
        var start = KMeans.Fit(seeds, new() { Clusters = options.Clusters, Restarts = 3, Seed = options.Seed, Threads = options.Threads },
            cancellationToken: token);
        return new MiniBatchKMeansModel(start.Centroids, [.. start.Sizes.Select(size => (long)size)], done, start.Inertia / rows,
            options.StarvedShare, options.Seed);
    }

    private static Matrix Stack(List<Matrix> parts, int rows)
    {
        var values = new double[rows * parts[0].Columns];
        var at = 0;
        foreach (var part in parts)
        {
            part.Span.CopyTo(values.AsSpan(at));
            at += part.Span.Length;
        }
        return Matrix.Wrap(rows, parts[0].Columns, values, parts[0].ColumnNames);
    }

    private static void Check(MiniBatchKMeansOptions options) => new OptionChecks(nameof(MiniBatchKMeansOptions))
        .AtLeast(nameof(options.Clusters), options.Clusters, 1)
        .AtLeast(nameof(options.SeedRows), options.SeedRows, 1)
        .AtLeast(nameof(options.Passes), options.Passes, 1)
        .Require(options.StarvedShare is >= 0 and < 1, nameof(options.StarvedShare), "in [0, 1)", options.StarvedShare)
        .Threads(options.Threads)
        .ThrowIfAny();
}
