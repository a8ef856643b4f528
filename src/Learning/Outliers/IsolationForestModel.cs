using System.Collections.Immutable;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Outliers;

/// <summary>A grown isolation forest. Immutable and thread-safe.</summary>
public sealed class IsolationForestModel
{
    private readonly IsolationTree[] _trees;
    private readonly int _sample;
    private readonly Matrix _columns;

    internal IsolationForestModel(IsolationTree[] trees, int sample, Matrix columns, ImmutableArray<double> scores, double threshold)
    {
        (_trees, _sample, _columns, Scores, Threshold) = (trees, sample, columns, scores, threshold);
        Outliers = [.. Enumerable.Range(0, scores.Length).Where(i => scores[i] > threshold)];
    }

    /// <summary>Shape (n): the score of each training row, in (0, 1]; higher is stranger.</summary>
    public ImmutableArray<double> Scores { get; }

    /// <summary>Rows with a score above it are outliers. In (0, 1].</summary>
    public double Threshold { get; }

    /// <summary>Numbers of the training rows with a score above <see cref="Threshold"/>, rising.</summary>
    public ImmutableArray<int> Outliers { get; }

    /// <summary>Number of trees.</summary>
    public int Trees => _trees.Length;

    /// <summary>Rows that each tree saw.</summary>
    public int SampleSize => _sample;

    /// <summary>Names of the columns that the model was fitted on; empty when they had none.</summary>
    public ImmutableArray<string> ColumnNames => _columns.ColumnNames;

    /// <summary>Scores of rows.</summary>
    /// <param name="rows">Shape (m, d), finite, in the columns and units of the training rows.</param>
    /// <param name="threads">Most threads. Range: ≥ 1; null for all processors.</param>
    /// <param name="cancellationToken">Looked at every few rows.</param>
    /// <returns>Shape (m), in (0, 1]; higher is stranger.</returns>
    /// <exception cref="ArgumentException">Other columns, a non-finite value, or threads below 1.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ImmutableArray<double> Score(Matrix rows, int? threads = null, CancellationToken cancellationToken = default)
    {
        FitChecks.SameColumns(rows, _columns, "IsolationForestModel.Score");
        return [.. IsolationTree.Score(_trees, _sample, rows, threads, cancellationToken)];
    }

    /// <summary>True for each row with a score above <see cref="Threshold"/>.</summary>
    /// <inheritdoc cref="Score"/>
    /// <returns>Shape (m).</returns>
    public ImmutableArray<bool> Predict(Matrix rows, int? threads = null, CancellationToken cancellationToken = default)
    {
        FitChecks.SameColumns(rows, _columns, "IsolationForestModel.Predict");
        return [.. IsolationTree.Score(_trees, _sample, rows, threads, cancellationToken).Select(score => score > Threshold)];
    }
}
