using System.Collections.Immutable;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Clustering;

/// <summary>Centroids that a stream of batches has shaped so far. Immutable: <see cref="Update"/> gives the next one.</summary>
/// <param name="Centroids">Shape (k, d), in the units of the rows, with their column names.</param>
/// <param name="Counts">Shape (k): rows that have shaped each centroid. One that was starved and moved starts anew, at twice what it would
/// have starved below, at most as many as the largest.</param>
/// <param name="Batches">Batches read so far.</param>
/// <param name="MeanSquare">Mean squared distance of the last batch's rows to the centroids before they moved, in squared row units.</param>
/// <param name="StarvedShare">As of <see cref="MiniBatchKMeansOptions.StarvedShare"/>.</param>
/// <param name="Seed">As of <see cref="MiniBatchKMeansOptions.Seed"/>.</param>
public sealed record MiniBatchKMeansModel(Matrix Centroids, ImmutableArray<long> Counts, int Batches, double MeanSquare,
    double StarvedShare, int Seed)
{
    /// <summary>Names of the columns that the model was fitted on; empty when they had none.</summary>
    public ImmutableArray<string> ColumnNames => Centroids.ColumnNames;

    /// <summary>The model after one more batch; this one stays as it is.</summary>
    /// <remarks>Sculley's step for the whole batch at once: μ ← μ + (mean of its rows − μ)·m/(N + m), with N rows before and m now.
    /// Cost: O(rows·k·d).</remarks>
    /// <param name="batch">Shape (m, d), finite, below 1E150 in size, in the columns and units of the model; empty is allowed.</param>
    /// <param name="threads">Most threads. Range: ≥ 1; null for all processors.</param>
    /// <param name="cancellationToken">Looked at many times.</param>
    /// <exception cref="ArgumentException">Other columns, or a non-finite or huge value.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public MiniBatchKMeansModel Update(Matrix batch, int? threads = null, CancellationToken cancellationToken = default)
    {
        FitChecks.SameColumns(batch, Centroids, "MiniBatchKMeansModel.Update");
        FitChecks.Squarable(batch, "MiniBatchKMeansModel.Update");
        if (batch.Rows == 0) return this;
        var (d, counts) = (Centroids.Columns, Counts.ToArray());
        var start = Move(batch, counts, threads, cancellationToken);
        var work = Assign(batch, start, out var square, threads, cancellationToken);
        var sums = new double[Centroids.Rows * d];
        var members = new long[Centroids.Rows];
        for (var i = 0; i < batch.Rows; i++)
        {
            var row = batch.Row(i);
            var c = work.Labels[i];
            members[c]++;
            for (var j = 0; j < d; j++) sums[c * d + j] += row[j];
        }
        var centroids = start.Span.ToArray();
        for (var c = 0; c < members.Length; c++)
        {
            if (members[c] == 0) continue;
            var pull = members[c] / (double)(counts[c] += members[c]);
            for (var j = 0; j < d; j++)
                centroids[c * d + j] += pull * (sums[c * d + j] / members[c] - centroids[c * d + j]);
        }
        return this with
        {
            Centroids = Matrix.Wrap(members.Length, d, centroids, ColumnNames),
            Counts = [.. counts],
            Batches = Batches + 1,
            MeanSquare = square / batch.Rows,
        };
    }

    /// <summary>The nearest centroid of each row; among equally near ones the lowest.</summary>
    /// <param name="rows">Shape (m, d), finite, below 1E150 in size, in the columns and units of the model.</param>
    /// <param name="threads">Most threads. Range: ≥ 1; null for all processors.</param>
    /// <exception cref="ArgumentException">Other columns, or a non-finite or huge value.</exception>
    public ImmutableArray<int> Predict(Matrix rows, int? threads = null)
    {
        FitChecks.SameColumns(rows, Centroids, "MiniBatchKMeansModel.Predict");
        FitChecks.Squarable(rows, "MiniBatchKMeansModel.Predict");
        var work = new KMeansAssignment(rows, Centroids.Rows, threads, default);
        work.AssignAll(Centroids);
        return [.. work.Labels[..rows.Rows]];
    }

    /// <summary>The distance (not squared) from each row to each centroid.</summary>
    /// <inheritdoc cref="Predict"/>
    /// <returns>Shape (m, k).</returns>
    public Matrix Transform(Matrix rows, int? threads = null)
    {
        FitChecks.SameColumns(rows, Centroids, "MiniBatchKMeansModel.Transform");
        FitChecks.Squarable(rows, "MiniBatchKMeansModel.Transform");
        return Distances.Euclidean(rows, Centroids, threads);
    }

    /// <summary>Sum of squared distances of all rows of some batches to their nearest centroid: one more pass over the stream.</summary>
    /// <param name="batches">Finite rows below 1E150 in size in the columns and units of the model, read one batch at a time.</param>
    /// <param name="threads">Most threads. Range: ≥ 1; null for all processors.</param>
    /// <param name="cancellationToken">Looked at between batches and within them.</param>
    /// <returns>In squared row units. ≥ 0.</returns>
    /// <exception cref="ArgumentException">Other columns, or a non-finite or huge value.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public double Inertia(IEnumerable<Matrix> batches, int? threads = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batches);
        var sum = 0.0;
        foreach (var batch in batches)
        {
            FitChecks.SameColumns(batch, Centroids, "MiniBatchKMeansModel.Inertia");
            FitChecks.Squarable(batch, "MiniBatchKMeansModel.Inertia");
            if (batch.Rows == 0) continue;
            Assign(batch, Centroids, out var square, threads, cancellationToken);
            sum += square;
        }
        return sum;
    }

    private static KMeansAssignment Assign(Matrix batch, Matrix centroids, out double square, int? threads, CancellationToken token)
    {
        var work = new KMeansAssignment(batch, centroids.Rows, threads, token);
        square = work.AssignAll(centroids);
        return work;
    }

    /// <summary>Centroids of which the starved ones are moved to rows of the batch, drawn in proportion to their squared distance to the
    /// centroid nearest them; at most one a row that lies off all of them, and half the batch.</summary>
    private Matrix Move(Matrix batch, long[] counts, int? threads, CancellationToken token)
    {
        var most = counts.Max();
        var least = StarvedShare * most;
        int[] starved = [.. Enumerable.Range(0, counts.Length).Where(c => counts[c] < least)];
        if (starved.Length == 0 || batch.Rows < 2) return Centroids;
        var squares = Assign(batch, Centroids, out _, threads, token).Squares.AsSpan(0, batch.Rows).ToArray();
        var rng = Rng.Stream(Seed, Batches);
        var centroids = Centroids.Span.ToArray();
        foreach (var c in starved.Take(batch.Rows / 2))
        {
            if (squares.Max() == 0) break;
            var row = rng.NextCategorical(squares);
            squares[row] = 0;
            batch.Row(row).CopyTo(centroids.AsSpan(c * batch.Columns));
            counts[c] = Math.Min(most, (long)Math.Ceiling(2 * least));
        }
        return Matrix.Wrap(Centroids.Rows, batch.Columns, centroids, ColumnNames);
    }
}
