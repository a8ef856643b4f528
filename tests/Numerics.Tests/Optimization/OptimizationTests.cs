using MarketingNotebooks.Numerics.Optimization;

namespace MarketingNotebooks.Numerics.Tests.Optimization;

public class OptimizationTests
{
    /// <summary>Rosenbrock's function in d dimensions: minimum 0 at (1, …, 1), at the end of a curved valley.</summary>
    private static double Rosenbrock(ReadOnlySpan<double> x, Span<double> gradient)
    {
        gradient.Clear();
        var sum = 0.0;
        for (var i = 0; i + 1 < x.Length; i++)
        {
            var (a, b) = (x[i + 1] - x[i] * x[i], 1 - x[i]);
            sum += 100 * a * a + b * b;
            gradient[i] += -400 * x[i] * a - 2 * b;
            gradient[i + 1] += 200 * a;
        }
        return sum;
    }

    private static double Rosenbrock(ReadOnlySpan<double> x) => Rosenbrock(x, new double[x.Length]);

    [Fact]
    public void Brent_finds_known_roots()
    {
        // Dottie's number, the Wallis cubic, and a triple root.
        Assert.Equal(0.7390851332151607, Brent.FindRoot(x => Math.Cos(x) - x, 0, 1).Point, 1e-14);
        Assert.Equal(2.0945514815423265, Brent.FindRoot(x => x * x * x - 2 * x - 5, 2, 3).Point, 1e-12);
        var triple = Brent.FindRoot(x => (x - 0.3) * (x - 0.3) * (x - 0.3), 0, 1);
        Assert.True(triple.Converged);
        Assert.Equal(0.3, triple.Point, 1e-5);
        Assert.Equal(0, Brent.FindRoot(x => x, 0, 1).Point);
        var few = Brent.FindRoot(x => Math.Cos(x) - x, 0, 1, new() { MaxIterations = 2 });
        Assert.False(few.Converged);
        Assert.Equal("The limit of 2 steps was reached. Raise BrentOptions.MaxIterations or Tolerance.", few.Reason);
        Assert.Equal("Brent.FindRoot needs values of opposite sign at the ends. Got f(1) = 1 and f(2) = 4. Widen the bracket.",
            Assert.Throws<ArgumentException>(() => Brent.FindRoot(x => x * x, 1, 2)).Message);
        Assert.Equal("Brent.FindRoot needs finite ends with low < high. Got [2, 1].",
            Assert.Throws<ArgumentException>(() => Brent.FindRoot(x => x, 2, 1)).Message);
    }

    [Fact]
    public void Brent_finds_known_minima()
    {
        Assert.Equal(Math.PI, Brent.Minimize(Math.Cos, 2, 5).Point, 1e-7);
        Assert.Equal(Math.Exp(-1), Brent.Minimize(x => x * Math.Log(x), 1e-9, 1).Point, 1e-7);
        Assert.Equal(0, Brent.Minimize(x => x, 0, 1).Point, 1e-7);
        Assert.Equal(0.25, Brent.Minimize(x => Math.Abs(x - 0.25), -3, 1).Point, 1e-7);
    }

    [Fact]
    public void Nelder_Mead_descends_the_valley_and_takes_kinks()
    {
        var valley = NelderMead.Minimize(Rosenbrock, [-1.2, 1]);
        Assert.True(valley.Converged, valley.Reason);
        Assert.Equal([1, 1], valley.Point, (a, b) => Math.Abs(a - b) < 1e-6);
        var kink = NelderMead.Minimize(x => Math.Abs(x[0] - 2) + 3 * Math.Abs(x[1] + 1) + Math.Abs(x[2]), [0, 0, 5]);
        Assert.Equal([2, -1, 0], kink.Point, (a, b) => Math.Abs(a - b) < 1e-6);
        var domain = NelderMead.Minimize(x => x[0] - Math.Log(x[0]), [3]);
        Assert.Equal(1, domain.Point[0], 1e-6);
        var few = NelderMead.Minimize(Rosenbrock, [-1.2, 1], new() { MaxEvaluations = 20 });
        Assert.False(few.Converged);
        Assert.Equal("The limit of 20 evaluations was reached. Raise NelderMeadOptions.MaxEvaluations, or start nearer.", few.Reason);
        Assert.Equal("NelderMead.Minimize needs a finite value at the start. Got Infinity. Start inside the function's domain.",
            Assert.Throws<ArgumentException>(() => NelderMead.Minimize(x => Math.Log(-1), [1])).Message);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(100)]
    public void Lbfgsb_without_bounds(int d)
    {
        var start = new double[d];
        for (var i = 0; i < d; i++) start[i] = i % 2 == 0 ? -1.2 : 1;
        var result = Lbfgsb.Minimize(Rosenbrock, start, options: new() { ValueTolerance = 0 });
        Assert.True(result.Converged, result.Reason);
        // d = 10 from here can end in the function's other local minimum (Shang and Qiu 2006), at value 3.99.
        Assert.True(result.Value < 1e-10 || Math.Abs(result.Value - 3.98) < 0.02, $"{result.Value}");
    }

    [Fact]
    public void Lbfgsb_with_bounds()
    {
        // A convex quadratic ½xᵀAx − bᵀx in a box: the solution satisfies the Karush–Kuhn–Tucker conditions.
        const int d = 30;
        var rng = new Rng(3);
        var root = Matrix.Create(d, d, (_, _) => rng.NextNormal());
        var a = Gemm.Multiply(root, root, transposeB: true) + Matrix.Identity(d);
        double[] b = [.. Enumerable.Range(0, d).Select(_ => 20 * rng.NextNormal())];
        double Quadratic(ReadOnlySpan<double> x, Span<double> gradient)
        {
            var ax = a.Multiply(x);
            var value = 0.0;
            for (var j = 0; j < d; j++)
            {
                value += x[j] * (ax[j] / 2 - b[j]);
                gradient[j] = ax[j] - b[j];
            }
            return value;
        }
        var low = Enumerable.Repeat(-0.5, d).ToArray();
        var high = Enumerable.Repeat(0.7, d).ToArray();
        var result = Lbfgsb.Minimize(Quadratic, new double[d], low, high, new() { GradientTolerance = 1e-6, ValueTolerance = 0 });
        Assert.True(result.Converged, result.Reason);
        var slope = new double[d];
        Quadratic(result.Point.AsSpan(), slope);
        var (lower, upper, free) = (0, 0, 0);
        for (var j = 0; j < d; j++)
        {
            if (result.Point[j] == -0.5) { lower++; Assert.True(slope[j] >= -1e-6); }
            else if (result.Point[j] == 0.7) { upper++; Assert.True(slope[j] <= 1e-6); }
            else { free++; Assert.Equal(0, slope[j], 1e-6); }
        }
        Assert.True(lower > 0 && upper > 0 && free > 0);
        // One-sided: the valley's end is cut off at x₀ ≤ 0.5, so that x₁ = 0.25 there.
        var cut = Lbfgsb.Minimize(Rosenbrock, [-1.2, 1], upper: [0.5, double.PositiveInfinity]);
        Assert.Equal([0.5, 0.25], cut.Point, (x, y) => Math.Abs(x - y) < 1e-6);
        Assert.Equal(0.25, cut.Value, 1e-10);
    }

    [Fact]
    public void Lbfgsb_tells_why_it_ends()
    {
        var few = Lbfgsb.Minimize(Rosenbrock, [-1.2, 1], options: new() { MaxIterations = 3 });
        Assert.False(few.Converged);
        Assert.Equal(3, few.Iterations);
        Assert.Equal("The limit of 3 steps was reached. Raise DescentOptions.MaxIterations, or scale the parameters.", few.Reason);
        var wrong = Lbfgsb.Minimize((x, gradient) =>
        {
            gradient[0] = -2 * x[0];
            return x[0] * x[0];
        }, [1]);
        Assert.False(wrong.Converged);
        Assert.StartsWith("No lower value was found", wrong.Reason);
        Assert.Equal("Lbfgsb.Minimize needs lower ≤ upper for every parameter. Got [2, 1] at index 0.",
            Assert.Throws<ArgumentException>(() => Lbfgsb.Minimize(Rosenbrock, [0, 0], [2, 0], [1, 1])).Message);
        Assert.Equal("Lbfgsb.Minimize needs a finite start. Got NaN at index 1.",
            Assert.Throws<ArgumentException>(() => Lbfgsb.Minimize(Rosenbrock, [0, double.NaN])).Message);
        Assert.Throws<OperationCanceledException>(() => Lbfgsb.Minimize(Rosenbrock, [0, 0],
            cancellationToken: new CancellationToken(true)));
    }

    [Fact]
    public void Numerical_gradient_has_nine_digits()
    {
        var (exact, numeric) = (new double[4], new double[4]);
        double[] x = [0.3, -1.2, 2, 0.7];
        Rosenbrock(x, exact);
        NumericalGradient.Of(Rosenbrock)(x, numeric);
        Assert.Equal(exact, numeric, (a, b) => Math.Abs(a - b) <= 1e-8 * Math.Max(1, Math.Abs(a)));
        var bounded = NumericalGradient.Of(p => Math.Sqrt(p[0]), lower: [0]);
        Assert.True(double.IsFinite(bounded([0], exact.AsSpan(0, 1)) + exact[0]));
    }

    [Fact]
    public void Newton_settles_quadratically_and_steps_around_saddles()
    {
        static Matrix Curvature(ReadOnlySpan<double> x) =>
            Matrix.FromRows([[1200 * x[0] * x[0] - 400 * x[1] + 2, -400 * x[0]], [-400 * x[0], 200]]);
        var result = Newton.Minimize(Rosenbrock, Curvature, [-1.2, 1]);
        Assert.True(result.Converged, result.Reason);
        Assert.Equal([1, 1], result.Point, (a, b) => Math.Abs(a - b) < 1e-8);
        Assert.InRange(result.Iterations, 1, 40);
        var saddle = Newton.Minimize(Rosenbrock, Curvature, [0, 2]); // the Hessian is indefinite there
        Assert.True(saddle.Converged, saddle.Reason);
        Assert.Equal([1, 1], saddle.Point, (a, b) => Math.Abs(a - b) < 1e-8);
        var top = Newton.Minimize((point, slope) =>
        {
            slope[0] = 4 * Math.Pow(point[0], 3) - 2 * point[0];
            return Math.Pow(point[0], 4) - point[0] * point[0];
        }, point => Matrix.FromRows([[12 * point[0] * point[0] - 2]]), [0]);
        Assert.False(top.Converged);
        Assert.Equal("The gradient is within its tolerance, but at a saddle or a maximum: the Hessian has a negative direction. Start elsewhere.", top.Reason);
        Assert.Equal("Newton.Minimize needs a Hessian of 2 × 2. Got 3 × 3.",
            Assert.Throws<ArgumentException>(() => Newton.Minimize(Rosenbrock, _ => Matrix.Identity(3), [0, 0])).Message);
    }
}
