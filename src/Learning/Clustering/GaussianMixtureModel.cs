using System.Collections.Immutable;
using MarketingNotebooks.Numerics;
using MarketingNotebooks.Numerics.LinearAlgebra;

namespace MarketingNotebooks.Learning.Clustering;

/// <summary>A fitted mixture of normal distributions. Immutable.</summary>
/// <param name="Weights">Shape (k): share of the rows that each component stands for. Positive, sum 1.</param>
/// <param name="Means">Shape (k, d), in the units of the training rows, with their column names.</param>
/// <param name="Covariances">k of shape (d, d), symmetric positive definite, in squared row units.</param>
/// <param name="Kind">What shapes the components were allowed; decides how many parameters are counted.</param>
/// <param name="Rows">Number of training rows n.</param>
/// <param name="Labels">Shape (n): the likeliest component of each training row; among equally likely ones the lowest.</param>
/// <param name="LogLikelihood">Natural logarithm of the density of all training rows together.</param>
/// <param name="Converged">False when <see cref="GaussianMixtureOptions.MaxIterations"/> ended the best run before it settled.</param>
/// <param name="Iterations">Passes of the best run.</param>
/// <param name="Reason">Why the best run ended and, where something can be done about it, what.</param>
public sealed record GaussianMixtureModel(ImmutableArray<double> Weights, Matrix Means, ImmutableArray<Matrix> Covariances,
    CovarianceKind Kind, int Rows, ImmutableArray<int> Labels, double LogLikelihood, bool Converged, int Iterations, string Reason)
{
    /// <summary>Number of components k.</summary>
    public int Components => Weights.Length;

    /// <summary>Names of the columns that the model was fitted on; empty when they had none.</summary>
    public ImmutableArray<string> ColumnNames => Means.ColumnNames;

    /// <summary>Training rows by likeliest component. Shape (k).</summary>
    public ImmutableArray<int> Sizes => ClusterSizes.Of(Labels, Components);

    /// <summary>Number of free parameters: k − 1 weights, k·d means and as many covariances as <see cref="Kind"/> allows.</summary>
    public long Parameters
    {
        get
        {
            long k = Components, d = Means.Columns;
            return k - 1 + k * d + Kind switch
            {
                CovarianceKind.Full => k * d * (d + 1) / 2,
                CovarianceKind.Tied => d * (d + 1) / 2,
                CovarianceKind.Diagonal => k * d,
                _ => k,
            };
        }
    }

    /// <summary>Akaike's criterion, 2·parameters − 2·log-likelihood of the training rows. Lower is better.</summary>
    public double Aic => 2.0 * Parameters - 2 * LogLikelihood;

    /// <summary>Schwarz's criterion, ln n · parameters − 2·log-likelihood of the training rows. Lower is better (mclust reports its
    /// negative). Finds the number of components more often than <see cref="Aic"/>, which takes too many.</summary>
    public double Bic => Math.Log(Rows) * Parameters - 2 * LogLikelihood;

    /// <summary>The likeliest component of each row; among equally likely ones the lowest.</summary>
    /// <param name="rows">Shape (m, d), finite, in the columns and units of the training rows.</param>
    /// <param name="threads">Most threads. Range: ≥ 1; null for all processors.</param>
    /// <exception cref="ArgumentException">Other columns, a non-finite or huge value, or a covariance that is not positive definite.
    /// </exception>
    public ImmutableArray<int> Predict(Matrix rows, int? threads = null)
    {
        var labels = new int[rows.Rows];
        Score(rows, "Predict", threads, (density, first, filled) => Likeliest(density, labels.AsSpan(first, filled)));
        return [.. labels];
    }

    /// <summary>How probable each component is for each row.</summary>
    /// <inheritdoc cref="Predict"/>
    /// <returns>Shape (m, k); rows sum to 1.</returns>
    public Matrix PredictProbabilities(Matrix rows, int? threads = null)
    {
        var k = Components;
        var shares = new double[(long)rows.Rows * k];
        Score(rows, "PredictProbabilities", threads, (density, first, filled) =>
        {
            for (var c = 0; c < k; c++)
            {
                var from = density.Shares(c);
                for (var lane = 0; lane < filled; lane++) shares[(first + lane) * k + c] = from[lane];
            }
        });
        return Matrix.Wrap(rows.Rows, k, shares, Enumerable.Range(0, k).Select(c => $"component{c}"));
    }

    /// <summary>The natural logarithm of the density at each row: low for rows unlike the training rows.</summary>
    /// <inheritdoc cref="Predict"/>
    /// <returns>Shape (m).</returns>
    public ImmutableArray<double> ScoreRows(Matrix rows, int? threads = null)
    {
        var scores = new double[rows.Rows];
        Score(rows, "ScoreRows", threads, (density, first, filled) =>
            density.LogDensities.AsSpan(0, filled).CopyTo(scores.AsSpan(first)));
        return [.. scores];
    }

    /// <summary>Draws rows from the mixture.</summary>
    /// <param name="count">Number of rows. Range: ≥ 0.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <returns>Rows of shape (count, d) in random order, and the component that each was drawn from.</returns>
    /// <exception cref="ArgumentException">A negative count, or a covariance that is not positive definite.</exception>
    public (Matrix Rows, ImmutableArray<int> Labels) Sample(int count, int seed = 42)
    {
        if (count < 0) throw new ArgumentException($"GaussianMixtureModel.Sample needs a count ≥ 0. Got {count}.");
        var d = Means.Columns;
        var factors = Covariances.Select(covariance => Cholesky.Factor(covariance).L).ToArray();
        var choice = new AliasTable(Weights.AsSpan());
        var rng = new Rng(seed);
        var (values, labels, normal) = (new double[(long)count * d], new int[count], new double[d]);
        for (var i = 0; i < count; i++)
        {
            var c = labels[i] = choice.Next(rng);
            for (var j = 0; j < d; j++) normal[j] = rng.NextNormal();
            for (var j = 0; j < d; j++)
            {
                var factor = factors[c].Row(j);
                var sum = Means[c, j];
                for (var m = 0; m <= j; m++) sum += factor[m] * normal[m];
                values[i * d + j] = sum;
            }
        }
        return (Matrix.Wrap(count, d, values, ColumnNames), [.. labels]);
    }

    internal static GaussianMixtureModel Of(Matrix rows, MixtureRun run, GaussianMixtureOptions options)
    {
        var mixture = run.Mixture!;
        var d = rows.Columns;
        Matrix[] covariances = mixture.HasAxes
            ? [.. mixture.Covariances.Select(axes => Matrix.Create(d, d, (i, j) => i == j ? axes[0, i] : 0))]
            : mixture.Covariances;
        var model = new GaussianMixtureModel([.. mixture.Weights], mixture.Means, [.. covariances], mixture.Kind, rows.Rows, [],
            run.LogLikelihood, run.Converged, run.Iterations, (run.Converged
                ? $"The mean log-likelihood changed by no more than the tolerance in pass {run.Iterations}."
                : $"MaxIterations ({options.MaxIterations}) ended the best run before it settled. Raise MaxIterations or Tolerance.")
            + Narrow(mixture, options.Regularization));
        return model with { Labels = model.Predict(rows, options.Threads) };
    }

    /// <summary>Names the components that have shrunk as far as they may: their likelihood says more about the regularisation than about the
    /// rows.</summary>
    private static string Narrow(MixtureParameters mixture, double regularization)
    {
        int[] narrow = [.. Enumerable.Range(0, mixture.Components).Where(c => mixture.LeastVariance(c) < 2 * regularization)];
        return narrow.Length == 0 ? ""
            : $" Component{(narrow.Length == 1 ? "" : "s")} {string.Join(", ", narrow)} {(narrow.Length == 1 ? "is" : "are")} as narrow as Regularization "
            + $"({regularization}) allows, on repeated values or a constant column. Raise Regularization, lower Components, or drop the column.";
    }

    private void Score(Matrix rows, string method, int? threads, Action<MixtureDensity, int, int> take)
    {
        method = $"GaussianMixtureModel.{method}";
        FitChecks.SameColumns(rows, Means, method);
        FitChecks.Squarable(rows, method);
        var axes = Kind is CovarianceKind.Diagonal or CovarianceKind.Spherical;
        var d = Means.Columns;
        Matrix[] covariances = axes ? [.. Covariances.Select(full => Matrix.Create(1, d, (_, j) => full[j, j]))] : [.. Covariances];
        var mixture = MixtureParameters.Create(Kind, [.. Weights], Means, covariances, out var singular)
            ?? throw new ArgumentException($"{method} needs covariances that are positive definite. Got one of component {singular} that is not.");
        var panels = new MixturePanels(rows);
        var chunk = Parallelism.Chunk(panels.Panels, (double)MixturePanels.Width * Components * (20 + (axes ? 2.0 : d) * d));
        panels.ForChunks(chunk, (_, start, end) =>
        {
            var density = new MixtureDensity(panels, Components);
            for (var panel = start; panel < end; panel++)
            {
                density.Run(panel, mixture);
                take(density, panel * MixturePanels.Width, panels.Filled(panel));
            }
        }, threads, default);
    }

    private static void Likeliest(MixtureDensity density, Span<int> labels)
    {
        for (var lane = 0; lane < labels.Length; lane++)
        {
            var best = 0;
            for (var c = 1; c < density.Components; c++)
                if (density.Shares(c)[lane] > density.Shares(best)[lane]) best = c;
            labels[lane] = best;
        }
    }
}
