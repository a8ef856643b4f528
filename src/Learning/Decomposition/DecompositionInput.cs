using System.Collections.Immutable;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Decomposition;

/// <summary>What the decompositions share: checks, means, names.</summary>
internal static class DecompositionInput
{
    /// <summary>Values whose squares are finite.</summary>
    public static void CheckSize(Matrix rows, string method) => FitChecks.Squarable(rows, method);

    /// <summary>Finite scores of as many components as the model has.</summary>
    public static void CheckScores(Matrix scores, int components, string method)
    {
        if (scores.Columns != components)
            throw new ArgumentException($"{method} needs scores of {components} component{(components == 1 ? "" : "s")}. Got {scores.Columns} columns.");
        FitChecks.Finite(scores, method);
    }

    /// <summary>The mean of every column.</summary>
    public static ImmutableArray<double> Means(Matrix rows) =>
        [.. Enumerable.Range(0, rows.Columns).Select(j => Moments.Of(rows.Column(j)).Mean)];

    /// <summary>Rows less the means.</summary>
    public static Matrix Center(Matrix rows, ImmutableArray<double> means)
    {
        var values = rows.Span.ToArray();
        for (int at = 0, j = 0; at < values.Length; at++, j = j + 1 == rows.Columns ? 0 : j + 1) values[at] -= means[j];
        return Matrix.Wrap(rows.Rows, rows.Columns, values);
    }

    /// <summary>PC1, PC2, ….</summary>
    public static IEnumerable<string> Names(string stem, int count) => Enumerable.Range(1, count).Select(c => $"{stem}{c}");
}
