using System.Collections.Immutable;

namespace MarketingNotebooks.Numerics.LinearAlgebra;

/// <summary>What <see cref="LeastSquares.Solve"/> found. Immutable.</summary>
/// <param name="Coefficients">Shape (d). 0 for a dropped column.</param>
/// <param name="Residuals">y − X·b, shape (n), in the unit of y.</param>
/// <param name="ResidualSumOfSquares">≥ 0, in squared units of y.</param>
/// <param name="Rank">Number of columns that do not depend on others.</param>
/// <param name="Dropped">Columns left out because they depend on others, rising; empty at full rank.</param>
/// <param name="Condition">Estimated condition number (1-norm) of the kept, scaled columns. ≥ 1; about log₁₀ of it are the digits lost
/// to rounding of the data.</param>
/// <param name="Unscaled">(XᵀX)⁻¹, shape (d, d): times the residual variance it is the coefficients' covariance. NaN in rows and columns
/// of dropped columns.</param>
public sealed record LeastSquaresResult(ImmutableArray<double> Coefficients, ImmutableArray<double> Residuals, double ResidualSumOfSquares,
    int Rank, ImmutableArray<int> Dropped, double Condition, Matrix Unscaled)
{
    /// <summary>Residual variance, RSS/(n − rank); NaN without degrees of freedom.</summary>
    public double Variance => Residuals.Length > Rank ? ResidualSumOfSquares / (Residuals.Length - Rank) : double.NaN;

    /// <summary>Standard errors of the coefficients under independent errors of equal variance, shape (d); NaN for dropped
    /// columns.</summary>
    public double[] StandardErrors()
    {
        var errors = new double[Coefficients.Length];
        for (var j = 0; j < errors.Length; j++) errors[j] = Math.Sqrt(Variance * Unscaled[j, j]);
        return errors;
    }
}
