namespace MarketingNotebooks.Numerics.Optimization;

/// <summary>Settings of <see cref="NelderMead"/>.</summary>
public sealed record NelderMeadOptions
{
    /// <summary>Edge of the first simplex along each axis, relative to max(|xᵢ|, 0.1). Range: > 0. Default: 0.1.</summary>
    public double Step { get; init; } = 0.1;

    /// <summary>Stop when all corners lie this close to the best, per axis and relative to max(|xᵢ|, 1), … Range: > 0. Default:
    /// 1e-8.</summary>
    public double PointTolerance { get; init; } = 1e-8;

    /// <summary>… and their values this close, relative to max(|f|, 1). Range: > 0. Default: 1e-12.</summary>
    public double ValueTolerance { get; init; } = 1e-12;

    /// <summary>Most calls of the function. Range: ≥ 1. Default: 20,000.</summary>
    public int MaxEvaluations { get; init; } = 20_000;
}

/// <summary>Minimises without derivatives by moving a simplex: for few parameters and functions that are noisy or have kinks.</summary>
/// <remarks>The simplex is rebuilt around what it found until that gains nothing, because it can collapse early. Its moves adapt to the
/// dimension. Not for more than
/// about ten parameters: take <see cref="Lbfgsb"/>. Sources: Nelder and Mead (1965), Computer Journal 7; Gao and Han (2012), Comput. Optim.
/// Appl. 51.</remarks>
public static class NelderMead
{
    private const int MostBuilds = 30;

    /// <summary>Searches from <paramref name="start"/>.</summary>
    /// <param name="function">To be minimised; may return NaN or +∞ outside its domain.</param>
    /// <param name="start">Shape (d), d ≥ 1, finite, inside the domain.</param>
    /// <param name="options">Null for defaults.</param>
    /// <param name="cancellationToken">Looked at before each step.</param>
    /// <exception cref="ArgumentException">No parameters, a start that is not finite or where the function is not, or an option outside
    /// its range.</exception>
    public static OptimizationResult Minimize(Objective function, ReadOnlySpan<double> start, NelderMeadOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new NelderMeadOptions();
        new OptionChecks(nameof(NelderMeadOptions))
            .Positive(nameof(options.Step), options.Step)
            .Positive(nameof(options.PointTolerance), options.PointTolerance)
            .Positive(nameof(options.ValueTolerance), options.ValueTolerance)
            .AtLeast(nameof(options.MaxEvaluations), options.MaxEvaluations, 1)
            .ThrowIfAny();
        StartChecks.Point(start, "NelderMead.Minimize");
        var simplex = new Simplex(function, start, options);
        StartChecks.Value(simplex.Best.Value, "NelderMead.Minimize");
        var (best, settled, iterations) = (simplex.Best, false, 0);
        for (var build = 0; build < MostBuilds; build++)
        {
            settled = simplex.Run(cancellationToken);
            iterations += simplex.Iterations;
            var gain = best.Value - simplex.Best.Value;
            if (gain >= 0) best = simplex.Best;
            if (!settled || build > 0 && gain <= options.ValueTolerance * Math.Max(1, Math.Abs(best.Value))) break;
            settled = false;
            simplex = new Simplex(function, best.Point, options) { Evaluations = simplex.Evaluations + start.Length + 1 };
        }
        return new OptimizationResult([.. best.Point], best.Value, settled,
            settled ? "The simplex is as small as the tolerances, and so is what a new one gains."
                : simplex.Evaluations < options.MaxEvaluations ? $"{MostBuilds} simplices in a row still gained. Start nearer, or scale the parameters."
                : $"The limit of {options.MaxEvaluations} evaluations was reached. Raise NelderMeadOptions.MaxEvaluations, or start nearer.",
            iterations, simplex.Evaluations);
    }

    private sealed class Simplex
    {
        private readonly Objective _function;
        private readonly NelderMeadOptions _options;
        private readonly (double[] Point, double Value)[] _corners;
        private readonly double _expand, _contract, _shrink;

        public Simplex(Objective function, ReadOnlySpan<double> start, NelderMeadOptions options)
        {
            (_function, _options) = (function, options);
            var d = start.Length;
            _expand = 1 + 2.0 / Math.Max(2, d);
            _contract = 0.75 - 0.5 / Math.Max(2, d);
            _shrink = 1 - 1.0 / Math.Max(2, d);
            _corners = new (double[], double)[d + 1];
            for (var k = 0; k <= d; k++)
            {
                var point = start.ToArray();
                if (k > 0) point[k - 1] += options.Step * Math.Max(Math.Abs(point[k - 1]), 0.1);
                _corners[k] = At(point);
            }
            var best = _corners[0];
            Sort();
            // A start on the edge of the domain: its value decides whether there is a search at all.
            if (!double.IsFinite(best.Value)) _corners[0] = best;
        }

        public int Evaluations { get; set; }

        public int Iterations { get; private set; }

        public (double[] Point, double Value) Best => _corners[0];

        public bool Run(CancellationToken token)
        {
            var d = _corners.Length - 1;
            while (!Small())
            {
                token.ThrowIfCancellationRequested();
                if (Evaluations >= _options.MaxEvaluations) return false;
                Iterations++;
                var center = new double[d];
                for (var k = 0; k < d; k++)
                    for (var j = 0; j < d; j++) center[j] += _corners[k].Point[j] / d;
                var reflected = Along(center, 1);
                if (reflected.Value < _corners[0].Value)
                {
                    var expanded = Along(center, _expand);
                    _corners[d] = expanded.Value < reflected.Value ? expanded : reflected;
                }
                else if (reflected.Value < _corners[d - 1].Value) _corners[d] = reflected;
                else
                {
                    var outside = reflected.Value < _corners[d].Value;
                    var contracted = Along(center, outside ? _contract : -_contract);
                    if (contracted.Value < Math.Min(reflected.Value, _corners[d].Value)) _corners[d] = contracted;
                    else Shrink();
                }
                Sort();
            }
            return true;
        }

        /// <summary>The center moved away from the worst corner by a share of their distance.</summary>
        private (double[] Point, double Value) Along(double[] center, double share)
        {
            var point = new double[center.Length];
            for (var j = 0; j < point.Length; j++) point[j] = center[j] + share * (center[j] - _corners[^1].Point[j]);
            return At(point);
        }

        private void Shrink()
        {
            for (var k = 1; k < _corners.Length; k++)
            {
                var point = _corners[k].Point;
                for (var j = 0; j < point.Length; j++) point[j] = _corners[0].Point[j] + _shrink * (point[j] - _corners[0].Point[j]);
                _corners[k] = At(point);
            }
        }

        private (double[], double) At(double[] point)
        {
            Evaluations++;
            var value = _function(point);
            return (point, double.IsNaN(value) ? double.PositiveInfinity : value);
        }

        private void Sort()
        {
            // Insertion keeps corners of equal value in their order.
            for (var k = 1; k < _corners.Length; k++)
                for (var i = k; i > 0 && _corners[i].Value < _corners[i - 1].Value; i--)
                    (_corners[i], _corners[i - 1]) = (_corners[i - 1], _corners[i]);
        }

        private bool Small()
        {
            var (best, value) = _corners[0];
            for (var k = 1; k < _corners.Length; k++)
            {
                if (!(Math.Abs(_corners[k].Value - value) <= _options.ValueTolerance * Math.Max(1, Math.Abs(value)))) return false;
                for (var j = 0; j < best.Length; j++)
                    if (Math.Abs(_corners[k].Point[j] - best[j]) > _options.PointTolerance * Math.Max(1, Math.Abs(best[j]))) return false;
            }
            return true;
        }
    }
}
