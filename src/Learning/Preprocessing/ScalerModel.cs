using System.Collections.Immutable;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Preprocessing;

/// <summary>A fitted scaling of columns, y = (x − offset) / scale + shift. Immutable.</summary>
/// <remarks>Fit on training rows alone and transform both sides, so that nothing of the test rows leaks into training.</remarks>
/// <param name="Offsets">Shape (d): what is taken from each column, in its units.</param>
/// <param name="Scales">Shape (d): what each column is divided by, in its units. > 0; 1 for a constant column.</param>
/// <param name="Shift">Added to every scaled value.</param>
/// <param name="ColumnNames">Names of the training columns; empty when they had none.</param>
public sealed record ScalerModel(ImmutableArray<double> Offsets, ImmutableArray<double> Scales, double Shift,
    ImmutableArray<string> ColumnNames)
{
    /// <summary>Scales rows.</summary>
    /// <param name="rows">Shape (m, d), finite, in the columns and units of the training rows.</param>
    /// <exception cref="ArgumentException">Other columns, or a non-finite value.</exception>
    public Matrix Transform(Matrix rows)
    {
        FitChecks.SameColumns(rows, Fitted(), "ScalerModel.Transform");
        return Each(rows, (x, j) => (x - Offsets[j]) / Scales[j] + Shift);
    }

    /// <summary>Undoes <see cref="Transform"/>: back to the units of the training rows, e.g. for centroids.</summary>
    /// <param name="rows">Shape (m, d), finite, scaled.</param>
    /// <exception cref="ArgumentException">Other columns, or a non-finite value.</exception>
    public Matrix Inverse(Matrix rows)
    {
        FitChecks.SameColumns(rows, Fitted(), "ScalerModel.Inverse");
        return Each(rows, (y, j) => (y - Shift) * Scales[j] + Offsets[j]);
    }

    private Matrix Fitted() => Matrix.Zeros(0, Offsets.Length).WithColumnNames(ColumnNames);

    private static Matrix Each(Matrix rows, Func<double, int, double> value) =>
        Matrix.Create(rows.Rows, rows.Columns, (i, j) => value(rows[i, j], j), rows.ColumnNames);
}
