using MarketingNotebooks.Numerics.LinearAlgebra.Kernels;

namespace MarketingNotebooks.Numerics.Tests.LinearAlgebra;

public class SecularEquationTests
{
    private const double Epsilon = 2.220446049250313e-16;

    /// <summary>Poles from far apart to a few roundings apart, with weights from 1 down to where deflation would take them as nothing.</summary>
    private static (double[] Poles, double[] Weights) Draw(int k, Rng rng, bool squared)
    {
        var (poles, weights) = (new double[k], new double[k]);
        var at = squared ? 0.0 : rng.NextNormal();
        for (var j = 0; j < k; j++)
        {
            poles[j] = at;
            at += Math.Max(Math.Pow(10, -15 * rng.NextDouble()), 20 * Epsilon * Math.Abs(at));
            weights[j] = Math.Pow(10, -30 * rng.NextDouble());
        }
        return (poles, weights);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(9)]
    [InlineData(70)]
    public void Roots_interlace_the_poles_and_cannot_be_told_from_zeros(int k)
    {
        var rng = new Rng(k);
        for (var trial = 0; trial < 200; trial++)
        {
            var squared = trial % 2 == 1;
            var (values, weights) = Draw(k, rng, squared);
            var poles = new Poles(values, squared);
            var (differences, gaps) = (new double[k], new double[k]);
            for (var root = 0; root < k; root++)
            {
                var (origin, offset) = SecularEquation.Solve(poles, weights, root, differences);
                for (var j = 0; j < k; j++) Assert.True(j <= root ? differences[j] < 0 : differences[j] > 0, $"trial {trial}, root {root}, pole {j}");
                poles.Gaps(origin, gaps);
                Assert.Equal(-offset, differences[origin]);
                // The value is either within rounding of zero, or the next number on the way changes its sign.
                if (Rounding(gaps, weights, offset) || Sign(gaps, weights, Math.BitDecrement(offset)) != Sign(gaps, weights, Math.BitIncrement(offset)))
                    continue;
                Assert.Fail($"trial {trial}, root {root} of {k}: offset {offset:R} from pole {origin}");
            }
        }
    }

    [Fact]
    public void The_golden_ratio()
    {
        // 1 + 1/(0 − x) + 1/(1 − x) = 0 at x² − 3x + 1 = 0, that is (3 ± √5)/2; with squared poles 0 and 1 at its square roots.
        foreach (var squared in (bool[])[false, true])
        {
            var roots = new SecularRoots(new Poles([0, 1], squared), [1, -1], new double[4], threads: 1);
            Assert.Equal(squared ? 0.6180339887498949 : 0.38196601125010515, roots.Values[0], 1e-15);
            Assert.Equal(squared ? 1.618033988749895 : 2.618033988749895, roots.Values[1], 1e-15);
        }
    }

    [Fact]
    public void Vectors_stay_orthogonal_when_roots_all_but_coincide()
    {
        // Ten poles 20 roundings apart beside one far away: the roots between them agree to fifteen digits.
        double[] poles = [.. Enumerable.Range(0, 10).Select(j => 1 + 20 * Epsilon * j), 2];
        double[] z = [.. Enumerable.Range(0, 11).Select(j => 0.3 * (j % 2 == 0 ? 1 : -1))];
        var work = new double[121];
        new SecularRoots(new Poles(poles, squared: false), z, work, threads: 1).Vectors([.. Enumerable.Range(0, 11)], null);
        Assert.True(Near.Orthogonality(Matrix.Wrap(11, 11, work)) < 4);
    }

    private static bool Rounding(double[] gaps, double[] weights, double offset)
    {
        var (value, size) = (1.0, 1.0);
        for (var j = 0; j < gaps.Length; j++)
        {
            var term = weights[j] / (gaps[j] - offset);
            value += term;
            size += Math.Abs(term);
        }
        return Math.Abs(value) <= Epsilon * gaps.Length * size;
    }

    private static int Sign(double[] gaps, double[] weights, double offset)
    {
        var value = 1.0;
        for (var j = 0; j < gaps.Length; j++) value += weights[j] / (gaps[j] - offset);
        return Math.Sign(value);
    }
}
