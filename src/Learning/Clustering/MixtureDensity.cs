using System.Numerics.Tensors;
using System.Runtime.Intrinsics;

namespace MarketingNotebooks.Learning.Clustering;

/// <summary>Log densities and responsibilities of one panel of rows; scratch memory of one thread.</summary>
internal sealed class MixtureDensity
{
    private const int Width = MixturePanels.Width, Stride = MixturePanels.Stride;

    private readonly MixturePanels _panels;
    private readonly double[] _differences;
    private readonly double[] _shares;
    private readonly double[] _highest = new double[Width];
    private readonly double[] _total = new double[Width];

    public MixtureDensity(MixturePanels panels, int components)
    {
        (_panels, Components) = (panels, components);
        _differences = new double[panels.Padded * Stride];
        _shares = new double[components * Width];
    }

    public int Components { get; }

    /// <summary>ln p(x) of the panel's rows, as <see cref="Run"/> left them.</summary>
    public double[] LogDensities { get; } = new double[Width];

    /// <summary>p(component | x) of the panel's rows, as <see cref="Run"/> left them.</summary>
    public Span<double> Shares(int component) => _shares.AsSpan(component * Width, Width);

    /// <summary>Responsibilities by log-sum-exp: rⱼ = exp(lⱼ − max) / Σ exp(l − max), with l = ln w + ln N(x; μ, Σ).</summary>
    /// <returns>The sum of the log densities of the rows that are not padding.</returns>
    public double Run(int panel, MixtureParameters mixture)
    {
        Array.Fill(_highest, double.NegativeInfinity);
        for (var c = 0; c < mixture.Components; c++)
        {
            var shares = Shares(c);
            if (mixture.HasAxes) Axes(_panels.Panel(panel), mixture.Means.Row(c), mixture.Inverses[c], shares);
            else
            {
                Subtract(_panels.Panel(panel), mixture.Means.Row(c));
                Squares(_differences, mixture.Inverses[c], _panels.Padded, shares);
            }
            TensorPrimitives.Multiply(shares, -0.5, shares);
            TensorPrimitives.Add(shares, mixture.LogScales[c], shares);
            TensorPrimitives.Max(shares, _highest, _highest);
        }
        Array.Clear(_total);
        for (var lane = 0; lane < Width; lane++)
            if (double.IsNegativeInfinity(_highest[lane])) Share(lane, mixture.Components);
        for (var c = 0; c < mixture.Components; c++)
        {
            var shares = Shares(c);
            TensorPrimitives.Subtract(shares, _highest, shares);
            TensorPrimitives.Exp(shares, shares);
            TensorPrimitives.Add(_total, shares, _total);
        }
        var sum = 0.0;
        TensorPrimitives.Log(_total, LogDensities);
        TensorPrimitives.Add(LogDensities, _highest, LogDensities);
        for (var c = 0; c < mixture.Components; c++) TensorPrimitives.Divide(Shares(c), _total, Shares(c));
        var filled = _panels.Filled(panel);
        for (var lane = 0; lane < filled; lane++) sum += LogDensities[lane];
        return sum;
    }

    /// <summary>A row infinitely far from every component, as numbers go, belongs to all alike.</summary>
    private void Share(int lane, int components)
    {
        _highest[lane] = -double.MaxValue;
        for (var c = 0; c < components; c++) Shares(c)[lane] = -double.MaxValue;
    }

    /// <summary>‖L⁻¹·x‖² of each row, 8 rows by 4 rows of L⁻¹ at a time: what fits 16 registers.</summary>
    private static unsafe void Squares(double[] differences, double[] tiles, int padded, Span<double> squares)
    {
        fixed (double* x = differences, inverse = tiles, target = squares)
        {
            for (var lane = 0; lane < Width; lane += 8)
            {
                Vector256<double> low = default, high = default;
                var tile = inverse;
                for (var end = 4; end <= padded; end += 4)
                {
                    Vector256<double> a0 = default, a1 = default, a2 = default, a3 = default;
                    Vector256<double> b0 = default, b1 = default, b2 = default, b3 = default;
                    var from = x + lane;
                    for (var column = 0; column < end; column++, from += Stride, tile += 4)
                    {
                        Vector256<double> x0 = Vector256.Load(from), x1 = Vector256.Load(from + 4);
                        Vector256<double> w = Vector256.Create(tile[0]);
                        a0 = Vector256.FusedMultiplyAdd(w, x0, a0);
                        b0 = Vector256.FusedMultiplyAdd(w, x1, b0);
                        w = Vector256.Create(tile[1]);
                        a1 = Vector256.FusedMultiplyAdd(w, x0, a1);
                        b1 = Vector256.FusedMultiplyAdd(w, x1, b1);
                        w = Vector256.Create(tile[2]);
                        a2 = Vector256.FusedMultiplyAdd(w, x0, a2);
                        b2 = Vector256.FusedMultiplyAdd(w, x1, b2);
                        w = Vector256.Create(tile[3]);
                        a3 = Vector256.FusedMultiplyAdd(w, x0, a3);
                        b3 = Vector256.FusedMultiplyAdd(w, x1, b3);
                    }
                    low += a0 * a0 + a1 * a1 + (a2 * a2 + a3 * a3);
                    high += b0 * b0 + b1 * b1 + (b2 * b2 + b3 * b3);
                }
                low.Store(target + lane);
                high.Store(target + lane + 4);
            }
        }
    }

    private unsafe void Subtract(ReadOnlySpan<double> rows, ReadOnlySpan<double> mean)
    {
        fixed (double* from = rows, target = _differences)
        {
            for (var j = 0; j < mean.Length; j++)
            {
                double* x = from + j * Width, difference = target + j * Stride;
                var m = Vector256.Create(mean[j]);
                for (var lane = 0; lane < Width; lane += 4) (Vector256.Load(x + lane) - m).Store(difference + lane);
            }
        }
    }

    /// <summary>Σ ((xⱼ − μⱼ)/σⱼ)² of each row, 16 rows at a time.</summary>
    private static unsafe void Axes(ReadOnlySpan<double> rows, ReadOnlySpan<double> mean, double[] reciprocals, Span<double> squares)
    {
        fixed (double* from = rows, target = squares)
        {
            for (var lane = 0; lane < Width; lane += 16)
            {
                Vector256<double> s0 = default, s1 = default, s2 = default, s3 = default;
                var x = from + lane;
                for (var j = 0; j < mean.Length; j++, x += Width)
                {
                    Vector256<double> m = Vector256.Create(mean[j]), r = Vector256.Create(reciprocals[j]);
                    var z = (Vector256.Load(x) - m) * r;
                    s0 = Vector256.FusedMultiplyAdd(z, z, s0);
                    z = (Vector256.Load(x + 4) - m) * r;
                    s1 = Vector256.FusedMultiplyAdd(z, z, s1);
                    z = (Vector256.Load(x + 8) - m) * r;
                    s2 = Vector256.FusedMultiplyAdd(z, z, s2);
                    z = (Vector256.Load(x + 12) - m) * r;
                    s3 = Vector256.FusedMultiplyAdd(z, z, s3);
                }
                s0.Store(target + lane);
                s1.Store(target + lane + 4);
                s2.Store(target + lane + 8);
                s3.Store(target + lane + 12);
            }
        }
    }
}
