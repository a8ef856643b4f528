using MarketingNotebooks.Numerics;
using MarketingNotebooks.Numerics.LinearAlgebra;

namespace MarketingNotebooks.Learning.Clustering;

/// <summary>A mixture in the form that densities are computed from: of every covariance Σ = L·Lᵀ the inverse factor L⁻¹.</summary>
internal sealed class MixtureParameters
{
    private static readonly double LogTwoPi = Math.Log(2 * Math.PI);

    private MixtureParameters(CovarianceKind kind, double[] weights, Matrix means, Matrix[] covariances)
    {
        (Kind, Weights, Means, Covariances) = (kind, weights, means, covariances);
        Inverses = new double[weights.Length][];
        LogScales = new double[weights.Length];
    }

    public CovarianceKind Kind { get; }

    public int Components => Weights.Length;

    public bool HasAxes => Kind is CovarianceKind.Diagonal or CovarianceKind.Spherical;

    /// <summary>Shape (k), sum 1.</summary>
    public double[] Weights { get; }

    /// <summary>Shape (k, d).</summary>
    public Matrix Means { get; }

    /// <summary>k of them, the same object k times where tied: shape (d, d); where they have axes, (1, d) with the variances.</summary>
    public Matrix[] Covariances { get; }

    /// <summary>L⁻¹ of each component in tiles of 4 rows: for each tile, column after column up to the tile's last, 4 values. Where
    /// covariances have axes, the reciprocals of the standard deviations.</summary>
    public double[][] Inverses { get; }

    /// <summary>ln wᵢ − ½·(d·ln 2π + ln det Σᵢ).</summary>
    public double[] LogScales { get; }

    /// <summary>Null when a covariance is not positive definite; then <paramref name="singular"/> is its component.</summary>
    public static MixtureParameters? Create(CovarianceKind kind, double[] weights, Matrix means, Matrix[] covariances, out int singular)
    {
        var result = new MixtureParameters(kind, weights, means, covariances);
        var scale = 0.0;
        for (singular = 0; singular < weights.Length; singular++)
        {
            if (singular > 0 && ReferenceEquals(covariances[singular], covariances[0])) result.Inverses[singular] = result.Inverses[0];
            else if (!result.Invert(singular, out var logDeterminant)) return null;
            else scale = -0.5 * (means.Columns * LogTwoPi + logDeterminant);
            result.LogScales[singular] = Math.Log(weights[singular]) + scale;
        }
        return result;
    }

    /// <summary>The least variance that a column of a component has given the columns before it.</summary>
    public double LeastVariance(int component)
    {
        var (covariance, d) = (Covariances[component], Means.Columns);
        var factor = HasAxes ? null : Cholesky.Factor(covariance, threads: 1).L;
        return Enumerable.Range(0, d).Min(j => factor is null ? covariance[0, j] : factor[j, j] * factor[j, j]);
    }

    private bool Invert(int component, out double logDeterminant)
    {
        logDeterminant = 0;
        var covariance = Covariances[component];
        if (HasAxes)
        {
            foreach (var variance in covariance.Span) logDeterminant += Math.Log(variance);
            Inverses[component] = [.. covariance.Span.ToArray().Select(variance => 1 / Math.Sqrt(variance))];
            return double.IsFinite(logDeterminant);
        }
        if (!Cholesky.TryFactor(covariance, out var factor, threads: 1)) return false;
        logDeterminant = factor.LogDeterminant;
        Inverses[component] = Tiles(Inverse(factor.L));
        return true;
    }

    /// <summary>The inverse of a lower triangular matrix, row after row by forward substitution.</summary>
    private static double[,] Inverse(Matrix l)
    {
        var d = l.Rows;
        var inverse = new double[d, d];
        for (var i = 0; i < d; i++)
        {
            var row = l.Row(i);
            for (var j = 0; j < i; j++)
            {
                var sum = 0.0;
                for (var m = j; m < i; m++) sum += row[m] * inverse[m, j];
                inverse[i, j] = -sum / row[i];
            }
            inverse[i, i] = 1 / row[i];
        }
        return inverse;
    }

    private static double[] Tiles(double[,] lower)
    {
        var d = lower.GetLength(0);
        var padded = MixturePanels.PaddedColumns(d);
        var tiles = new List<double>(padded * (padded + 4) / 2);
        for (var top = 0; top < padded; top += 4)
            for (var column = 0; column < top + 4; column++)
                for (var row = top; row < top + 4; row++) tiles.Add(row < d && column <= row ? lower[row, column] : 0);
        return [.. tiles];
    }
}
