using MarketingNotebooks.Numerics.Optimization;
using MarketingNotebooks.Numerics.Tests.LinearAlgebra;

namespace MarketingNotebooks.Numerics.Tests.Optimization;

public class NistNonlinearTests
{
    private static readonly DescentOptions Hard = new() { GradientTolerance = 0, ValueTolerance = 0, MaxIterations = 20_000 };

    /// <summary>All sets from both starts, but for the far one of MGH10, from which few programs get away (NIST grades it "higher
    /// difficulty").</summary>
    public static TheoryData<string, int> Runs
    {
        get
        {
            var runs = new TheoryData<string, int>();
            foreach (var set in NistNonlinear.Sets)
                for (var start = 0; start < 2; start++)
                    if ((set.Name, start) != ("MGH10", 0)) runs.Add(set.Name, start);
            return runs;
        }
    }

    public static TheoryData<string> Names => new(NistNonlinear.Sets.Select(set => set.Name));

    private static NistNonlinear Set(string name) => NistNonlinear.Sets.Single(set => set.Name == name);

    [Theory]
    [MemberData(nameof(Names))]
    public void Newton_with_Gauss_curvature(string name)
    {
        var set = Set(name);
        var result = Newton.Minimize(set.HalfSquares, set.Curvature, set.Starts[1], Hard);
        Assert.True(result.Converged, result.Reason);
        Assert.InRange(result.Iterations, 1, 60);
        var digits = Nist.Digits([.. result.Point], set.Coefficients);
        Assert.True(digits >= 7, $"{digits} digits");
        Assert.True(Nist.Digits(2 * result.Value, set.ResidualSumOfSquares) >= 10);
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Lbfgsb_in_units_of_the_start(string name, int start)
    {
        var set = Set(name);
        var unit = set.Starts[start];
        double Scaled(ReadOnlySpan<double> point, Span<double> gradient)
        {
            Span<double> b = stackalloc double[unit.Length];
            for (var j = 0; j < b.Length; j++) b[j] = point[j] * unit[j];
            var value = set.HalfSquares(b, gradient);
            for (var j = 0; j < b.Length; j++) gradient[j] *= unit[j];
            return value;
        }
        var result = Lbfgsb.Minimize(Scaled, Array.ConvertAll(unit, _ => 1.0), options: Hard);
        Assert.True(result.Converged, result.Reason);
        var digits = Nist.Digits([.. result.Point.Select((p, j) => p * unit[j])], set.Coefficients);
        Assert.True(digits >= 7, $"{digits} digits");
        Assert.True(Nist.Digits(2 * result.Value, set.ResidualSumOfSquares) >= 10);
    }
}
