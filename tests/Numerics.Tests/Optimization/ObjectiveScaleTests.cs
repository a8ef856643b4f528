using MarketingNotebooks.Numerics.Optimization;

namespace MarketingNotebooks.Numerics.Tests.Optimization;

/// <summary>The unit in which an objective or its parameters are measured must not decide where a search ends.</summary>
public class ObjectiveScaleTests
{
    public static TheoryData<double, double> Units => new()
    {
        { 1e-12, 1 }, { 1e-8, 1 }, { 1e-4, 1 }, { 1, 1 }, { 1e8, 1 }, { 1e-8, 1e4 }, { 1, 1e4 }, { 1e8, 1e4 }, { 1e8, 1e-4 }, { 1e12, 1e-2 },
        { 1, 1e-6 }, { 1, 1e-4 }, { 1, 1e-2 }, { 1, 1e2 }, { 1, 1e6 }, { 1e-8, 1e-6 }, { 1e-8, 1e6 },
    };

    /// <summary>Rosenbrock's valley and 2 at its end, in units of value and of parameters.</summary>
    private static GradientObjective Valley(double scale, double unit) => (point, gradient) =>
    {
        var (x, y) = (point[0] * unit, point[1] * unit);
        var (a, b) = (y - x * x, 1 - x);
        gradient[0] = scale * unit * (-400 * a * x - 2 * b);
        gradient[1] = scale * unit * 200 * a;
        return scale * (100 * a * a + b * b + 2);
    };

    [Theory]
    [MemberData(nameof(Units))]
    public void Lbfgsb_finds_the_same_minimum(double scale, double unit)
    {
        var result = Lbfgsb.Minimize(Valley(scale, unit), [-1.2 / unit, 1 / unit]);
        Assert.True(result.Converged, result.Reason);
        Assert.Equal(2, result.Value / scale, 1e-14);
        Assert.Equal(1, result.Point[0] * unit, 1e-6);
        Assert.InRange(result.Iterations, 10, 100);
    }

    [Theory]
    [MemberData(nameof(Units))]
    public void Lbfgsb_finds_the_same_minimum_at_a_bound(double scale, double unit)
    {
        // At x ≤ 0.5 the valley is deepest at (0.5, 0.25), a quarter above its end.
        var result = Lbfgsb.Minimize(Valley(scale, unit), [-1.2 / unit, 1 / unit], upper: [0.5 / unit, double.PositiveInfinity]);
        Assert.True(result.Converged, result.Reason);
        Assert.Equal(2.25, result.Value / scale, 1e-13);
        Assert.Equal(0.5, result.Point[0] * unit, 1e-9);
        Assert.Equal(0.25, result.Point[1] * unit, 1e-6);
    }

    [Theory]
    [MemberData(nameof(Units))]
    public void Newton_finds_the_same_minimum(double scale, double unit)
    {
        Matrix Second(ReadOnlySpan<double> point)
        {
            var (x, y, factor) = (point[0] * unit, point[1] * unit, scale * unit * unit);
            return Matrix.FromArray(new[,] { { factor * (1200 * x * x - 400 * y + 2), factor * -400 * x }, { factor * -400 * x, factor * 200 } });
        }
        var result = Newton.Minimize(Valley(scale, unit), Second, [-1.2 / unit, 1 / unit]);
        Assert.True(result.Converged, result.Reason);
        Assert.Equal(2, result.Value / scale, 1e-14);
        Assert.Equal(1, result.Point[0] * unit, 1e-7);
    }

    [Fact]
    public void A_gradient_far_below_the_rounding_of_the_point_still_counts()
    {
        // 10⁶ − g is 10⁶ for |g| < 10⁻¹⁰: the distance to the projected step would be 0.
        var result = Lbfgsb.Minimize((point, gradient) =>
        {
            gradient[0] = 2e-18 * (point[0] - 3e6);
            return 1e-18 * (point[0] - 3e6) * (point[0] - 3e6) + 1e-7;
        }, [1e6]);
        Assert.Equal(3e6, result.Point[0], 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-5)]
    public void A_start_at_the_minimum_but_for_rounding_ends_soon(double value)
    {
        var result = Lbfgsb.Minimize((x, gradient) =>
        {
            for (var i = 0; i < x.Length; i++) gradient[i] = 2 * (i + 1) * x[i];
            return value + (x[0] * x[0] + 2 * x[1] * x[1] + 3 * x[2] * x[2]);
        }, [1e-9, 1e-9, 1e-9]);
        Assert.True(result.Converged);
        Assert.InRange(result.Evaluations, 1, 20);
    }
}
