using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MarketingNotebooks.Numerics.LinearAlgebra.Kernels;

/// <summary>One root of 1 + Σ wⱼ/(pⱼ − x) = 0 between two neighbouring poles, as the nearer pole and a distance from it: all pⱼ − x then
/// have nearly all their digits, on which the orthogonality of the vectors rests.</summary>
/// <remarks>Rational interpolation of the terms left and right of the root, kept in a bracket. Sources: Bunch, Nielsen and Sorensen (1978),
/// Numer. Math. 31; Li (1993), LAPACK Working Note 89; Gu and Eisenstat (1995), SIAM J. Matrix Anal. 16(1), for where to stop.</remarks>
internal static class SecularEquation
{
    private const int MostSteps = 200;
    private const double Epsilon = 2.220446049250313e-16;

    /// <summary>Finds the root that follows pole <paramref name="root"/>.</summary>
    /// <param name="poles">Rising, at least a rounding error apart.</param>
    /// <param name="weights">One a pole, &gt; 0.</param>
    /// <param name="root">Number of the root, from 0.</param>
    /// <param name="differences">On return pⱼ − x.</param>
    /// <returns>The pole nearest the root, and x less this pole.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (int Origin, double Offset) Solve(in Poles poles, ReadOnlySpan<double> weights, int root, Span<double> differences)
    {
        var (origin, offset) = poles.Count == 1 ? First(poles, weights, differences)
            : root == poles.Count - 1 ? Last(poles, weights, differences) : Inner(poles, weights, root, differences);
        for (var j = 0; j < differences.Length; j++) differences[j] -= offset;
        return (origin, offset);
    }

    private static (int, double) First(in Poles poles, ReadOnlySpan<double> weights, Span<double> gaps)
    {
        poles.Gaps(0, gaps);
        return (0, weights[0]);
    }

    /// <summary>The root beyond the last pole, at most the sum of the weights away from it.</summary>
    private static (int, double) Last(in Poles poles, ReadOnlySpan<double> weights, Span<double> gaps)
    {
        var last = poles.Count - 1;
        poles.Gaps(last, gaps);
        var most = 0.0;
        foreach (var weight in weights) most += weight;
        // Rounding must not leave the root outside.
        most *= 1 + Epsilon * (4 + poles.Count);
        var middle = most / 2;
        var constant = 1 + Sums(gaps[..(last - 1)], weights, middle).Value;
        var gap = -gaps[last - 1];
        var (low, high) = constant + weights[last - 1] / (-gap - middle) - weights[last] / middle > 0 ? (0, middle) : (middle, most);
        var (a, b) = (weights[last - 1] + weights[last] - constant * gap, weights[last] * gap);
        var start = Larger(constant, a, -b);
        return (last, Refine(gaps, weights, last - 1, Inside(start, low, high) ? start : Between(low, high), low, high, beyond: true));
    }

    /// <summary>A root between poles <paramref name="root"/> and <paramref name="root"/> + 1.</summary>
    private static (int, double) Inner(in Poles poles, ReadOnlySpan<double> weights, int root, Span<double> gaps)
    {
        poles.Gaps(root, gaps);
        var gap = gaps[root + 1];
        var middle = gap / 2;
        var constant = 1 + Sums(gaps[..root], weights, middle).Value + Sums(gaps[(root + 2)..], weights[(root + 2)..], middle).Value;
        var (left, right) = (weights[root], weights[root + 1]);
        // The equation with all other terms as they are half way; which half holds the root tells the nearer pole.
        if (constant + (right - left) / middle >= 0)
        {
            var start = Smaller(constant, constant * gap + left + right, left * gap);
            return (root, Refine(gaps, weights, root, Inside(start, 0, middle) ? start : Between(0, middle), 0, middle, beyond: false));
        }
        poles.Gaps(root + 1, gaps);
        var near = -Smaller(-constant, left + right - constant * gap, right * gap);
        return (root + 1, Refine(gaps, weights, root, Inside(near, -middle, 0) ? near : Between(-middle, 0), -middle, 0, beyond: false));
    }

    /// <summary>Improves <paramref name="offset"/> until the value cannot be told from zero.</summary>
    /// <param name="gaps">Poles less the origin.</param>
    /// <param name="weights">One a pole.</param>
    /// <param name="pole">The lower of the two poles that the interpolation keeps.</param>
    /// <param name="offset">Where to start.</param>
    /// <param name="low">Below the root.</param>
    /// <param name="high">Above the root.</param>
    /// <param name="beyond">True when the root lies beyond both poles.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Refine(ReadOnlySpan<double> gaps, ReadOnlySpan<double> weights, int pole, double offset, double low, double high,
        bool beyond)
    {
        var split = pole + 1;
        var nearest = Math.Abs(gaps[pole]) <= Math.Abs(gaps[pole + 1]) ? pole : pole + 1;
        var (before, fixedWeight) = (double.PositiveInfinity, true);
        for (var step = 0; step < MostSteps; step++)
        {
            var (lower, lowerSlope) = Sums(gaps[..split], weights, offset);
            var (upper, upperSlope) = Sums(gaps[split..], weights[split..], offset);
            var (value, slope) = (1 + lower + upper, lowerSlope + upperSlope);
            var size = 1 + Math.Abs(lower) + Math.Abs(upper);
            if (Math.Abs(value) <= Epsilon * (2 * size + 0.5 * Math.Abs(offset) * slope)) break;
            if (value < 0) low = offset;
            else high = offset;
            if (Math.Abs(value) > 0.1 * before) fixedWeight = !fixedWeight;
            before = Math.Abs(value);
            var (first, second) = (gaps[pole] - offset, gaps[pole + 1] - offset);
            var constant = !fixedWeight || beyond ? value - first * lowerSlope - second * upperSlope
                : nearest == pole ? value - second * slope - (first - second) * Square(weights[pole], first)
                : value - first * slope - (second - first) * Square(weights[pole + 1], second);
            var linear = (first + second) * value - first * second * slope;
            var product = first * second * value;
            var change = beyond ? Larger(constant, linear, product) : Smaller(constant, linear, product);
            if (!(value * change < 0)) change = -value / slope;
            var next = offset + change;
            if (!Inside(next, low, high)) next = Between(low, high);
            if (next == offset || !Inside(next, low, high)) break;
            offset = next;
        }
        return offset;

        static double Square(double weight, double distance) => weight / distance / distance;
    }

    /// <summary>The root (b − √(b² − 4ac))/2a of a·x² − b·x + c, without cancellation.</summary>
    private static double Smaller(double a, double b, double c)
    {
        var root = Math.Sqrt(Math.Max(0, b * b - 4 * a * c));
        return b > 0 ? 2 * c / (b + root) : (b - root) / (2 * a);
    }

    /// <summary>The root (b + √(b² − 4ac))/2a of a·x² − b·x + c, without cancellation.</summary>
    private static double Larger(double a, double b, double c)
    {
        var root = Math.Sqrt(Math.Max(0, b * b - 4 * a * c));
        return b >= 0 ? (b + root) / (2 * a) : 2 * c / (b - root);
    }

    private static bool Inside(double x, double low, double high) => x > low && x < high;

    /// <summary>A point inside the bracket: half way in the exponent, as a root may lie very near its pole.</summary>
    private static double Between(double low, double high)
    {
        if (low == 0) return high / 16;
        if (high == 0) return low / 16;
        var ratio = low / high;
        return ratio is > 0.25 and < 4 ? low + (high - low) / 2 : Math.CopySign(Math.Sqrt(Math.Abs(low)) * Math.Sqrt(Math.Abs(high)), low);
    }

    /// <summary>Σ wⱼ/(gⱼ − x) and its slope in x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (double Value, double Slope) Sums(ReadOnlySpan<double> gaps, ReadOnlySpan<double> weights, double offset)
    {
        ref var g = ref MemoryMarshal.GetReference(gaps);
        ref var w = ref MemoryMarshal.GetReference(weights);
        var x = Vector256.Create(offset);
        var (v0, v1, s0, s1) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        nuint j = 0;
        for (; j + 8 <= (nuint)gaps.Length; j += 8)
        {
            var (d0, d1) = (Vector256.LoadUnsafe(ref g, j) - x, Vector256.LoadUnsafe(ref g, j + 4) - x);
            var (t0, t1) = (Vector256.LoadUnsafe(ref w, j) / d0, Vector256.LoadUnsafe(ref w, j + 4) / d1);
            v0 += t0;
            v1 += t1;
            s0 += t0 / d0;
            s1 += t1 / d1;
        }
        var (value, slope) = (Vector256.Sum(v0 + v1), Vector256.Sum(s0 + s1));
        for (var k = (int)j; k < gaps.Length; k++)
        {
            var difference = gaps[k] - offset;
            var term = weights[k] / difference;
            value += term;
            slope += term / difference;
        }
        return (value, slope);
    }
}
