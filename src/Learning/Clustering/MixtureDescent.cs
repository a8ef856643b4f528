using System.Collections.Immutable;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Clustering;

/// <summary>What became of one run.</summary>
/// <param name="Mixture">Null where a covariance became singular.</param>
/// <param name="LogLikelihood">Of all rows under the mixture.</param>
/// <param name="Converged">False where the passes ran out.</param>
/// <param name="Iterations">Passes.</param>
/// <param name="Singular">The component with the singular covariance; −1 where there is none.</param>
internal sealed record MixtureRun(MixtureParameters? Mixture, double LogLikelihood, bool Converged, int Iterations, int Singular);

/// <summary>Expectation and maximisation in turn, from the clusters of given labels.</summary>
internal sealed class MixtureDescent
{
    private readonly MixturePanels _panels;
    private readonly GaussianMixtureOptions _options;
    private readonly CancellationToken _token;
    private readonly int _chunk;
    private readonly MixtureSums[] _sums;
    private readonly MixtureDensity[] _densities;
    private readonly bool _axes;

    public MixtureDescent(MixturePanels panels, GaussianMixtureOptions options, CancellationToken token)
    {
        (_panels, _options, _token) = (panels, options, token);
        _axes = options.Covariance is CovarianceKind.Diagonal or CovarianceKind.Spherical;
        var (k, d) = (options.Components, panels.Columns);
        // Each chunk keeps k·d² sums; 32 MiB of them at most.
        var mostChunks = (int)Math.Clamp((1L << 22) / ((long)k * (d + MixtureSums.Size(panels.Padded, _axes))), 2, 64);
        _chunk = Parallelism.Chunk(panels.Panels, (double)MixturePanels.Width * k * (20 + (_axes ? 4.0 : 2.0 * d) * d), mostChunks);
        var chunks = (panels.Panels + _chunk - 1) / _chunk;
        _sums = [.. Enumerable.Range(0, chunks).Select(_ => new MixtureSums(panels, k, _axes))];
        _densities = [.. Enumerable.Range(0, chunks).Select(_ => new MixtureDensity(panels, k))];
    }

    /// <summary>Climbs until the mean log-likelihood settles.</summary>
    /// <param name="labels">Shape (n), in [0, k).</param>
    /// <param name="centres">Shape (k, d): near the means of the labelled rows.</param>
    /// <param name="passed">Told the pass.</param>
    public MixtureRun Run(ImmutableArray<int> labels, Matrix centres, Action<int> passed)
    {
        var mixture = Step(null, labels, centres, out _, out var singular);
        var before = double.NegativeInfinity;
        var (pass, converged) = (0, false);
        while (mixture is not null && !converged && pass < _options.MaxIterations)
        {
            pass++;
            mixture = Step(mixture, labels, mixture.Means, out var logLikelihood, out singular);
            converged = Math.Abs(logLikelihood / _panels.Rows - before) <= _options.Tolerance;
            before = logLikelihood / _panels.Rows;
            passed(pass);
        }
        return mixture is null
            ? new MixtureRun(null, double.NegativeInfinity, false, pass, singular)
            : new MixtureRun(mixture, LogLikelihood(mixture), converged, pass, -1);
    }

    /// <summary>The mixture that follows a mixture or, without one, labels.</summary>
    private MixtureParameters? Step(MixtureParameters? mixture, ImmutableArray<int> labels, Matrix centres, out double logLikelihood,
        out int singular)
    {
        var sums = Sweep(mixture, labels, centres);
        logLikelihood = sums.LogLikelihood;
        var step = new MixtureMaximization(sums, centres, _axes);
        if (step.LostDigits) step = new MixtureMaximization(Sweep(mixture, labels, step.Means), step.Means, _axes);
        return step.Mixture(_options, out singular);
    }

    /// <summary>Sums by component about the centres, in the shares that a mixture or, without one, labels give.</summary>
    private MixtureSums Sweep(MixtureParameters? mixture, ImmutableArray<int> labels, Matrix centres)
    {
        _panels.ForChunks(_chunk, (chunk, start, end) =>
        {
            var (density, sums) = (_densities[chunk], _sums[chunk]);
            sums.Clear();
            for (var panel = start; panel < end; panel++)
            {
                if (mixture is not null) sums.LogLikelihood += density.Run(panel, mixture);
                var (first, filled) = (panel * MixturePanels.Width, _panels.Filled(panel));
                for (var c = 0; c < centres.Rows; c++)
                {
                    var shares = density.Shares(c);
                    if (mixture is null)
                        for (var lane = 0; lane < filled; lane++) shares[lane] = labels[first + lane] == c ? 1 : 0;
                    shares[filled..].Clear();
                    sums.Add(panel, c, centres.Row(c), shares);
                }
            }
        }, _options.Threads, _token);
        for (var chunk = 1; chunk < _sums.Length; chunk++) _sums[0].Add(_sums[chunk]);
        return _sums[0];
    }

    private double LogLikelihood(MixtureParameters mixture)
    {
        var parts = new double[_sums.Length];
        _panels.ForChunks(_chunk, (chunk, start, end) =>
        {
            for (var panel = start; panel < end; panel++) parts[chunk] += _densities[chunk].Run(panel, mixture);
        }, _options.Threads, _token);
        return parts.Sum();
    }
}
