using System.Numerics.Tensors;
using MarketingNotebooks.Numerics.LinearAlgebra;

namespace MarketingNotebooks.Numerics.Optimization;

/// <summary>The last steps s and gradient changes y, as the model B = θI − W·M·Wᵀ of the second derivatives, W = [Y, θS].</summary>
/// <remarks>Source: Byrd, Nocedal and Schnabel (1994), Math. Program. 63.</remarks>
internal sealed class CurvatureMemory(int most, int d)
{
    private readonly List<double[]> _s = [], _y = [];

    public bool IsEmpty => _s.Count == 0;

    /// <summary>Columns of W.</summary>
    public int Size => 2 * _s.Count;

    public double Theta { get; private set; } = 1;

    /// <summary>Shape (2k, 2k).</summary>
    public Matrix M { get; private set; } = Matrix.Zeros(0, 0);

    /// <summary>Without steps to learn from, the length of the gradient says nothing about how far to go, for it depends on the units: a
    /// bend that puts the minimiser where the slope would take the value to 0, but not over one unit or the size of the point away.</summary>
    public void Guess(Evaluated at)
    {
        var steepest = Largest(at.Gradient);
        var far = Math.Min(Math.Max(1, Largest(at.Point)), Math.Abs(at.Value) / steepest);
        Theta = steepest / (far > 0 ? far : 1);
    }

    private static double Largest(double[] values) => Math.Abs(TensorPrimitives.MaxMagnitude<double>(values));

    public void Clear()
    {
        _s.Clear();
        _y.Clear();
        M = Matrix.Zeros(0, 0);
    }

    /// <summary>Row j of W.</summary>
    public void Row(int j, Span<double> row)
    {
        var k = _s.Count;
        for (var i = 0; i < k; i++)
        {
            row[i] = _y[i][j];
            row[k + i] = Theta * _s[i][j];
        }
    }

    /// <summary>Wᵀ·v.</summary>
    public double[] Transposed(ReadOnlySpan<double> v)
    {
        var k = _s.Count;
        var result = new double[2 * k];
        for (var i = 0; i < k; i++)
        {
            result[i] = TensorPrimitives.Dot(_y[i], v);
            result[k + i] = Theta * TensorPrimitives.Dot(_s[i], v);
        }
        return result;
    }

    /// <summary>Remembers a step, unless it shows no positive curvature.</summary>
    public void Learn(Evaluated from, Evaluated to)
    {
        var (s, y) = (new double[d], new double[d]);
        TensorPrimitives.Subtract(to.Point, from.Point, s);
        TensorPrimitives.Subtract(to.Gradient, from.Gradient, y);
        var curvature = TensorPrimitives.Dot<double>(s, y);
        var square = TensorPrimitives.Dot<double>(y, y);
        var slope = TensorPrimitives.Dot<double>(s, from.Gradient);
        if (!(curvature > 2.2e-16 * Math.Abs(slope)) || !double.IsFinite(square / curvature)) return;
        if (_s.Count == most)
        {
            _s.RemoveAt(0);
            _y.RemoveAt(0);
        }
        _s.Add(s);
        _y.Add(y);
        Theta = square / curvature;
        var k = _s.Count;
        // M⁻¹ = [−D, Lᵀ; L, θSᵀS] with D the diagonal and L the strict lower triangle of SᵀY.
        var inverse = Matrix.Create(2 * k, 2 * k, (i, j) => (i < k, j < k) switch
        {
            (true, true) => i == j ? -TensorPrimitives.Dot<double>(_s[i], _y[i]) : 0,
            (false, true) => i - k > j ? TensorPrimitives.Dot<double>(_s[i - k], _y[j]) : 0,
            (true, false) => j - k > i ? TensorPrimitives.Dot<double>(_s[j - k], _y[i]) : 0,
            _ => Theta * TensorPrimitives.Dot<double>(_s[i - k], _s[j - k]),
        });
        var factor = Lu.Factor(inverse, threads: 1);
        if (factor.IsSingular) Clear();
        else M = factor.Inverse();
    }
}
