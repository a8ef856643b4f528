using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Clustering;

/// <summary>Responsibilities, and first and second moments of the rows about given centres, summed by component.</summary>
/// <remarks>Moments about centres near the means lose no digits where the data lie far from the origin.</remarks>
internal sealed class MixtureSums
{
    private const int Width = MixturePanels.Width, Stride = MixturePanels.Stride;

    private readonly MixturePanels _panels;
    private readonly bool _axes;
    private readonly double[] _differences;
    private readonly double[] _weighted;

    public MixtureSums(MixturePanels panels, int components, bool axes)
    {
        (_panels, _axes) = (panels, axes);
        _differences = new double[panels.Padded * Stride];
        _weighted = new double[panels.Padded * Stride];
        Counts = new double[components];
        First = new double[components * panels.Columns];
        Second = new double[components * Size(panels.Padded, axes)];
    }

    /// <summary>Σ r. Shape (k).</summary>
    public double[] Counts { get; }

    /// <summary>Σ r·(x − c). Shape (k, d).</summary>
    public double[] First { get; }

    /// <summary>Σ r·(x − c)·(x − c)ᵀ, k squares of the padded columns of which only the upper triangle counts; or, with axes, their
    /// diagonals.</summary>
    public double[] Second { get; }

    /// <summary>Values of <see cref="Second"/> a component.</summary>
    public static int Size(int padded, bool axes) => axes ? padded : padded * padded;

    /// <summary>The log-likelihood of what was added.</summary>
    public double LogLikelihood { get; set; }

    public void Clear()
    {
        Array.Clear(Counts);
        Array.Clear(First);
        Array.Clear(Second);
        LogLikelihood = 0;
    }

    public void Add(MixtureSums other)
    {
        TensorPrimitives.Add(Counts, other.Counts, Counts);
        TensorPrimitives.Add(First, other.First, First);
        TensorPrimitives.Add(Second, other.Second, Second);
        LogLikelihood += other.LogLikelihood;
    }

    /// <summary>Adds a panel's rows to one component.</summary>
    /// <param name="panel">Which rows.</param>
    /// <param name="component">Which component.</param>
    /// <param name="centre">What moments are about.</param>
    /// <param name="shares">Responsibilities of the panel's rows; 0 for padding.</param>
    public void Add(int panel, int component, ReadOnlySpan<double> centre, ReadOnlySpan<double> shares)
    {
        var (d, size) = (_panels.Columns, Size(_panels.Padded, _axes));
        Counts[component] += TensorPrimitives.Sum(shares);
        var first = First.AsSpan(component * d, d);
        var second = Second.AsSpan(component * size, size);
        if (_axes) Squares(_panels.Panel(panel), centre, shares, first, second);
        else
        {
            Weigh(_panels.Panel(panel), centre, shares, first);
            Products(second);
        }
    }

    /// <summary>Differences, and the same times their shares, to scratch memory; sums of the latter.</summary>
    private unsafe void Weigh(ReadOnlySpan<double> rows, ReadOnlySpan<double> centre, ReadOnlySpan<double> shares, Span<double> first)
    {
        fixed (double* from = rows, share = shares, differences = _differences, weighted = _weighted)
        {
            for (var j = 0; j < centre.Length; j++)
            {
                double* x = from + j * Width, difference = differences + j * Stride, product = weighted + j * Stride;
                var c = Vector256.Create(centre[j]);
                Vector256<double> even = default, odd = default;
                for (var lane = 0; lane < Width; lane += 8)
                {
                    Vector256<double> d0 = Vector256.Load(x + lane) - c, d1 = Vector256.Load(x + lane + 4) - c;
                    Vector256<double> w0 = d0 * Vector256.Load(share + lane), w1 = d1 * Vector256.Load(share + lane + 4);
                    d0.Store(difference + lane);
                    d1.Store(difference + lane + 4);
                    w0.Store(product + lane);
                    w1.Store(product + lane + 4);
                    even += w0;
                    odd += w1;
                }
                first[j] += Vector256.Sum(even + odd);
            }
        }
    }

    /// <summary>Σ r·x and Σ r·x² of each column.</summary>
    private static unsafe void Squares(ReadOnlySpan<double> rows, ReadOnlySpan<double> centre, ReadOnlySpan<double> shares,
        Span<double> first, Span<double> second)
    {
        fixed (double* from = rows, share = shares)
        {
            for (var j = 0; j < centre.Length; j++)
            {
                var x = from + j * Width;
                var c = Vector256.Create(centre[j]);
                Vector256<double> even = default, odd = default, evenSquares = default, oddSquares = default;
                for (var lane = 0; lane < Width; lane += 8)
                {
                    Vector256<double> d0 = Vector256.Load(x + lane) - c, d1 = Vector256.Load(x + lane + 4) - c;
                    Vector256<double> w0 = d0 * Vector256.Load(share + lane), w1 = d1 * Vector256.Load(share + lane + 4);
                    even += w0;
                    odd += w1;
                    evenSquares = Vector256.FusedMultiplyAdd(w0, d0, evenSquares);
                    oddSquares = Vector256.FusedMultiplyAdd(w1, d1, oddSquares);
                }
                first[j] += Vector256.Sum(even + odd);
                second[j] += Vector256.Sum(evenSquares + oddSquares);
            }
        }
    }

    /// <summary>The upper triangle of Σ r·x·xᵀ in tiles of 2 × 4: what fits 16 registers.</summary>
    private unsafe void Products(Span<double> second)
    {
        var padded = _panels.Padded;
        fixed (double* x = _differences, rx = _weighted, target = second)
        {
            for (var i = 0; i < padded; i += 2)
            {
                for (var j = i / 4 * 4; j < padded; j += 4)
                {
                    Vector256<double> a0 = default, a1 = default, a2 = default, a3 = default;
                    Vector256<double> b0 = default, b1 = default, b2 = default, b3 = default;
                    double* left = rx + i * Stride, right = x + j * Stride;
                    for (var lane = 0; lane < Width; lane += 4, left += 4, right += 4)
                    {
                        Vector256<double> l0 = Vector256.Load(left), l1 = Vector256.Load(left + Stride);
                        var r = Vector256.Load(right);
                        a0 = Vector256.FusedMultiplyAdd(l0, r, a0);
                        b0 = Vector256.FusedMultiplyAdd(l1, r, b0);
                        r = Vector256.Load(right + Stride);
                        a1 = Vector256.FusedMultiplyAdd(l0, r, a1);
                        b1 = Vector256.FusedMultiplyAdd(l1, r, b1);
                        r = Vector256.Load(right + 2 * Stride);
                        a2 = Vector256.FusedMultiplyAdd(l0, r, a2);
                        b2 = Vector256.FusedMultiplyAdd(l1, r, b2);
                        r = Vector256.Load(right + 3 * Stride);
                        a3 = Vector256.FusedMultiplyAdd(l0, r, a3);
                        b3 = Vector256.FusedMultiplyAdd(l1, r, b3);
                    }
                    AddTo(target + i * padded + j, a0, a1, a2, a3);
                    AddTo(target + (i + 1) * padded + j, b0, b1, b2, b3);
                }
            }
        }
    }

    private static unsafe void AddTo(double* target, Vector256<double> v0, Vector256<double> v1, Vector256<double> v2, Vector256<double> v3)
    {
        target[0] += Vector256.Sum(v0);
        target[1] += Vector256.Sum(v1);
        target[2] += Vector256.Sum(v2);
        target[3] += Vector256.Sum(v3);
    }
}
