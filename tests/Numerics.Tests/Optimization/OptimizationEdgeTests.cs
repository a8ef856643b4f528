using MarketingNotebooks.Numerics.Optimization;

namespace MarketingNotebooks.Numerics.Tests.Optimization;

public class OptimizationEdgeTests
{
    private static double Square(ReadOnlySpan<double> x, Span<double> gradient)
    {
        gradient[0] = 2 * x[0];
        return x[0] * x[0];
    }

    private static double NoGradient(ReadOnlySpan<double> x, Span<double> gradient)
    {
        gradient[0] = double.NaN;
        return x[0] * x[0];
    }

    [Fact]
    public void A_gradient_that_is_not_finite_is_an_error_at_the_start_and_stepped_back_from_later()
    {
        Assert.Equal("Lbfgsb.Minimize needs a finite gradient at the start. Got NaN at index 0. Check it against NumericalGradient.",
            Assert.Throws<ArgumentException>(() => Lbfgsb.Minimize(NoGradient, [1])).Message);
        Assert.Equal("Newton.Minimize needs a finite gradient at the start. Got NaN at index 0. Check it against NumericalGradient.",
            Assert.Throws<ArgumentException>(() => Newton.Minimize(NoGradient, _ => Matrix.Identity(1), [1])).Message);
        // √x + 1/√x has its minimum at 1; below 0 value and gradient are NaN, at 0 infinite.
        var domain = Lbfgsb.Minimize((x, g) =>
        {
            var root = Math.Sqrt(x[0]);
            g[0] = 0.5 / root - 0.5 / (root * x[0]);
            return root + 1 / root;
        }, [9]);
        Assert.True(domain.Converged, domain.Reason);
        Assert.Equal(1, domain.Point[0], 1e-6);
    }

    [Fact]
    public void Brent_says_when_the_function_was_never_finite()
    {
        var result = Brent.Minimize(_ => double.NaN, 0, 1);
        Assert.False(result.Converged);
        Assert.Equal("The function was not finite anywhere it was tried. Choose a bracket in which it is defined.", result.Reason);
    }

    [Fact]
    public void Bounds_of_the_wrong_length_are_named()
    {
        Assert.Equal("NumericalGradient.Of needs 2 lower bounds or none. Got 1.",
            Assert.Throws<ArgumentException>(() => NumericalGradient.Of(x => x[0] + x[1], lower: [0])([1, 2], new double[2])).Message);
        Assert.Equal("Lbfgsb.Minimize needs lower ≤ upper for every parameter. Got [NaN, Infinity] at index 0.",
            Assert.Throws<ArgumentException>(() => Lbfgsb.Minimize(Square, [1], [double.NaN])).Message);
        Assert.Equal("NelderMead.Minimize needs at least 1 parameter. Got none.",
            Assert.Throws<ArgumentException>(() => NelderMead.Minimize(_ => 0, [])).Message);
    }

    [Fact]
    public void Flat_and_unbounded_functions_end()
    {
        Assert.True(NelderMead.Minimize(_ => 3, [1, 2]).Converged);
        Assert.True(Lbfgsb.Minimize((_, g) => { g.Clear(); return 3; }, [1, 2]).Converged);
        Assert.False(Lbfgsb.Minimize((x, g) => { g[0] = 1; return x[0]; }, [1]).Converged);
        var fixedPoint = Lbfgsb.Minimize(Square, [5], [2], [2]);
        Assert.Equal((2.0, 4.0), (fixedPoint.Point[0], fixedPoint.Value));
    }

    [Fact]
    public void A_bracket_wider_than_numbers_go_is_an_error()
    {
        Assert.Equal("Brent.FindRoot needs ends less than 1.8E+308 apart. Got [-1E+308, 1E+308]. Narrow the bracket.",
            Assert.Throws<ArgumentException>(() => Brent.FindRoot(x => x - 1, -1e308, 1e308)).Message);
        Assert.Throws<ArgumentException>(() => Brent.Minimize(Math.Abs, -1e308, 1e308));
        Assert.Equal(1, Brent.FindRoot(x => x - 1, -8e307, 8e307, new() { MaxIterations = 5_000 }).Point, 1e-9);
    }
}
