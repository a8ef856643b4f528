using System.Collections.Immutable;
using MarketingNotebooks.Numerics;
using MarketingNotebooks.Numerics.Sparse;

namespace MarketingNotebooks.Learning.Decomposition;

/// <summary>A fitted truncated singular value decomposition. Immutable.</summary>
/// <param name="Components">Shape (k, d): unit vectors as rows, of falling singular value, with the columns' names. The element of
/// largest magnitude of each is positive.</param>
/// <param name="SingularValues">Shape (k). ≥ 0, falling.</param>
/// <param name="ExplainedVariance">Shape (k): variance (n in the denominator) of the scores of each component; it need not fall.</param>
/// <param name="ExplainedVarianceRatio">Shape (k): its share of the variance of all columns, in [0, 1]; 0 where nothing varies.</param>
/// <param name="Scores">Shape (n, k), columns SV1, SV2, …: the training rows in component coordinates.</param>
/// <param name="Converged">False when Randomized ended before every component fitted to its tolerance; Exact always does.</param>
/// <param name="Reason">Empty when converged; else how far off the components are, and the remedy.</param>
public sealed record TruncatedSvdModel(Matrix Components, ImmutableArray<double> SingularValues, ImmutableArray<double> ExplainedVariance,
    ImmutableArray<double> ExplainedVarianceRatio, Matrix Scores, bool Converged, string Reason)
{
    /// <summary>Scores of rows.</summary>
    /// <param name="rows">Shape (m, d), finite, in the columns and units of the training rows.</param>
    /// <returns>Shape (m, k), columns SV1, SV2, ….</returns>
    /// <exception cref="ArgumentException">Other columns, or a non-finite value.</exception>
    public Matrix Transform(Matrix rows)
    {
        FitChecks.SameColumns(rows, Components, "TruncatedSvdModel.Transform");
        return Project(rows, Components);
    }

    /// <summary>Scores of sparse rows.</summary>
    /// <param name="rows">Shape (m, d), finite, in the columns and units of the training rows.</param>
    /// <returns>Shape (m, k), columns SV1, SV2, ….</returns>
    /// <exception cref="ArgumentException">Another number of columns, or a non-finite value.</exception>
    public Matrix Transform(CsrMatrix rows)
    {
        if (rows.Columns != Components.Columns)
            throw new ArgumentException("TruncatedSvdModel.Transform needs the "
                + $"{Components.Columns} columns that the model was fitted on. Got {rows.Columns}.");
        DecompositionInput.CheckSparse(rows, "TruncatedSvdModel.Transform", leastRows: 0);
        return Project(rows, Components, null);
    }

    /// <summary>Rows in the units of the training rows; what the components left out is lost.</summary>
    /// <param name="scores">Shape (m, k), finite, as <see cref="Transform(Matrix)"/> gives them.</param>
    /// <returns>Shape (m, d), with the columns' names.</returns>
    /// <exception cref="ArgumentException">Another number of columns, or a non-finite value.</exception>
    public Matrix Inverse(Matrix scores)
    {
        DecompositionInput.CheckScores(scores, Components.Rows, "TruncatedSvdModel.Inverse");
        return Gemm.Multiply(scores, Components).WithColumnNames(Components.ColumnNames);
    }

    internal static Matrix Project(Matrix rows, Matrix components) =>
        Gemm.Multiply(rows, components, transposeB: true).WithColumnNames(DecompositionInput.Names("SV", components.Rows));

    internal static Matrix Project(CsrMatrix rows, Matrix components, int? threads) =>
        rows.Multiply(components.Transpose(), threads).WithColumnNames(DecompositionInput.Names("SV", components.Rows));
}
