using System.Collections.Immutable;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Decomposition;

/// <summary>Fitted principal components. Immutable.</summary>
/// <param name="Means">Shape (d): what is taken from each column, in its units.</param>
/// <param name="Components">Shape (k, d): unit vectors as rows, of falling variance, with the columns' names. The element of largest
/// magnitude of each is positive.</param>
/// <param name="SingularValues">Shape (k): of the centred rows. ≥ 0, falling.</param>
/// <param name="ExplainedVariance">Shape (k): the variance (n − 1 in the denominator) of the rows along each component, in squared
/// units.</param>
/// <param name="ExplainedVarianceRatio">Shape (k): its share of the variance of all columns, in [0, 1]; 0 where nothing varies.</param>
/// <param name="Whiten">Whether scores are divided by their standard deviation.</param>
/// <param name="Scores">Shape (n, k), columns PC1, PC2, …: the training rows in component coordinates.</param>
public sealed record PrincipalComponentsModel(ImmutableArray<double> Means, Matrix Components, ImmutableArray<double> SingularValues,
    ImmutableArray<double> ExplainedVariance, ImmutableArray<double> ExplainedVarianceRatio, bool Whiten, Matrix Scores)
{
    /// <summary>Shape (d, k): each component times its standard deviation. For standardised columns (close to) the correlation of
    /// column and component.</summary>
    public Matrix Loadings => Matrix.Create(Components.Columns, Components.Rows,
        (j, c) => Components[c, j] * Math.Sqrt(ExplainedVariance[c]), DecompositionInput.Names("PC", Components.Rows));

    /// <summary>Scores of rows.</summary>
    /// <param name="rows">Shape (m, d), finite, in the columns and units of the training rows.</param>
    /// <returns>Shape (m, k), columns PC1, PC2, ….</returns>
    /// <exception cref="ArgumentException">Other columns, or a non-finite value.</exception>
    public Matrix Transform(Matrix rows)
    {
        FitChecks.SameColumns(rows, Components, "PrincipalComponentsModel.Transform");
        return Project(DecompositionInput.Center(rows, Means));
    }

    /// <summary>Rows in the units of the training rows; what the components left out is lost.</summary>
    /// <param name="scores">Shape (m, k), finite, as <see cref="Transform"/> gives them.</param>
    /// <returns>Shape (m, d), with the columns' names.</returns>
    /// <exception cref="ArgumentException">Another number of columns, or a non-finite value.</exception>
    public Matrix Inverse(Matrix scores)
    {
        DecompositionInput.CheckScores(scores, Components.Rows, "PrincipalComponentsModel.Inverse");
        var plain = Whiten ? Matrix.Create(scores.Rows, scores.Columns, (i, c) => scores[i, c] * Math.Sqrt(ExplainedVariance[c])) : scores;
        var rows = Gemm.Multiply(plain, Components);
        return Matrix.Create(rows.Rows, rows.Columns, (i, j) => rows[i, j] + Means[j], Components.ColumnNames);
    }

    internal Matrix Project(Matrix centered)
    {
        var names = DecompositionInput.Names("PC", Components.Rows);
        var scores = Gemm.Multiply(centered, Components, transposeB: true);
        if (!Whiten) return scores.WithColumnNames(names);
        // Below this share of the largest, a standard deviation is rounding: dividing by it would make noise of unit size.
        var least = 1e-13 * SingularValues[0];
        return Matrix.Create(scores.Rows, scores.Columns,
            (i, c) => SingularValues[c] <= least ? 0 : scores[i, c] / Math.Sqrt(ExplainedVariance[c]), names);
    }
}
