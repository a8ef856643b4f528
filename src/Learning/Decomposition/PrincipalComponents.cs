using System.Collections.Immutable;
using MarketingNotebooks.Numerics;
using MarketingNotebooks.Numerics.LinearAlgebra;

namespace MarketingNotebooks.Learning.Decomposition;

/// <summary>Settings of <see cref="PrincipalComponents"/>.</summary>
public sealed record PrincipalComponentsOptions
{
    /// <summary>Components kept, of largest variance. Range: [1, min(n, d)]; null for all. Default: null.</summary>
    public int? Components { get; init; }

    /// <summary>Divide every score by its component's standard deviation, so that scores have variance 1; a component without
    /// variance then scores 0. Default: false.</summary>
    public bool Whiten { get; init; }

    /// <summary>Most threads; the result is the same at any number. Range: ≥ 1; null for all processors. Default: null.</summary>
    public int? Threads { get; init; }
}

/// <summary>Principal component analysis: the few directions in which rows vary most, to look at segments or to shorten rows.</summary>
/// <remarks>
/// <para>The singular value decomposition of the centred rows, which keeps twice the digits of the covariance's eigenvectors. Columns
/// are centred, not scaled: standardise first (<c>rows.Standardize()</c>) where their units differ. Cost: O(n·d²) time for n ≥ d,
/// O(n·d) memory.</para>
/// <para>Sign: of each component the element of largest magnitude (the first of equals) is positive. Components of equal variance are
/// fixed up to a rotation only. Sources: Pearson (1901), Phil. Mag. 2(11); Hotelling (1933), J. Educ. Psychol. 24; Jolliffe
/// (2002), Principal Component Analysis.</para>
/// </remarks>
public static class PrincipalComponents
{
    /// <summary>Fits components to <paramref name="rows"/>.</summary>
    /// <param name="rows">Shape (n, d), finite, below 1E150 in size, n ≥ 2. Not changed.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="cancellationToken">Looked at before and after the decomposition, and between its steps.</param>
    /// <exception cref="ArgumentException">Fewer than two rows, a non-finite or huge value, or an option outside its range.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static PrincipalComponentsModel Fit(Matrix rows, PrincipalComponentsOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new PrincipalComponentsOptions();
        FitChecks.Rows(rows, "PrincipalComponents.Fit", leastRows: 2);
        FitChecks.Squarable(rows, "PrincipalComponents.Fit");
        var (n, most) = (rows.Rows, Math.Min(rows.Rows, rows.Columns));
        new OptionChecks(nameof(PrincipalComponentsOptions))
            .Require(options.Components is null || options.Components >= 1 && options.Components <= most, nameof(options.Components),
                $"in [1, {most}] for {n} rows of {rows.Columns} columns, or null for all", options.Components)
            .Threads(options.Threads)
            .ThrowIfAny();
        cancellationToken.ThrowIfCancellationRequested();
        var means = DecompositionInput.Means(rows);
        var centered = DecompositionInput.Center(rows, means);
        var svd = DecompositionInput.RightVectors(centered, options.Threads, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        var k = options.Components ?? most;
        var variances = svd.Values.Select(value => value * value / (n - 1)).ToArray();
        var total = variances.Sum();
        var kept = Enumerable.Range(0, k).ToArray();
        var axes = svd.V.SelectColumns(kept).Transpose().WithColumnNames(rows.ColumnNames);
        var model = new PrincipalComponentsModel(means, axes, svd.Values[..k], [.. variances[..k]],
            [.. kept.Select(c => total == 0 ? 0 : variances[c] / total)], options.Whiten, Matrix.Zeros(0, k));
        return model with { Scores = model.Project(centered) };
    }
}
