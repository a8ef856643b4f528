using System.Numerics.Tensors;

namespace MarketingNotebooks.Numerics.LinearAlgebra.Kernels;

/// <summary>The few operations on vectors that factorisations are made of.</summary>
internal static class Vectors
{
    // Between these bounds a sum of squares has neither overflowed nor lost digits to underflow.
    private const double SafeLow = 1e-280, SafeHigh = 1e300;

    /// <summary>xᵀy.</summary>
    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y) => TensorPrimitives.Dot(x, y);

    /// <summary>y ← y + αx.</summary>
    public static void AddScaled(double alpha, ReadOnlySpan<double> x, Span<double> y) => TensorPrimitives.MultiplyAdd(x, alpha, y, y);

    /// <summary>x ← αx.</summary>
    public static void Scale(double alpha, Span<double> x) => TensorPrimitives.Multiply(x, alpha, x);

    /// <summary>Euclidean norm, without overflow or underflow on the way.</summary>
    public static double Norm(ReadOnlySpan<double> x)
    {
        if (x.IsEmpty) return 0;
        var squares = TensorPrimitives.SumOfSquares(x);
        if (squares is > SafeLow and < SafeHigh) return Math.Sqrt(squares);
        var largest = Math.Abs(TensorPrimitives.MaxMagnitude(x));
        if (largest == 0 || !double.IsFinite(largest)) return largest;
        var power = PowerOfTwo(largest);
        var sum = 0.0;
        foreach (var value in x)
        {
            var scaled = value / power;
            sum += scaled * scaled;
        }
        return power * Math.Sqrt(sum);
    }

    /// <summary>The power of two at or below |x|, kept in the normal range: multiplying and dividing by it is exact.</summary>
    public static double PowerOfTwo(double x) => Math.ScaleB(1, Math.Clamp(Math.ILogB(x), -1020, 1020));
}
