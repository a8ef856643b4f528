using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Clustering;

/// <summary>The M step: weights, means and covariances from sums.</summary>
internal sealed class MixtureMaximization
{
    /// <summary>A mean that moved this many standard deviations, squared, left its variance too few digits.</summary>
    private const double LongestMove = 1e6;

    private readonly int _components, _columns;
    private readonly bool _axes;
    private readonly double[] _counts, _shifts;
    private readonly double[][] _scatters;

    /// <summary>Reads the sums.</summary>
    /// <param name="sums">About the centres.</param>
    /// <param name="centres">Shape (k, d).</param>
    /// <param name="axes">True where the sums hold variances only.</param>
    public MixtureMaximization(MixtureSums sums, Matrix centres, bool axes)
    {
        (_components, _columns, _axes) = (centres.Rows, centres.Columns, axes);
        _counts = Array.ConvertAll(sums.Counts, count => count + 10 * Math.ScaleB(1, -52)); // components without rows divide by no 0
        _shifts = new double[_components * _columns];
        var means = centres.Span.ToArray();
        for (var i = 0; i < means.Length; i++) means[i] += _shifts[i] = sums.First[i] / _counts[i / _columns];
        Means = Matrix.Wrap(_components, _columns, means, centres.ColumnNames);
        var size = sums.Second.Length / _components;
        _scatters = [.. Enumerable.Range(0, _components).Select(c => Scatter(sums.Second.AsSpan(c * size, size), c))];
    }

    /// <summary>Shape (k, d).</summary>
    public Matrix Means { get; }

    /// <summary>True where a mean moved so far that variances about it should be summed anew.</summary>
    public bool LostDigits { get; private set; }

    /// <summary>The mixture, or null where <paramref name="singular"/> is a component whose covariance is not positive definite.</summary>
    public MixtureParameters? Mixture(GaussianMixtureOptions options, out int singular)
    {
        var total = _counts.Sum();
        if (options.Covariance == CovarianceKind.Tied) Pool();
        var covariances = new Matrix[_components];
        for (var c = 0; c < _components; c++)
            covariances[c] = c > 0 && options.Covariance == CovarianceKind.Tied ? covariances[0] : Covariance(c, options, total);
        return MixtureParameters.Create(options.Covariance, Array.ConvertAll(_counts, count => count / total), Means, covariances, out singular);
    }

    /// <summary>Σ r·(x − c)(x − c)ᵀ − n·δδᵀ, the scatter about the new mean c + δ.</summary>
    private double[] Scatter(ReadOnlySpan<double> second, int component)
    {
        var d = _columns;
        var shift = _shifts.AsSpan(component * d, d);
        var count = _counts[component];
        var padded = MixturePanels.PaddedColumns(d);
        var result = new double[_axes ? d : d * d];
        for (var i = 0; i < d; i++)
        {
            var diagonal = second[_axes ? i : i * padded + i];
            var move = count * shift[i] * shift[i];
            LostDigits |= move > LongestMove * Math.Max(diagonal - move, 0);
            if (_axes) result[i] = Math.Max(diagonal - move, 0);
            else
                for (var j = i; j < d; j++)
                    result[i * d + j] = result[j * d + i] = second[i * padded + j] - count * shift[i] * shift[j];
        }
        return result;
    }

    private void Pool()
    {
        for (var c = 1; c < _components; c++)
            for (var i = 0; i < _scatters[0].Length; i++) _scatters[0][i] += _scatters[c][i];
    }

    private Matrix Covariance(int component, GaussianMixtureOptions options, double total)
    {
        var values = _scatters[component];
        var count = options.Covariance == CovarianceKind.Tied ? total : _counts[component];
        for (var i = 0; i < values.Length; i++) values[i] /= count;
        if (options.Covariance == CovarianceKind.Spherical) Array.Fill(values, values.Average());
        var step = _axes ? 1 : _columns + 1;
        for (var i = 0; i < values.Length; i += step) values[i] += options.Regularization;
        return Matrix.Wrap(_axes ? 1 : _columns, _columns, values);
    }
}
